"""What tests need that is not always there; in CI it has to be."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec

import pytest

IN_CI = bool(os.environ.get("CI"))  # before a fixture takes it away


def need_module(name: str) -> None:
    """Leave a test out where a library is not installed."""
    _need(find_spec(name) is not None, f"{name} (extra engines-test)")


def need_spark() -> None:
    """Leave a test out where Spark cannot run."""
    need_module("pyspark")
    _need(shutil.which("java") is not None or "JAVA_HOME" in os.environ, "Java")


def _need(there: bool, what: str) -> None:
    if not there:
        (pytest.fail if IN_CI else pytest.skip)(f"{what} is not installed")
