"""A corpus too large for a terminal: read in jobs, judged as a whole, written down in parts."""
