"""The bundled rules: encoding."""
