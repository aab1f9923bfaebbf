"""The formats of ``--format``."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

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


def builtin_reporter(name: str, **settings: Any) -> Reporter:
    """Return a format that comes with newslint; only the one asked for is imported.

    Args:
        name: What ``--format`` calls it.
        **settings: Fields of its class.

    Raises:
        KeyError: when none is called so.
    """
    module, _, class_name = BUILTIN[name].partition(".")
    made_of = getattr(importlib.import_module(f"newslint.reporters.{module}"), class_name)
    reporter: Reporter = made_of(**settings)
    return reporter
