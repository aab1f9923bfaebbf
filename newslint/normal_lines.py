"""What lines and words of many articles are compared by, and the hashes they are known by."""

from __future__ import annotations

from newslint.patterns import regexp

HASH_BYTES = 8
"""Of a million different ones no two share a hash, but for one chance in thirty million."""

_NUMBER = regexp(r"\d+(?:[.,:]\d+)*")


class _LettersOnly(dict[int, str]):
    """A table for `str.translate`: a blank for whatever is neither letter nor digit."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = self[code] = character if character.isalnum() else " "
        return kept


_letters_only = _LettersOnly()


def normalised_line(text: str) -> str:
    """Return a line as it is compared with lines of other articles.

    Case, marks, the kinds of blanks and the numbers make no difference: ``Share (1,204)`` and
    ``share 17`` are both ``share 0``. CCNet (Wenzek et al. 2020) compares paragraphs so; accents,
    which it takes off as well, are left on. A line without a letter has nothing to compare: ``""``.
    """
    words = _NUMBER.sub("0", text.casefold()).translate(_letters_only)
    normalised = " ".join(words.split())
    return normalised if normalised.strip("0 ") else ""


def digest(text: str) -> bytes:
    """Return BLAKE2b of a text in UTF-8, `HASH_BYTES` bytes: the same on every machine."""
    from hashlib import blake2b  # 3 ms to import: a plain run compares no lines

    return blake2b(text.encode("utf-8", "replace"), digest_size=HASH_BYTES).digest()
