from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from needs import need_module

from newslint.errors import NewslintError
from newslint.spark import session
from newslint.spark.session import need_java, need_spark
from newslint.spark.tasks import reason

OF_JAVA = (
    "An error occurred while calling o7.collect.\n"
    ": org.apache.spark.SparkException: Job aborted: Lost task 0.3 in stage 0.0 (TID 3) "
    "(127.0.0.1 executor 0): java.io.IOException: Cannot run program\n\tat org.a"
)


def test_without_a_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "find_spec", lambda name: None if name == "pyspark" else name)
    with pytest.raises(NewslintError) as raised:
        need_spark()
    assert str(raised.value) == "Spark needs pyspark: pip install 'newslint[spark]'"


def test_without_java_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(NewslintError, match="apt-get install openjdk-17-jre-headless"):
        need_java()
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(NewslintError, match=r"JAVA_HOME=.* has none"):
        need_java()
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "java").touch()
    need_java()


def test_a_scan_without_java_or_spark_ends_with_2_and_says_what_to_install(
    here: Path, newslint_process: Callable[..., Any], run_newslint: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    need_module("pyspark")
    (here / "a.txt").write_text("The ferry goes on until June, said the mayor of the town.\n")
    scan = ("scan", "a.txt", "-o", "out", "--engine", "spark")
    ran = newslint_process(*scan, cwd=here, PATH=str(here), JAVA_HOME="")
    assert ran.returncode == 2
    assert ran.stdout == b""
    (line,) = ran.stderr.decode().splitlines()
    assert line.startswith("newslint: Spark needs Java 17 or newer: apt-get install openjdk-17-jre")
    monkeypatch.setattr(session, "find_spec", lambda name: None if name == "pyspark" else name)
    without = run_newslint(*scan)
    assert without.status == 2
    assert without.err == "newslint: Spark needs pyspark: pip install 'newslint[spark]'\n"


def test_importing_newslint_needs_no_spark() -> None:
    program = "import sys; sys.modules['pyspark'] = None; import newslint.spark"
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Traceback:\n  File x\nnewslint.errors.PluginError: too old\n\tat org.a", "too old"),
        ("Traceback:\n  File x\nValueError: no\n\n\tat org.a", "ValueError: no"),
        (OF_JAVA, "Cannot run program"),
        ("", "ValueError"),
    ],
)
def test_what_java_wraps_is_one_line(text: str, line: str) -> None:
    assert reason(ValueError(text)) == line
