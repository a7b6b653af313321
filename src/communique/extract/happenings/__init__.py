"""Events: what happened or may, by PLOVER."""
