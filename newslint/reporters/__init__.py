"""The formats of ``--format``."""

from newslint.reporters.concise import Concise
from newslint.reporters.full import Full
from newslint.reporters.jsonl import Jsonl
from newslint.reporting import Reporter, Summary

__all__ = ["Reporter", "Summary", "builtin_reporters"]


def builtin_reporters() -> tuple[Reporter, ...]:
    """Return the formats that come with newslint, the default one first."""
    return (Full(), Concise(), Jsonl())
