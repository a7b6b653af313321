"""Event rules matched to clauses, and who fills their parts."""
