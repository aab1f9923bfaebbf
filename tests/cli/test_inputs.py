"""What a run reads is never what it writes."""

import subprocess
import sys

import pytest


def test_a_report_in_the_folder_that_is_read_is_not_read(newsroom, run_newslint):
    (newsroom / "reports").mkdir()
    (newsroom / "report.jsonl").write_text('{"text": "A badword of an earlier run."}\n')
    (newsroom / "reports" / "b.txt").write_text("A badword of an earlier run.\n")
    line = ("check", "--no-plugin", "bundled", ".", "--format", "concise")
    outputs = ("--output-format", "jsonl=report.jsonl", "--output-format=full=./reports/b.txt")
    assert len(run_newslint(*line).out.splitlines()) == 3
    ran = run_newslint(*line, *outputs)
    assert [one.split(":")[0] for one in ran.out.splitlines()] == ["bad.txt"]
    assert "badword" in (newsroom / "report.jsonl").read_text()


@pytest.mark.parametrize("named", [False, True])
def test_the_file_that_standard_output_goes_to_is_not_read(newsroom, named):
    command = [sys.executable, "-m", "newslint", "check", "--no-plugin", "bundled", "."]
    command += ["out.txt"] * named
    (newsroom / "out.txt").write_text("A badword of an earlier run.\n")
    with (newsroom / "out.txt").open("a") as out:
        ran = subprocess.run(
            [*command, "--format", "concise"],
            cwd=newsroom,
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ran.returncode == 1
    assert ("out.txt left out: this run writes it" in ran.stderr) == named
    written = (newsroom / "out.txt").read_text().splitlines()[1:]
    assert [one.split(":")[0] for one in written] == ["bad.txt"]
