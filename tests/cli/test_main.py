"""The command line as a whole: what no verb can help."""

import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
def test_a_full_disk_is_trouble_and_no_traceback() -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "newslint", "rules"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "newslint: cannot go on: No space left on device\n"


@pytest.mark.skipif(not FULL.exists(), reason="needs a POSIX shell")
@pytest.mark.parametrize("extra", [[], ["--baseline", ""]])
def test_who_stops_reading_gets_trouble_in_silence_and_the_files(newsroom, extra) -> None:
    """``| head``, the command line read by newslint itself or by click."""
    (newsroom / "bad.txt").write_text("A badword stands here.\n" * 5000)  # more than a pipe takes
    line = [sys.executable, "-m", "newslint", "check", "bad.txt", "--no-plugin", "bundled", *extra]
    with subprocess.Popen(
        [*line, "--output-format", "jsonl=out.jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (2, "")
    assert (newsroom / "out.jsonl").read_text().count('"LOC001"') == 5000


@pytest.mark.skipif(not FULL.exists(), reason="needs a POSIX shell")
def test_a_working_directory_that_is_gone_is_said_to_be(tmp_path) -> None:
    script = 'mkdir gone && cd gone && rmdir ../gone && exec "$@"'
    command = ["sh", "-c", script, "sh", sys.executable, "-m", "newslint", "check", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    said = "newslint: cannot go on: the working directory does not exist any more\n"
    assert done.stderr == said


@pytest.mark.skipif(not FULL.exists(), reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["check", "bad.txt"], 1, ""),
        (["check", "-"], 2, "newslint: standard input is closed\n"),
        (["baseline", "bad.txt"], 0, ""),
    ],
)
def test_standard_input_may_be_closed_where_it_is_not_read(
    newsroom, arguments, status, said
) -> None:
    verb, *rest = arguments
    line = [sys.executable, "-m", "newslint", verb, "--no-plugin", "bundled", *rest]
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *line], capture_output=True, text=True, check=False
    )
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert said in done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="needs a POSIX shell")
def test_who_closed_standard_error_gets_diagnostics_and_the_status(newsroom) -> None:
    line = [sys.executable, "-m", "newslint", "check", "--no-plugin", "bundled"]
    for arguments, status in ((["bad.txt"], 1), (["missing.txt"], 2), (["--nonsense"], 2)):
        command = ["sh", "-c", 'exec "$@" 2>&-', "sh", *line, *arguments, "--format=concise"]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        assert done.returncode == status
        assert ("LOC001" in done.stdout) == (status == 1)
