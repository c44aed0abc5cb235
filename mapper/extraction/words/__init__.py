"""A text as sentences and words, and what each word may be in its language."""
