"""The formats of ``--format``."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

from newslint.reporting import Reporter, Summary

__all__ = ["BUILTIN", "Reporter", "Summary", "builtin_reporter"]

BUILTIN: Mapping[str, str] = {
    "full": "full.Full",
    "concise": "concise.Concise",
    "jsonl": "jsonl.Jsonl",
    "json": "json_document.Json",
    "github": "github.GitHub",
    "gitlab": "gitlab.GitLab",
    "sarif": "sarif.Sarif",
    "junit": "junit.JUnit",
    "rdjsonl": "rdjsonl.Rdjsonl",
}
"""Where each format that comes with newslint is, the default one first."""


def builtin_reporter(name: str) -> Reporter:
    """Return a format that comes with newslint; only the one asked for is imported.

    Raises:
        KeyError: when none is called so.
    """
    module, _, made_by = BUILTIN[name].partition(".")
    reporter: Reporter = getattr(importlib.import_module(f"newslint.reporters.{module}"), made_by)()
    return reporter
