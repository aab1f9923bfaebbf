"""Python's search for objects that hold each other, which finds hardly any here."""

from __future__ import annotations

import gc

OBJECTS = 50_000
"""Objects made until Python looks for cycles among them. Its 700 have it look a hundred times while
the rules are imported, and a few times in each article, whose objects are let go of all the same
(`Text.close`): a tenth of a run. Waiting costs some 10 MB."""


def search_seldom() -> None:
    """Have Python search seldom, in a process that does nothing but lint."""
    gc.set_threshold(OBJECTS)
