"""The hooks of newslint: everything a plugin can add, on one page.

A plugin is a distribution with an entry point in the group ``newslint`` whose value is a module or
a package. Its files are walked for functions marked with `newslint.rule` and for ``*.toml`` rule
files: for rules, no hook is needed. The hooks below are for what is not a file in the package. Each
is called once, before the first article; there is no hook per article or per word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pluggy

from newslint.raw import Reader
from newslint.reporting import Reporter
from newslint.rulebook import Rule

PROJECT = "newslint"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def newslint_add_rules() -> Iterable[Rule | Callable[..., Any]]:
    """Add rules that are not in files of the package: marked functions or `Rule` objects."""
    return ()


@hookspec
def newslint_add_readers() -> Iterable[Reader]:
    """Add readers of further formats (`Reader`); one of a known suffix takes it over."""
    return ()


@hookspec
def newslint_add_reporters() -> Iterable[Reporter]:
    """Add output formats; each has a ``name`` for ``--format``."""
    return ()
