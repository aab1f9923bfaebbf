"""The bundled rules: residue."""
