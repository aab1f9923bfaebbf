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
    assert done.stderr == "newslint: cannot go on: [Errno 28] No space left on device\n"
