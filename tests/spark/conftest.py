"""A Spark session for all tests here; they run for real in CI, and elsewhere where Spark is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from needs import need_spark

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.spark)
            item.add_marker(pytest.mark.filterwarnings("ignore"))  # Spark's own, of sockets


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """Two processes on this machine."""
    need_spark()
    from newslint.spark import spark_session

    session = spark_session(settings={"spark.sql.shuffle.partitions": "4"})
    yield session
    session.stop()
