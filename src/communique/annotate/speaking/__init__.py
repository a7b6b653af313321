"""Attribution: who says what, by which words (PARC, PolNeAR)."""
