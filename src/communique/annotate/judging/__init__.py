"""Factuality: whether a clause tells a fact, a plan, a wish, a claim, a denial (FactBank)."""
