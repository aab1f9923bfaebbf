"""The file of a baseline: JSON with one entry a line, sorted, so that changes to it stay small.

Read strictly: who edits it by hand, or merges it, is told what is wrong and where.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from newslint.baseline.accepted import Baseline
from newslint.baseline.entry import Entry
from newslint.errors import ConfigError, nearest
from newslint.files import write_atomically

DEFAULT_NAME = ".newslint-baseline.json"
VERSION = 1

_NEEDED = ("path", "record", "code", "rule", "fingerprint", "excerpt")
_OPTIONAL = ("reason", "until")
_HALVES = re.compile("[\ud800-\udfff]")
_CONFLICT = re.compile(r"(?m)^(?:<{7}|={7}|>{7}|\|{7})(?: |$)")


def read_baseline(file: Path) -> Baseline:
    """Read the file of a baseline.

    Raises:
        ConfigError: when it is none; names the file, the line or entry and what would be right.
    """
    return parse_baseline(_read(file), file)


def parse_baseline(data: bytes, file: Path) -> Baseline:
    """Return the baseline that the bytes of a file hold.

    Raises:
        ConfigError: when they hold none.
    """
    root = file.resolve().parent
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: not UTF-8 at byte {error.start}") from error
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        raise ConfigError(
            f"{file}: line {line}: a merge conflict; keep the entries of both sides and take the "
            "lines with the markers out"
        )
    try:
        table = json.loads(text)
    except json.JSONDecodeError as error:
        hint = " (each entry but the last ends in a comma)" if "delimiter" in error.msg else ""
        raise ConfigError(
            f"{file}: line {error.lineno}: not valid JSON: {error.msg}{hint}"
        ) from error
    except ValueError as error:  # a number of thousands of digits
        raise ConfigError(f"{file}: not valid JSON: {error}") from error
    except RecursionError as error:
        raise ConfigError(f"{file}: not a baseline: nested too deeply") from error
    return Baseline(root, _entries(table, file))


def render_baseline(baseline: Baseline) -> bytes:
    """Return the bytes of the file of a baseline."""
    lines = ",\n".join(json.dumps(_row(one), ensure_ascii=False) for one in baseline.entries)
    body = f"\n{lines}\n" if lines else ""
    text = f'{{"version": {VERSION}, "findings": [{body}]}}\n'
    # Half of a surrogate pair, as in the name of a file that is not UTF-8, has no bytes.
    return _HALVES.sub(lambda half: f"\\u{ord(half.group()):04x}", text).encode()


def write_baseline(file: Path, baseline: Baseline, before: bytes | None) -> None:
    """Write a baseline at one stroke, where it differs from what is there.

    Args:
        file: The file; made if there is none.
        baseline: What to write.
        before: What the file held when the baseline was made, ``None`` if there was none.

    Raises:
        ChangedMeanwhileError: when the file holds something else by now.
        InputError: when it cannot be written.
    """
    data = render_baseline(baseline)
    if data != before:
        write_atomically(file, data, expected=before)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise ConfigError(
            f"{file}: there is no such baseline; run `newslint baseline PATH...` to make it"
        ) from error
    except OSError as error:
        raise ConfigError(f"{file}: the baseline cannot be read: {error.strerror}") from error


def _entries(table: Any, file: Path) -> list[Entry]:
    if not isinstance(table, dict):
        raise ConfigError(f'{file}: must be {{"version": {VERSION}, "findings": [...]}}')
    for key in table:
        if key not in {"version", "findings"}:
            close = nearest(key, ("version", "findings"))
            raise ConfigError(f"{file}: unknown key {key!r}{close}")
    version = table.get("version")
    if version != VERSION or isinstance(version, bool):
        raise ConfigError(f"{file}: 'version' must be {VERSION}, not {version!r}")
    rows = table.get("findings")
    if not isinstance(rows, list):
        raise ConfigError(f"{file}: 'findings' must be a list of entries")
    first_of: dict[tuple[str, str, str], int] = {}
    read = []
    for number, row in enumerate(rows, start=1):
        entry = _entry(row, f"{file}: finding {number}")
        first = first_of.setdefault(entry.identity, number)
        if first != number:
            raise ConfigError(
                f"{file}: finding {number}: the same as finding {first}; keep one of them"
            )
        read.append(entry)
    return read


def _entry(row: Any, where: str) -> Entry:
    if not isinstance(row, dict):
        raise ConfigError(f"{where} must be a table, not {row!r:.80}")
    for key in row:
        if key not in {*_NEEDED, *_OPTIONAL}:
            close = nearest(key, (*_NEEDED, *_OPTIONAL))
            raise ConfigError(f"{where}: unknown key {key!r}{close}")
    for key in _NEEDED:
        if key not in row:
            raise ConfigError(f"{where}: {key!r} is missing")
    where = f"{where} ({row['code']} in {row['path']!r:.200})"
    for key in {*_NEEDED, "reason"} - {"record"}:
        if key in row and (not isinstance(row[key], str) or not (row[key] or key == "excerpt")):
            raise ConfigError(f"{where}: {key!r} must be a string, not {row[key]!r:.80}")
    record = row["record"]
    if isinstance(record, bool) or not isinstance(record, str | int | None):
        raise ConfigError(
            f"{where}: 'record' must be the id or number of a record, or null, not {record!r:.80}"
        )
    if not re.fullmatch(r"[0-9a-f]{16}", row["fingerprint"]):
        raise ConfigError(f"{where}: 'fingerprint' must be 16 digits 0-9 and a-f")
    until = read_day(row["until"], f"{where}: 'until'") if "until" in row else None
    return Entry(**{**row, "until": until})


def read_day(value: Any, where: str) -> date:
    """Return the day that a value names; ``where`` is what the value is called in messages.

    Raises:
        ConfigError: when it names none.
    """
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise ConfigError(f"{where} must be a day like 2027-03-31, not {value!r:.80}")


def _row(entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {key: getattr(entry, key) for key in _NEEDED}
    if entry.reason is not None:
        row["reason"] = entry.reason
    if entry.until is not None:
        row["until"] = entry.until.isoformat()
    return row
