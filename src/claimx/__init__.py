"""Claims in news text: who says what, by which words, for or against what."""
