"""A Spark session for all tests here; they run for real in CI, and elsewhere where Spark is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

IN_CI = bool(os.environ.get("CI"))  # before `_plain_environment` takes it away
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.spark)
            item.add_marker(pytest.mark.filterwarnings("ignore"))  # Spark's own, of sockets


def need(there: bool, what: str) -> None:
    """Leave a test out where something is not installed; in CI it has to be."""
    if not there:
        (pytest.fail if IN_CI else pytest.skip)(f"{what} is not installed")


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """Two processes on this machine."""
    try:
        import pyspark  # noqa: F401
    except ImportError:
        need(False, "pyspark")
    need(shutil.which("java") is not None or "JAVA_HOME" in os.environ, "Java")
    from newslint.spark import spark_session

    session = spark_session(settings={"spark.sql.shuffle.partitions": "4"})
    yield session
    session.stop()
