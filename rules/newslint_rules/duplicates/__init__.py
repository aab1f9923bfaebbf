"""The bundled rules: duplicates."""
