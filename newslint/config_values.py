"""What the values in a configuration have to be.

Each function takes a value as TOML gave it, and ``where``: what the value is called in a message.
It returns the value as `newslint.config.Config` has it, and raises a `ConfigError` that says what
would have been right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, cast

from newslint.diagnostic import SEVERITIES, Severity
from newslint.errors import ConfigError, nearest

CANONICAL_FIELDS = (
    "text", "headline", "date", "modified", "url", "source", "author", "language", "id",
    "description", "section",
)  # fmt: skip
"""The parts of an article that ``[fields]`` can name."""


def unknown(key: str, known: Sequence[str]) -> str:
    """Say that a key is unknown, and which is nearest to it, or which there are."""
    return f"unknown key {key!r}" + (nearest(key, known) or "; known are " + ", ".join(known))


def strings(value: Any, where: str) -> tuple[str, ...]:
    """Return a list of strings that are not empty."""
    if isinstance(value, str) and value:
        raise ConfigError(f"{where} must be a list of strings: [{value!r}], not {value!r}")
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise ConfigError(f"{where} must be a list of strings, not {value!r}")
    return tuple(value)


def records(value: Any, where: str) -> tuple[str | int, ...]:
    """Return a list of ids and numbers of records."""
    if not isinstance(value, list) or not value or not all(map(_is_record, value)):
        raise ConfigError(
            f"{where} must be a list of ids (strings) and numbers of records (from 0), "
            f"not {value!r}"
        )
    return tuple(one.strip() if isinstance(one, str) else one for one in value)


def _is_record(value: Any) -> bool:
    """Tell whether a value is an id or the number of a record; true and false are none."""
    return bool(value.strip()) if isinstance(value, str) else type(value) is int and value >= 0


def text(value: Any, where: str) -> str:
    """Return a string that is not empty."""
    if value == "":
        raise ConfigError(f"{where} must not be empty")
    if not isinstance(value, str):
        raise ConfigError(f"{where} must be a string, not {value!r}")
    return value


def severity(value: Any, where: str) -> Severity:
    """Return a severity."""
    if value not in SEVERITIES:
        raise ConfigError(f"{where} must be one of {', '.join(SEVERITIES)}, not {value!r}")
    return cast("Severity", value)


def fail_on(value: Any, where: str) -> str:
    """Return a severity, or ``never``."""
    if value != "never" and value not in SEVERITIES:
        raise ConfigError(f"{where} must be one of {', '.join(SEVERITIES)} or never, not {value!r}")
    return str(value)


def severities(value: Any, where: str) -> dict[str, Severity]:
    """Return severities by rule."""
    if not isinstance(value, dict):
        raise ConfigError(f'{where} must be a table of rule = "severity"')
    return {key: severity(one, f"{where}: {key!r}") for key, one in value.items()}


def options(value: Any, where: str) -> dict[str, dict[str, Any]]:
    """Return tables of options by rule."""
    if not isinstance(value, dict) or not all(isinstance(one, dict) for one in value.values()):
        raise ConfigError(f"{where} must be tables: [options.<rule>]")
    return value


def field_names(value: Any, where: str) -> dict[str, str]:
    """Return the names that the parts of an article have in files."""
    if not isinstance(value, dict):
        raise ConfigError(f'{where} must be a table of part = "name in the file"')
    for key in value:
        if key not in CANONICAL_FIELDS:
            raise ConfigError(f"{where}: {unknown(key, CANONICAL_FIELDS)}")
    return {key: text(one, f"{where}: {key!r}") for key, one in value.items()}


def language(value: Any, where: str) -> str:
    """Return the code of a language, in small letters."""
    code = text(value, where).lower()
    if not re.fullmatch(r"[a-z]{2,3}", code):
        raise ConfigError(f"{where} must be the code of a language, like 'en', not {value!r}")
    return code


def encoding(value: Any, where: str) -> str:
    """Return Python's name of an encoding."""
    import codecs

    name = text(value, where)
    try:
        return codecs.lookup(name).name
    except LookupError as error:
        raise ConfigError(f"{where}: {name!r} is no encoding Python knows") from error


def size(value: Any, where: str) -> int:
    """Return a whole number of characters."""
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
        raise ConfigError(f"{where} must be a whole number of characters, not {value!r}")
    return value
