"""Plugins and newslint itself reach the executors in a packed environment, as docs/spark.md says.

Executors are processes of their own here (``local-cluster``), started in folders of their own, and
find newslint and the plugin nowhere but in the archive.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from checkout import copy_checkout, must
from needs import need_spark

pytestmark = pytest.mark.slow

DRIVER = """
import sys
from newslint.errors import NewslintError
from newslint.session import Session, session_options
from newslint.spark import lint, run_tasks, spark_session

spark = spark_session("local-cluster[1,1,1024]", {
    "spark.archives": sys.argv[1] + "#environment",
    "spark.executor.memory": "1g",
    "spark.sql.shuffle.partitions": "1",
    "spark.task.maxFailures": "1",
})
try:
    import driver_tasks
    spark.sparkContext.addPyFile(driver_tasks.__file__)
    session = Session(session_options(extend_select="long-headline"))
    print(*run_tasks(spark, session, driver_tasks.where, ["long_headline"]), sep="\\n")
    table = spark.createDataFrame([("The ferry goes on until June.", "Long " * 30)],
        "text string, title string")
    for row in lint(table, extend_select="long-headline").collect():
        print(row.code, row.record.field)
except NewslintError as error:
    print(error)
finally:
    spark.stop()
"""

TASKS = """
import inspect, sys

def where(session, rule):
    return sys.executable + " " + inspect.getfile(session.book.find(rule).function)
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with newslint and a plugin; Spark lies beside it, for the driver alone."""
    need_spark()
    folder = tmp_path_factory.mktemp("packed")
    source = copy_checkout(folder / "source")
    must(sys.executable, "-m", "venv", folder / "env", cwd=folder)
    python = folder / "env" / "bin" / "python"
    plugin = source / "examples" / "newslint-example"
    must(python, "-m", "pip", "install", "-q", source, plugin, "pyarrow", "pandas", cwd=folder)
    spec = find_spec("pyspark")
    assert spec is not None
    assert spec.origin is not None
    spark = folder / "driver" / "pyspark"  # executors write their folders below it
    spark.mkdir(parents=True)
    for entry in Path(spec.origin).parent.iterdir():
        (spark / entry.name).symlink_to(entry)
    py4j = find_spec("py4j")
    assert py4j is not None
    assert py4j.origin is not None
    (spark.parent / "py4j").symlink_to(Path(py4j.origin).parent)
    (spark.parent / "driver_tasks.py").write_text(TASKS)
    return folder


def packed(folder: Path, name: str, leave_out: str | None = None) -> Path:
    """Pack the environment; a plain archive will do where Python is at the same place.

    Compressed: from one that is not, Spark takes no permissions, and Python cannot be run.
    """
    archive = folder / name

    def kept(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
        unneeded = ("/pip/", "/tests/", "/include/", leave_out or "/pip/")
        return None if any(one in member.name for one in unneeded) else member

    with tarfile.open(archive, "w:gz", compresslevel=1) as tar:
        tar.add(folder / "env", ".", filter=kept)
    return archive


def drive(folder: Path, archive: Path) -> str:
    (folder / "here").mkdir(exist_ok=True)
    ran = subprocess.run(
        [folder / "env" / "bin" / "python", "-c", DRIVER, archive],
        cwd=folder / "here",
        env={
            **os.environ,
            "PYTHONPATH": str(folder / "driver"),
            "SPARK_HOME": str(folder / "driver" / "pyspark"),
            "PYSPARK_PYTHON": "./environment/bin/python",
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    return ran.stdout


def test_executors_run_the_plugin_of_the_packed_environment(environment: Path) -> None:
    where, found = drive(environment, packed(environment, "env.tar.gz")).splitlines()
    python, rule = where.split()
    assert python.endswith("/environment/bin/python")
    assert re.search(r"/app-\d+-\d+/\d+/environment/lib/", rule)  # of the executor, in its archive
    assert found == "EXA001 title"


def test_an_executor_without_the_plugin_says_so(environment: Path) -> None:
    said = drive(environment, packed(environment, "other.tar.gz", leave_out="newslint_example"))
    assert said.startswith(
        "a Spark worker failed: the rules on this worker are not those of the driver: "
        "missing: newslint-example 0.1.0; ship the environment of the driver to the workers"
    )
