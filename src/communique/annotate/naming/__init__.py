"""Names: the noun phrases that refer to actors and places, and those that name by themselves."""
