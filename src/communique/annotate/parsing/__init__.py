"""Words, sentences and clauses: what the parser and the marks give, put right and told plainly."""
