"""A Spark session of newslint's own, and what is missing said before Java says it."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newslint.errors import NewslintError
from newslint.patterns import regexp

LOCAL = "local[2]"
"""The master where none is named: two processes on this machine."""
ROWS = 1000
"""Articles that are handed to Python at once: a few megabytes. Arrow's own columns of text hold
2 GB at most, and Spark's default of 10,000 rows is made for numbers."""
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.driver.memory": "1g",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(ROWS),
}


def spark_session(master: str | None = None, settings: Mapping[str, str] | None = None) -> Any:
    """Return the Spark session that there is, or make one.

    Args:
        master: ``local[4]``, ``spark://host:7077``, ``yarn`` …; by default two processes here.
        settings: Spark's own settings (``spark.archives`` …), before newslint's.

    Raises:
        NewslintError: when Spark or Java is missing, or the master cannot be reached.
    """
    need_spark()
    from pyspark.sql import SparkSession

    master = master or LOCAL
    if (active := SparkSession.getActiveSession()) is not None:
        return active
    need_java()
    chosen = {**_SETTINGS, **(settings or {})}
    if is_local(master):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # not the python3 of the path
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = SparkSession.builder.master(master).appName("newslint")
    for name, value in chosen.items():
        builder = builder.config(name, value)
    try:
        with quiet():
            return builder.getOrCreate()
    except Exception as error:  # of Java, in many lines
        raise NewslintError(f"Spark does not start on {master}: {_first_line(error)}") from error


def need_spark() -> None:
    """See that the libraries are there.

    Raises:
        NewslintError: when one is missing.
    """
    for name in ("pyspark", "pandas", "pyarrow"):
        if find_spec(name) is None:
            raise NewslintError(f"Spark needs {name}: pip install 'newslint[spark]'")


def need_java() -> None:
    """See that Java is there.

    Raises:
        NewslintError: when it is not.
    """
    home = os.environ.get("JAVA_HOME")
    java = Path(home, "bin", "java") if home else None
    if java is not None and not java.is_file():
        raise NewslintError(f"Spark needs Java, and JAVA_HOME={home} has none: there is no {java}")
    if java is None and shutil.which("java") is None:
        raise NewslintError(
            "Spark needs Java 17 or newer: apt-get install openjdk-17-jre-headless (or your "
            "system's package), or set JAVA_HOME"
        )


def is_local(master: str) -> bool:
    """Tell whether the workers of a master are processes on this machine."""
    return master.startswith("local")


def use_this_python(spark: Any) -> None:
    """Have workers on this machine use this Python, unless somebody has settled another.

    Spark takes the ``python3`` of the path otherwise, in which there may be no newslint.
    """
    context = getattr(spark, "_sc", None)  # none under Spark Connect
    if context is None or not is_local(context.master) or os.environ.get("PYSPARK_PYTHON"):
        return
    if not context.getConf().contains("spark.pyspark.python"):
        context.pythonExec = sys.executable


@contextmanager
def quiet() -> Iterator[None]:
    """Keep back what Spark says of the version of pandas: newslint hands it Arrow."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas")
        yield


_OF_JAVA = regexp(r"(?m)^: (?:[\w.$]+(?:Exception|Error): )?(.+)")


def _first_line(error: Exception) -> str:
    text = str(error).strip()
    if of_java := _OF_JAVA.search(text):
        return of_java[1]
    return (text.splitlines() or [type(error).__name__])[0]
