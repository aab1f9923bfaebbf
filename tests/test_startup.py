"""What a start costs, counted without a clock: modules imported, patterns compiled, files compiled.

The numbers are those of a short English article with nothing wrong in it, under the default rules.
They may be raised for something that is worth it; 10 modules are some 2 ms, 10 patterns 2.5 ms.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = """Council approves new bridge over the river Arle

Hartley — The town council on Tuesday approved a plan to build a new bridge over the river Arle, \
ending a debate that has lasted more than six years.

Mayor Ellen Marsh said the bridge would cost 4.2 million pounds and open in the spring of next \
year. "We have waited long enough," she told reporters after the vote. "This is good news for \
every family in Hartley."

Nine of the eleven members voted in favour. Two, both from the northern ward, voted against, \
saying the money should go to schools first.

The old bridge, built in 1931, was closed to lorries last autumn after engineers found cracks in \
two of its pillars. Buses have since had to take a detour of seven miles.

Peter Lowe, who runs a bakery near the market, said business had fallen by a third since then. \
Work is due to begin in June.
"""

CHECK = """
from newslint.cli import main

assert main(["check", "--isolated", "one.txt"]) == 0
"""

UNNEEDED = {
    "ast", "asyncio", "calendar", "click", "concurrent.futures", "csv", "dataclasses",
    "dateparser", "difflib", "dis", "email", "ftfy", "gettext", "hashlib",
    "importlib.metadata", "importlib.resources", "inspect", "json", "locale", "multiprocessing",
    "newslint.baseline", "newslint.cache_key", "newslint.cli.acceptance", "newslint.cli.changed",
    "newslint.cli.completion", "newslint.cli.progress", "newslint.cli.watch_memory",
    "newslint.reporters.excerpt", "newslint.reporters.jsonl", "newslint_rules.titles.title_clashes",
    "pathspec", "pluggy", "random", "regex", "shutil", "socket", "sqlite3", "subprocess",
    "tempfile", "tomllib", "watchfiles", "yaml", "zipfile",
}  # fmt: skip
"""Each takes from 0.3 to 60 ms to import, with what it imports."""


@pytest.fixture
def counted(tmp_path: Path):
    """Run a program and give what it imported and compiled: `counted("import newslint")`."""
    (tmp_path / "one.txt").write_text(ARTICLE, encoding="utf-8")

    def run(program: str, **environment: str) -> dict[str, list[str]]:
        whole = f"""
import re, sys

patterns, sources = [], []
compile_ = re.compile

def compile(source, flags=0):
    if sys._getframe(1).f_globals["__name__"].startswith("newslint"):
        patterns.append(str(source))
    return compile_(source, flags)

re.compile = compile
sys.addaudithook(lambda event, given: event == "compile" and sources.append(str(given[1])))
before = set(sys.modules)
{program}
modules = sorted(set(sys.modules) - before)
import json

print(json.dumps({{"modules": modules, "patterns": patterns, "sources": sources}}))
"""
        done = subprocess.run(
            [sys.executable, "-c", whole],
            cwd=tmp_path,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    return run


def test_importing_newslint_imports_nothing_else_of_it(counted):
    modules = counted("import newslint")["modules"]
    assert [one for one in modules if "newslint" in one] == ["newslint"]


def test_a_public_name_imports_what_it_is_made_of(counted):
    modules = counted("from newslint import regexp, Span")["modules"]
    assert not [one for one in modules if one.startswith(("newslint.text", "newslint.doc"))]


def test_asking_for_the_version_imports_no_engine(counted):
    modules = counted("from newslint.cli import main; main(['--version'])")["modules"]
    assert not {"newslint.engine", "newslint.doc"} & set(modules)


def test_checking_a_plain_text_imports_only_what_it_needs(counted):
    modules = set(counted(CHECK)["modules"])
    assert modules & UNNEEDED == set()
    assert len(modules) <= 268


@pytest.mark.parametrize(
    ("text", "reads_html"), [("Only 3 < 5 & {0}", False), ("<p>It rained.</p><p>{0}</p>", True)]
)
def test_records_without_html_import_no_reader_of_it(counted, tmp_path, text, reads_html):
    record = {"text": text.format(ARTICLE), "title": "Council &amp; bridge"}
    (tmp_path / "one.jsonl").write_text(json.dumps(record), encoding="utf-8")
    program = CHECK.replace("one.txt", "one.jsonl").replace("== 0", "in {0, 1}")
    modules = counted(program)["modules"]
    assert ("newslint.readers.html_tags" in modules) is reads_html


def test_few_patterns_are_compiled_for_one_article(counted):
    patterns = counted(CHECK)["patterns"]
    assert len(patterns) <= 60


def test_what_was_compiled_once_is_not_compiled_again(counted, tmp_path):
    cache = {"PYTHONPYCACHEPREFIX": str(tmp_path / "cache")}
    counted(CHECK, **cache)
    again = counted(CHECK, **cache)["sources"]
    assert [one for one in again if one.endswith(".py")] == []
