"""What time expressions mean: the calendar, one rule for each kind of expression, and the words they belong to."""
