"""The baseline: findings that are accepted, kept by content, and the file they are written to."""
