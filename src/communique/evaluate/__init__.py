"""How well it reads: predictions and scores against gold, differences between two runs."""
