"""Language: an Article becomes a Reading. spaCy lives here and nowhere else."""
