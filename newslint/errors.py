"""What can go wrong, and the exit status that goes with it.

The tree::

    NewslintError                it could not do its work (exit status 2)
    ├── ConfigError              newslint.toml: an unknown key, a wrong value
    ├── SelectionError           a rule, family or format that does not exist
    ├── RuleDefinitionError      a rule that is not well made (signature, examples, TOML table)
    ├── PluginError              a plugin that does not load, or that clashes with another
    └── InputError               an input that cannot be read
        ├── MissingInputError    nothing at that path
        ├── NotAnArticleFileError  a file of a format that holds no articles here
        ├── UndecodableError     bytes that are not text in the expected encoding
        ├── MissingExtraError    a format that needs a library which is not installed
        ├── ReaderError          a reader that crashed, or gave what cannot be
        └── ChangedMeanwhileError  a file somebody else changed while it was being fixed

Every message names the thing, the place and what would have been right.
"""

from __future__ import annotations

from collections.abc import Iterable

EXIT_CLEAN = 0
"""Nothing at or above ``--fail-on``."""
EXIT_FINDINGS = 1
"""Something at or above ``--fail-on``."""
EXIT_TROUBLE = 2
"""It could not do its work; beats the other two."""


class NewslintError(Exception):
    """Anything newslint says to its user instead of going on."""


class ConfigError(NewslintError):
    """A configuration that cannot be used; names the file, the key and what would be right."""


class SelectionError(NewslintError):
    """A code, name, family or format nobody here knows."""


class RuleDefinitionError(NewslintError):
    """A rule that is not well made; names the file and the rule."""


class PluginError(NewslintError):
    """A plugin that does not load or clashes with another; names it and its version."""


class InputError(NewslintError):
    """An input that cannot be read.

    ``offset`` is the byte where reading stopped, when there is one; ``line`` and ``column`` (both
    from 1) are the place in the text.
    """

    def __init__(
        self, message: str, *, offset: int | None = None, line: int = 1, column: int = 1
    ) -> None:
        super().__init__(message)
        self.offset = offset
        self.line = line
        self.column = column


class MissingInputError(InputError):
    """Nothing stands at the path that was named."""


class NotAnArticleFileError(InputError):
    """A file in which no article text was found."""


class UndecodableError(InputError):
    """Bytes that are not text in the expected encoding."""

    binary = False
    """Whether a zero byte shows that they are no text in any encoding of bytes."""


class MissingExtraError(InputError):
    """A file whose format needs an extra of newslint that is not installed; names it."""

    def __init__(self, ending: str, extra: str) -> None:
        super().__init__(f"reading {ending} needs more: pip install 'newslint[{extra}]'")


class ReaderError(InputError):
    """A file whose reader crashed or gave what cannot be: a mistake of the reader's author."""


class ChangedMeanwhileError(InputError):
    """A file that somebody else changed while its fixes were being worked out."""


def too_large_a_whole(most: int) -> InputError:
    """Return what is said of a file of more than ``most`` bytes that has to be read at once."""
    return InputError(
        f"has to be read as a whole and has more than {most:,} bytes; write its articles as JSON "
        "Lines in UTF-8 (.jsonl), which are read one by one"
    )


def looks_binary(offset: int) -> UndecodableError:
    """Return what is said of a file in UTF-8 that has a zero byte."""
    error = UndecodableError(
        f"looks like a binary file: byte {offset} is NUL; if it is text, set 'encoding'",
        offset=offset,
    )
    error.binary = True
    return error


def undecodable(
    codec: str, byte: int, offset: int, line: int = 1, column: int = 1
) -> UndecodableError:
    """Return what is said of a byte that is no text in an encoding, and of its place."""
    return UndecodableError(
        f"byte {offset} (0x{byte:02x}) is not {codec.upper()}; "
        "set 'encoding' to the one the file is in",
        offset=offset,
        line=line,
        column=column,
    )


def not_utf_8(error: UnicodeDecodeError) -> str:
    """Return what is wrong with a file of newslint's own that has to be UTF-8."""
    return f"byte {error.start} (0x{error.object[error.start]:02x}) is not UTF-8"


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Return ``"; did you mean 'x'?"`` for the candidate most like ``word``, or ``""``."""
    import difflib  # only on the way to an error message

    names = {name.lower(): name for name in candidates}
    close = difflib.get_close_matches(word.lower(), names, n=1, cutoff=0.5)
    return f"; did you mean {names[close[0]]!r}?" if close else ""
