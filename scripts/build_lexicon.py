"""Build the packed lexicon of `newslint/text/data/` from three named sources.

The script downloads nothing. Get the sources first:

- SCOWL 2020.12.07, Kevin Atkinson and others; permissive licence with notice. On Debian:
  `apt-get install scowl`, which puts the lists in `/usr/share/dict/scowl`.
- symspellpy 6.10.1, Wolf Garbe and mmb L; MIT. `pip install symspellpy`: its wheel carries
  `frequency_bigramdictionary_en_243_342.txt`.
- wordfreq 3.1.1, Robyn Speer; data under CC BY-SA 4.0. `pip install wordfreq`. What comes from
  it stays in files of its own (`frequencies.*`), under that licence.

Output, byte for byte the same for the same sources:

- `words.marisa`, `words.levels`: known forms in lower case, and for each two SCOWL sizes in one
  byte (as a common word, as a name);
- `rare.marisa`: rare forms in lower case that come apart into two of those;
- `bigrams.marisa`, `bigrams.counts`: pairs of words, and log10 of how often they were seen;
- `frequencies.marisa`, `frequencies.zipf`: forms, and log10 of their frequency per 10^9 words;
- `met.marisa`, `met.ordinary`: of the latter those that are frequent and known, and whether each
  is an ordinary word; `endings.marisa`: the same, spelled backwards.

Usage: python scripts/build_lexicon.py [--scowl DIR] [--out DIR]
"""

from __future__ import annotations

import argparse
import importlib.resources
import math
import re
from collections.abc import Iterator
from pathlib import Path

import marisa_trie
from wordfreq import get_frequency_dict

from newslint.text.lexicon import (
    BIGRAM_FLOOR,
    BIGRAM_STEPS,
    CORE_LEVEL,
    MET_ZIPF,
    ORDINARY_ZIPF,
    SIZES,
    ZIPF_STEPS,
    without_accents,
)

ROOT = Path(__file__).resolve().parent.parent

# The largest SCOWL size taken of each kind. Words stop at 70: size 80 holds `tobe`, `aswell` and
# `anend`, which are fused words to a newspaper. Names count only where the form has a capital.
WORD_KINDS = {"words": 70, "abbreviations": 70, "contractions": 80}
NAME_KINDS = {"upper": 95, "proper-names": 95}
# Spellings of every country; third variants are misspellings in all but name.
DIALECTS = re.compile(r"(english|american|british|british_z|canadian|australian)(_variant_[12])?")
VARIANTS = re.compile(r"variant_[12]")

# The rarest that wordfreq has (1.01). The last fifth of a step holds no lost blanks worth speaking
# of, but new compounds (`datacentres`, `crowdsources`), and costs a quarter of a megabyte.
MIN_ZIPF = 1.0
FORM = re.compile(r"[a-z\u00df-\u024f]+(?:'[a-z\u00df-\u024f]+)*")


def scowl_entries(folder: Path) -> Iterator[tuple[str, str, int]]:
    """Give (kind, entry, size) of every list of SCOWL that is asked for."""
    for path in sorted(folder.iterdir()):
        base, _, size = path.name.rpartition(".")
        dialect, _, kind = base.partition("-")
        largest = WORD_KINDS.get(kind) or NAME_KINDS.get(kind, 0)
        wanted = DIALECTS.fullmatch(dialect) or VARIANTS.fullmatch(dialect)
        if wanted and int(size) <= largest:
            for line in path.read_text(encoding="utf-8").splitlines():
                yield kind, line.strip().replace("\u2019", "'"), int(size)


def levels(folder: Path) -> dict[str, int]:
    """Give one byte a form: place of its size in SIZES as a word (low four bits) and a name."""
    words: dict[str, int] = {}
    names: dict[str, int] = {}
    for kind, entry, size in scowl_entries(folder):
        form = entry.lower().removesuffix("'s")
        table = words if kind in WORD_KINDS else names
        table[form] = min(size, table.get(form, size))
    return {
        form: _rank(words.get(form)) | _rank(names.get(form)) << 4
        for form in sorted(words.keys() | names.keys())
    }


