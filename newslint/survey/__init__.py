"""What a folder holds, found by looking: what `newslint init` writes a configuration from."""
