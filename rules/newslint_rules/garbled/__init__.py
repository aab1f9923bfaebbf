"""The bundled rules: garbled."""
