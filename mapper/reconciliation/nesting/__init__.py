"""Which figure of a voice lies inside which other, so that nothing is added to what holds it."""
