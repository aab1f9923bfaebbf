"""The bundled rules: typography."""
