"""What is known beforehand: data files, strictly read, and the tables made of them."""
