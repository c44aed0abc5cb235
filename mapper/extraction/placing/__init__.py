"""Where: the places a text names, the part each plays, and which of them are a claim's."""
