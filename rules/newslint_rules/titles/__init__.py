"""The bundled rules: titles."""
