"""Which rows of different voices and tables are of one event, and how surely."""
