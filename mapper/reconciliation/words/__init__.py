"""What became of every figure, and why, in plain words."""
