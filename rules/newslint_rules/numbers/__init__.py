"""The bundled rules: numbers."""
