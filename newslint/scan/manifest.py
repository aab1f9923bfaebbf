"""``manifest.json``: what a scan read, with what, and which parts there are of it."""

from __future__ import annotations

import json
import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from newslint.book import Book
from newslint.scan.request import ScanRequest
from newslint.scan.work_folder import whole_file
from newslint.session import Session

SCHEMA = 1
"""Version of the manifest and of the summary."""


def manifest(
    request: ScanRequest,
    session: Session,
    sizes: dict[str, int],
    parts: Sequence[dict[str, Any]],
    keep: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the manifest. It tells nothing of clocks, processes or machines.

    Args:
        request: What was asked.
        session: Knows the rules that ran.
        sizes: The files, with their sizes in bytes.
        parts: The parts, in order: name, rows, bytes, and the files that they are about.
        keep: The file of what is kept, and which rules decide it (none: all).
    """
    return {
        "schema": SCHEMA,
        "inputs": [{"path": path, "size": size} for path, size in sizes.items()],
        "format": request.form,
        "parts": parts,
        "keep": keep,
        "configuration": _configuration(request, session),
        "versions": _versions(session.book),
    }


def write_json(file: Path, value: Any) -> None:
    """Write a value as JSON that people can read, whole or not at all."""
    with whole_file(file) as unfinished:
        text = json.dumps(value, indent=2, ensure_ascii=True)
        unfinished.write_text(text + "\n", encoding="utf-8")


def _configuration(request: ScanRequest, session: Session) -> dict[str, Any]:
    config, selection = request.options.config, session.selection
    rules = (*selection.default.document, *selection.default.corpus)
    return {
        "file": None if config.file is None else config.file.name,
        "rules": [
            {
                "code": one.rule.code,
                "rule": one.rule.name,
                "severity": one.severity,
                "options": {name: _plain(value) for name, value in sorted(one.options.items())},
            }
            for one in sorted(rules, key=lambda one: one.rule.code)
        ],
        "min-severity": config.min_severity,
        "max-article-size": config.max_article_size,
        "language": config.language,
        "encoding": config.encoding,
        "fields": dict(config.fields),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    if isinstance(value, list | tuple | set | frozenset):
        plain = [_plain(one) for one in value]
        return sorted(plain, key=str) if isinstance(value, set | frozenset) else plain
    return str(value)


def _versions(book: Book) -> dict[str, str]:
    libraries = ("regex", "dateparser", "ftfy", "marisa-trie", "ahocorasick-rs")
    return {
        "newslint": version("newslint"),
        "python": platform.python_version(),
        **{name: version(name) for name in libraries},
        **{plugin.name: str(plugin.version) for plugin in book.plugins},
    }
