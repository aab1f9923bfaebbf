"""Fixes applied to files, in rounds: a fix may uncover another, or make room for one beside it."""

from __future__ import annotations

import difflib
from codecs import BOM_UTF8
from collections.abc import Callable, Sequence
from pathlib import Path

from newslint.diagnostic import Diagnostic
from newslint.edits import apply_fixes, open_source
from newslint.files import read_file, write_atomically
from newslint.structs import Struct

MAX_ROUNDS = 10
"""As often as ESLint looks again (its ``MAX_AUTOFIX_PASSES``)."""

Lint = Callable[[bytes], Sequence[Diagnostic]]
"""Looks at the bytes of a file and says what is wrong there."""


class FixResult(Struct):
    """What became of a file.

    Args:
        before: Its bytes.
        after: Its bytes with the fixes applied.
        applied: How many diagnostics were mended.
        remaining: What is wrong in ``after``.
        rounds: How many times fixes were applied.
        unsettled: Codes of rules whose fixes undo each other or never end; ``()`` if all is well.
    """

    before: bytes
    after: bytes
    applied: int
    remaining: tuple[Diagnostic, ...]
    rounds: int
    unsettled: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the bytes differ."""
        return self.before != self.after


def fix_file(
    path: Path,
    lint: Lint,
    *,
    unsafe: bool,
    write: bool = True,
    encoding: str | None = None,
    max_rounds: int = MAX_ROUNDS,
) -> FixResult:
    """Apply the fixes of a file, and write it if that changed anything.

    Args:
        path: The file.
        lint: Gives the diagnostics of its bytes.
        unsafe: Whether to apply the fixes that a person should look at, too.
        write: ``False`` leaves the file as it is (for ``--diff``).
        encoding: What a file without a byte order mark is in; UTF-8 if not given.
        max_rounds: How many times to apply fixes and look again.

    Raises:
        InputError: when the file cannot be read or written, or was changed by somebody meanwhile.
    """
    data = read_file(path)
    result = fix_bytes(data, lint, unsafe=unsafe, encoding=encoding, max_rounds=max_rounds)
    if write and result.changed:
        write_atomically(path, result.after, expected=data)
    return result


def fix_bytes(
    data: bytes,
    lint: Lint,
    *,
    unsafe: bool,
    encoding: str | None = None,
    max_rounds: int = MAX_ROUNDS,
) -> FixResult:
    """Apply fixes, look again, and so on until there is nothing left to apply.

    When fixes go round in a circle, the state with the fewest diagnostics is taken, whichever of
    them the file was in; so fixing twice is fixing once, there too.
    """
    states = [_State(data, tuple(lint(data)), 0)]
    while len(states) <= max_rounds:
        last = states[-1]
        after, mended = apply_fixes(last.data, last.found, unsafe=unsafe, encoding=encoding)
        if after == last.data:
            return _result(states, last, ())
        seen = next((index for index, one in enumerate(states) if one.data == after), None)
        if seen is not None:
            best = min(states[seen:], key=_rank)
            codes = {one.code for state in states[seen:] for one in state.fixable(unsafe=unsafe)}
            return _result(states, best, codes)
        states.append(_State(after, tuple(lint(after)), last.mended + mended))
    last = states[-1]
    return _result(states, last, {one.code for one in last.fixable(unsafe=unsafe)})


def unified_diff(path: str, before: bytes, after: bytes, encoding: str | None = None) -> str:
    """Return the difference in the form that ``patch -p0`` takes, ``""`` if there is none.

    Lines end at line feeds only, as in ``diff``. The text is as it stands in the file: make it
    harmless before it is printed (`newslint.reporters.diff`).
    """
    old, new = open_source(before, encoding), open_source(after, encoding)
    if before == after or old is None or new is None:
        return ""
    mark = "\ufeff" if old.bom == BOM_UTF8 else ""
    lines = difflib.unified_diff(
        _lines(mark + old.text), _lines(mark + new.text), fromfile=path, tofile=path, lineterm="\n"
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


class _State(Struct):
    """A file after some rounds, what is wrong there, and how much was mended on the way."""

    data: bytes
    found: tuple[Diagnostic, ...]
    mended: int

    def fixable(self, *, unsafe: bool) -> list[Diagnostic]:
        return [one for one in self.found if one.fix is not None and (unsafe or one.fix.safe)]


def _rank(state: _State) -> tuple[int, bytes]:
    return len(state.found), state.data


def _result(states: Sequence[_State], best: _State, unsettled: set[str] | tuple[()]) -> FixResult:
    return FixResult(
        before=states[0].data,
        after=best.data,
        applied=best.mended,
        remaining=best.found,
        rounds=states.index(best),
        unsettled=tuple(sorted(unsettled)),
    )


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]
