"""References: whom a short name, a title, a pronoun or a description means here."""
