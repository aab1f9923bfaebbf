"""All bundled rules on texts nobody would write: no crash, places in the file, sound fixes."""

import json
from functools import cache
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import decoded, in_file

from newslint.config import Config
from newslint.engine import Engine
from newslint.fixing import fix_bytes
from newslint.session import Session, SessionOptions

PIECES = [
    "close", "Share", "Advertisement", "Read more", "less than a minute read", "3 min read",
    "By Ana Ruiz", "PARIS, March 12 (Reuters) —", "/TASS/.", "Photo: Reuters", "(AP Photo/Jo Doe)",
    "President Ana Ruiz", "President-elect Ana Ruiz", "former President Ana Ruiz", "Mayor Jo Doe",
    "said", "told reporters", "according to sources", "experts say", "allegedly",
    "pointed out that",
    "on Monday, March 12, 2024",
    "February 30, 2023", "12/03/2024", "2024-02-30", "on Sunday",
    "announcedthat", "theofficial", "the the", "gov ernment", "ended.The", "15 km (9 miles)",
    "5%", "3,000 000", "from 10 to 20 percent, up 50 percent", "“Yes", "no,” she said.", '"', "'",
    "’", "«", "»", "&amp;", "<b>", "</p>", "[caption]", "{{tag}}", "Ã©", "â€™", "\u200b",
    "\u00ad", "\ufeff", "\x07", "а", "İ", "𝒮", "e\u0301", "\u2028", "\u0085", "\t", "  ", "...",
    "—",
    "#", "*", "- ", "> ", "`", "https://example.org/a",
    "www.example.org", "@name", "\\", "{", "}",
]  # fmt: skip
TEXTS = st.lists(
    st.sampled_from([*PIECES, "\n", "\n\n", " ", "."]) | st.text(max_size=4), max_size=25
).map(" ".join)
KINDS = st.sampled_from(["a.txt", "a.md", "a.jsonl"])
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def engine() -> Engine:
    return Session(SessionOptions(Config(select=("all",), language="en"))).engine


def as_file(kind: str, text: str, title: str) -> bytes:
    if kind == "a.jsonl":
        row = {"text": text, "title": title, "date": title}
        return json.dumps(row, ensure_ascii=len(text) % 2 == 0).encode("utf-8", "replace")
    if kind == "a.md":
        text = f"---\ntitle: {json.dumps(title)}\ndate: 2024-03-12\n---\n{text}"
    return text.encode("utf-8", "replace")


@SLOW
@given(KINDS, TEXTS, TEXTS)
def test_every_diagnostic_lies_in_the_file_at_its_text(kind: str, text: str, title: str) -> None:
    data = as_file(kind, text, title)
    for one in engine().lint_bytes(kind, data).diagnostics:
        if one.code == "NLX002":
            continue
        assert one.code != "NLX001", one.message
        in_file(one, data)
        if one.text:
            assert decoded(one, data) == one.text
        for other in one.related:
            assert other.location.path == kind


@SLOW
@given(KINDS, TEXTS, TEXTS, st.booleans())
def test_fixing_twice_is_fixing_once(kind: str, text: str, title: str, unsafe: bool) -> None:
    def lint(data: bytes):
        return engine().lint_bytes(kind, data).diagnostics

    once = fix_bytes(as_file(kind, text, title), lint, unsafe=unsafe)
    assert once.unsettled == ()
    twice = fix_bytes(once.after, lint, unsafe=unsafe)
    assert twice.after == once.after


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\n\n\n", ".", "\u2028", "a" * 5000, "\u200b", "“"]
)
@pytest.mark.parametrize("kind", ["a.txt", "a.md", "a.jsonl"])
def test_the_smallest_and_oddest_articles_crash_nothing(kind: str, text: str) -> None:
    found = engine().lint_bytes(kind, as_file(kind, text, "")).diagnostics
    assert [one.message for one in found if one.code == "NLX001"] == []


@pytest.mark.parametrize(
    "piece", ["a ", "(", "“", "said ", "A. ", "1 ", "the ", "A-", "close\n", "\n"]
)
def test_the_cost_grows_with_the_length_only(piece: str) -> None:
    def cost(times: int) -> float:
        started = process_time()
        engine().lint_bytes("a.txt", (piece * times).encode())
        return process_time() - started

    cost(100)  # lexicon and patterns are loaded now
    small, large = cost(800), cost(8_000)
    assert large < 0.5 or large < 40 * small