def rare(folder: Path, known: dict[str, int]) -> dict[str, int]:
    """Give the rare words that could be taken for two common words run together.

    They are the words of the sizes above WORD_KINDS that come apart into two common words of
    three letters or more: no proof that a form is right, but that it is met as one.
    """
    words = {form for form, level in known.items() if 0 < level & 15 <= CORE_LEVEL}
    found = {}
    for path in sorted(folder.iterdir()):
        base, _, size = path.name.rpartition(".")
        dialect, _, kind = base.partition("-")
        if kind == "words" and int(size) > WORD_KINDS["words"] and DIALECTS.fullmatch(dialect):
            for line in path.read_text(encoding="latin-1").splitlines():
                form = line.strip().lower()
                apart = (
                    form[:at] in words and form[at:] in words for at in range(3, len(form) - 2)
                )
                if form.isalpha() and not known.get(form, 0) & 15 and any(apart):
                    found[form] = 0
    return found


def _rank(size: int | None) -> int:
    return 0 if size is None else SIZES.index(size)


def bigrams() -> dict[str, int]:
    """Give log10 of the count of every pair, in steps above the floor."""
    name = "frequency_bigramdictionary_en_243_342.txt"
    text = (importlib.resources.files("symspellpy") / name).read_text(encoding="utf-8-sig")
    found = {}
    for line in text.splitlines():
        left, right, count = line.split()
        steps = round((math.log10(int(count)) - BIGRAM_FLOOR) * BIGRAM_STEPS)
        found[f"{left} {right}"] = max(0, min(255, steps))
    return found


def zipfs() -> dict[str, int]:
    """Give the Zipf frequency of every form of letters and apostrophes, in steps."""
    found = {}
    for form, frequency in get_frequency_dict("en", "large").items():
        plain = form.replace("\u2019", "'")
        zipf = math.log10(frequency) + 9
        if zipf >= MIN_ZIPF and FORM.fullmatch(plain):
            found[plain] = min(255, round(zipf * ZIPF_STEPS))
    return found


def met(known: dict[str, int], frequencies: dict[str, int]) -> dict[str, int]:
    """Give the words that are met, and 1 for those that are ordinary."""
    found = {}
    for form, steps in frequencies.items():
        zipf = steps / ZIPF_STEPS
        level = known.get(form) or known.get(without_accents(form), 0)
        if form.isalpha() and zipf >= MET_ZIPF and level:
            found[form] = int(0 < level & 15 <= CORE_LEVEL and zipf >= ORDINARY_ZIPF)
    return found


def write(out: Path, name: str, ending: str, table: dict[str, int]) -> None:
    """Write one trie and the byte of each of its keys, in the order of the trie's own ids."""
    trie = marisa_trie.Trie(sorted(table))
    values = bytearray(len(trie))
    for key, value in table.items():
        values[trie.key_id(key)] = value
    trie.save(str(out / f"{name}.marisa"))
    (out / f"{name}.{ending}").write_bytes(values)


def main() -> None:
    """Build all tables."""
    parser = argparse.ArgumentParser(description="Build the packed lexicon.")
    parser.add_argument("--scowl", type=Path, default=Path("/usr/share/dict/scowl"))
    parser.add_argument("--out", type=Path, default=ROOT / "newslint" / "text" / "data")
    options = parser.parse_args()
    known = levels(options.scowl)
    write(options.out, "words", "levels", known)
    marisa_trie.Trie(sorted(rare(options.scowl, known))).save(str(options.out / "rare.marisa"))
    write(options.out, "bigrams", "counts", bigrams())
    frequencies = zipfs()
    write(options.out, "frequencies", "zipf", frequencies)
    found = met(known, frequencies)
    write(options.out, "met", "ordinary", found)
    backwards = sorted(form[::-1] for form in found)
    marisa_trie.Trie(backwards).save(str(options.out / "endings.marisa"))


if __name__ == "__main__":
    main()
