"""Packaged data: every table with a source, a licence and a hash. Imports nothing of mapper."""
