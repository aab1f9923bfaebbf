"""What runs on the workers: unpacked there, with the rules that are installed there.

Nothing of newslint is in what Spark ships but bytes, so a worker without newslint, or with another
version or other plugins, can say so in words.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from typing import Any

from newslint.arrow.linting import session_for
from newslint.book_stamp import BookStamp
from newslint.errors import PluginError
from newslint.garbage import search_seldom
from newslint.session import Session, SessionOptions
from newslint.structs import Struct

SHIP = (
    "ship the environment of the driver to the workers (spark.archives and PYSPARK_PYTHON: "
    "docs/spark.md of newslint)"
)


class Job(Struct):
    """What the workers are to do with batches.

    Args:
        function: A function of a module, called with the session, batches and the rest.
        options: What the session is made from.
        stamp: The rules of the driver.
        rest: What else the function is given.
    """

    function: Callable[..., Iterator[Any]]
    options: SessionOptions
    stamp: BookStamp
    rest: tuple[Any, ...] = ()


def shipped(job: Job) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """Return the function that Spark is to run on batches."""
    packed, ship = pickle.dumps(job), SHIP

    def run(batches: Iterator[Any]) -> Iterator[Any]:
        import sys

        try:
            from newslint.spark.worker import work
        except ImportError as error:
            raise RuntimeError(
                f"newslint cannot be imported by {sys.executable} on this worker ({error}): {ship}"
            ) from None
        yield from work(packed, batches)

    return run


def work(packed: bytes, batches: Iterator[Any]) -> Iterator[Any]:
    """Do a job.

    Raises:
        PluginError: when the rules here are not those of the driver.
    """
    search_seldom()
    try:
        job: Job = pickle.loads(packed)  # noqa: S301 - of the driver
    except (ImportError, AttributeError, TypeError) as error:
        message = f"newslint on this worker is not the one of the driver ({error}): {SHIP}"
        raise PluginError(message) from error
    yield from job.function(_session(job), batches, *job.rest)


_checked: set[tuple[int, BookStamp]] = set()


def _session(job: Job) -> Session:
    session = session_for(job.options)
    if (id(session), job.stamp) not in _checked:
        different = job.stamp.difference(BookStamp.of(session.book))
        if different:
            message = f"the rules on this worker are not those of the driver: {different}; {SHIP}"
            raise PluginError(message)
        _checked.add((id(session), job.stamp))
    return session
