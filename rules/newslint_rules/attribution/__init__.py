"""The bundled rules: attribution."""
