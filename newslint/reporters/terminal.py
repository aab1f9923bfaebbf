r"""Text from articles and file names, made harmless for terminals and CI logs; and colour.

A scraped article may hold anything: escape sequences that repaint the screen, controls that turn
the reading direction, `workflow commands`_ that a CI runner would obey. None of it is printed as
it is; it is shown as a visible escape (``\x1b``, ``\u202e``).

.. _workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Literal, TextIO

from newslint.diagnostic import Severity
from newslint.patterns import regexp

ColorChoice = Literal["auto", "always", "never"]

HIDDEN = (
    "\x00-\x1f\x7f-\x9f"  # C0 and C1 controls
    "\xad\u180e\u200b\ufeff\u2060-\u2064"  # soft hyphen, spaces and joiners of no width
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # reading direction
    "\u2028\u2029"  # line ends of some programs
    "\u2065\u206a-\u206f\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # other formats
    "\U000e0000-\U000e007f"  # tags: ASCII that nobody sees
    "\ud800-\udfff"  # half of a surrogate pair: cannot be encoded
)
"""Characters that are not seen or not encodable, as the inside of a character class.

Those of Unicode's general categories Cc, Cf, Cs, Zl and Zp, without the joiners U+200C and U+200D
(Persian and Indic words, emoji) and the visible signs of Arabic, Syriac, Kaithi and Egyptian.
"""

COMMAND = r"#(?=#(?:\[|\w{1,40}\[))"
"""The ``##[``, ``##vso[`` or ``##teamcity[`` that CI runners obey anywhere in a line."""

_UNSAFE = regexp(f"[{HIDDEN}]|{COMMAND}")


def neutral(text: str) -> str:
    """Return ``text`` on one line, with every dangerous or invisible character escaped."""
    return _UNSAFE.sub(_escape, text)


def shown_characters(text: str) -> list[str]:
    """Return how each character of ``text`` is shown; joined, that is ``neutral(text)``."""
    shown = list(text)
    for match in _UNSAFE.finditer(text):
        shown[match.start()] = _escape(match)
    return shown


def neutral_line(line: str) -> str:
    """Return a whole line of output made harmless.

    GitHub's runner obeys lines that begin with ``::`` and a name, white space before it or not. No
    name begins with a colon: ``:::`` is the edge of a box in Markdown.
    """
    line = neutral(line)
    begins = line.lstrip()
    if begins.startswith("::") and not begins.startswith(":::"):
        return line.replace(":", r"\x3a", 1)
    return line


def encodable(text: str, stream: TextIO) -> str:
    """Return ``text`` with what the encoding of ``stream`` does not know escaped."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode(encoding, "backslashreplace").decode(encoding)
    return text


def use_color(
    stream: TextIO, choice: ColorChoice = "auto", environ: Mapping[str, str] = os.environ
) -> bool:
    """Decide whether to write colours to ``stream``.

    With ``auto``, first of these that holds: ``NO_COLOR`` is set: no; ``FORCE_COLOR`` is set: yes
    (``0`` or ``false``: no); ``CI``, ``PRE_COMMIT`` or ``TERM=dumb``: no; else if ``stream`` is a
    terminal. An empty variable counts as not set.
    """
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if forced := environ.get("FORCE_COLOR"):
        return forced.lower() not in {"0", "false"}
    if environ.get("CI") or environ.get("PRE_COMMIT") or environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
}


SEVERITY_STYLES: Mapping[Severity, str] = {"error": "red", "warning": "yellow", "info": "cyan"}


def paint(text: str, style: str, *, color: bool) -> str:
    """Return ``text`` in a style (``"bold"``, ``"red"``), if colours are wanted."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if color and text else text


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if character in _SHORT:
        return _SHORT[character]
    number = ord(character)
    if number <= 0xFF:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
