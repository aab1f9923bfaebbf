"""The bundled rules: dates."""
