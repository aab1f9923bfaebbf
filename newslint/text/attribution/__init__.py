"""Who says what: cues, the contents they introduce, and the sources they name."""
