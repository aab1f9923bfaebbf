"""The bundled rules: headline."""
