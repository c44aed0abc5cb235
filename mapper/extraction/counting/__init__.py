"""Whom a sentence counts, how many, and as what: numbers with their hedges, nouns and measures."""
