"""ANSWERS: every answer the product gives, over a store, as of a day, as known at a moment. Never reads a clock."""
