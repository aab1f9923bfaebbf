"""The bundled rules: quality."""
