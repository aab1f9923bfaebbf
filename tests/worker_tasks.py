"""What workers are asked to do in tests; a module of its own, for they import it."""

from __future__ import annotations

from newslint.errors import NewslintError
from newslint.session import Session


def reversed_task(session: Session, task: str) -> str:
    return f"{task[::-1]} {len(session.book.rules)}"


def failing_task(session: Session, task: str) -> str:
    if task == "b":
        raise NewslintError("the disk is full")
    return task


def broken_task(session: Session, task: str) -> str:
    raise KeyError(task)
