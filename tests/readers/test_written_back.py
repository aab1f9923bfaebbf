"""Fixes of records, through the engine and back into the bytes of the file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from making import lint, made

from newslint import Doc, Findings, phrases, rule
from newslint.diagnostic import Diagnostic
from newslint.fixing import fix_bytes

ENCODING = st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])
NEW = st.text(alphabet=st.sampled_from('ab, ";\té😀\\'), max_size=6)
AROUND = st.text(alphabet=st.sampled_from('ab, ";\n\té😀\\'), max_size=6)
TEXTS = st.lists(st.tuples(AROUND, AROUND), min_size=1, max_size=3)


def fixed(name: str, data: bytes, new: str) -> bytes:
    """The file with the bad word of each record replaced, as far as it can be written there."""

    @rule("TST001", near=phrases("badword"))
    def bad(doc: Doc) -> Findings:
        """Words."""
        for hit in doc.hits(phrases("badword")):
            yield hit.flag("m", fix=new, safe=True)

    def look(data: bytes) -> Sequence[Diagnostic]:
        return lint(data, made(bad), name=name, fields={"text": "text"}).diagnostics

    once = fix_bytes(data, look, unsafe=False).after
    assert fix_bytes(once, look, unsafe=False).after == once
    return once


@given(TEXTS, NEW, ENCODING, st.booleans())
def test_a_fixed_document_says_what_was_meant(
    texts: list[tuple[str, str]], new: str, encoding: str, ascii_only: bool
) -> None:
    def whole(word: str) -> object:
        return {"items": [{"n": 1.50, "text": f"{a} {word} {z}", "x": [a]} for a, z in texts]}

    def written(word: str) -> bytes:
        return json.dumps(whole(word), indent=1, ensure_ascii=ascii_only).encode(encoding)

    after = fixed("a.json", written("badword"), new)
    assert json.loads(after.decode(encoding)) == whole(new)
    if not ascii_only and "\t" not in new:
        assert after == written(new)


@given(TEXTS, NEW, ENCODING, st.booleans())
def test_a_fixed_table_says_what_was_meant(
    texts: list[tuple[str, str]], new: str, encoding: str, always: bool
) -> None:
    def table(word: str) -> list[list[str]]:
        return [["n", "text"], *(["1", f"{a} {word} {z}"] for a, z in texts)]

    out = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if always else csv.QUOTE_MINIMAL
    csv.writer(out, quoting=quoting).writerows(table("badword"))
    after = fixed("a.csv", out.getvalue().encode(encoding), new).decode(encoding)
    found = list(csv.reader(io.StringIO(after.removeprefix("\ufeff"), newline="")))
    for before, meant, row in zip(table("badword"), table(new), found, strict=True):
        in_quotes = always or any(mark in before[1] for mark in '",\n')
        assert row == (meant if in_quotes or not set('",') & set(new) else before)
