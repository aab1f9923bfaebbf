"""Learning from a corpus: each article counted, the counts of all put together, a file written."""
