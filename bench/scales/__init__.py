"""What a scan of any size costs: corpora out of nothing, processes watched, scans compared."""
