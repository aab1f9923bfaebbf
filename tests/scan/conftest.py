"""What tests of scans share."""

from pathlib import Path

import pytest
from crawl import write_crawl

from newslint.scan import plan


@pytest.fixture
def crawl(here: Path) -> Path:
    write_crawl(here)
    return here


@pytest.fixture
def small_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Jobs of about two records."""
    monkeypatch.setattr(plan, "SMALLEST", 400)
    monkeypatch.setattr(plan, "LARGEST", 400)
