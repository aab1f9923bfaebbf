"""What a run says when rules that compare articles could not see all of them."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from newslint.discovery import walked
from newslint.session import Session

MOST_COUNTED = 20_000
"""Files of the working directory that are counted, at most: a second."""


def partial_view_note(rules: int, given: int | None, session: Session) -> str:
    """Say that rules across articles did not run, and what would run them.

    Args:
        rules: How many there are.
        given: How many files were linted; ``None`` where all were given, and fixes kept them back.
        session: Knows which files of the working directory would be read.
    """
    said = f"{rules} rule{'s' * (rules > 1)} across articles not run"
    if given is None:
        return f"{said}: with --fix each article is read by itself"
    walk = walked(Path(), session.options.config, session.engine.suffixes)
    total = sum(1 for _ in islice(walk, MOST_COUNTED))
    more = "more than " if total == MOST_COUNTED else ""
    seen = f"{given:,} of {more}{total:,} files" if given < total else "a part of the files"
    return f"{said}: only {seen} given; use the hook newslint-corpus or 'newslint check .'"
