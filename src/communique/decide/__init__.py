"""JUDGEMENT: what people decided about records, applied, re-attached, listed, undone. Pure."""
