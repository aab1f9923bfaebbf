"""The bundled rules."""
