import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import BAD_WORD, engine_of, made

from newslint import Doc, Findings, rule, stretches
from newslint.config import Config
from newslint.session import Session, SessionOptions

PARAGRAPH = (
    "The harbour board met on Monday and heard its engineer on the new bridge. "
    "He said that the piers would stand by autumn. Nobody asked for more."
)


@pytest.fixture
def short(monkeypatch):
    """Stretches of 1,000 code points."""
    monkeypatch.setattr("newslint.stretches.LONGEST", 1000)


@given(st.text("ab. \n。é😀", max_size=300), st.integers(1, 40))
def test_stretches_are_the_whole_text_in_order(text, longest):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretches, "LONGEST", longest)
        found = list(stretches.stretches(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(end - start <= longest for start, end in found)
    assert all(end > start for start, end in found) or not text
    assert all(one[1] == other[0] for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("a " * 400 + "b.\n\nc.\n" + "d " * 400, "a " * 400 + "b.\n\n"),
        ("a " * 400 + "b.\nc " * 2 + "d " * 400, "a " * 400 + "b.\nc b.\n"),
        ("a " * 400 + "It ended. Mr. B. Hill " + "x" * 800, "a " * 400 + "It ended. "),
        ("a " * 400 + "x" * 800, "a " * 400),
        ("x" * 1800, "x" * 1000),
        ("一" * 900 + "。" + "一" * 900, "一" * 900 + "。"),
    ],
)
def test_a_stretch_ends_where_a_reader_would_pause(short, text, first):
    start, end = next(stretches.stretches(text))
    assert text[start:end] == first


def linted(text: str, *, longest: int | None = None, name: str = "a.txt"):
    with pytest.MonkeyPatch.context() as patch:
        if longest:
            patch.setattr("newslint.stretches.LONGEST", longest)
        engine = Session(SessionOptions(config=Config())).engine
        return engine.lint_bytes(name, text.encode()).diagnostics


@pytest.mark.parametrize("between", [" ", "\n\n", "\r\n", "\n"])
@pytest.mark.parametrize("record", [False, True])
def test_what_is_wrong_in_a_stretch_is_told_as_in_the_whole(between, record):
    paragraphs = [PARAGRAPH] * 60
    slips = {
        3: ("heard its", "heardits"),
        29: ("bridge", "bri- dge"),
        58: ("would stand", "wouldstand"),
    }
    for number, slip in slips.items():
        paragraphs[number] = PARAGRAPH.replace(*slip)
    text, name = "Bridge piers to stand by autumn\n\n" + between.join(paragraphs), "a.txt"
    if record:
        fields = {"title": "Bridge piers to stand by autumn", "text": text, "id": "é7"}
        text, name = "\n" + json.dumps(fields) + "\n", "a.jsonl"
    whole = [one for one in linted(text, name=name) if one.code.startswith("GAR")]
    assert len(whole) >= 3
    stretched = linted(text, longest=1000, name=name)
    assert [one for one in stretched if one.code.startswith("GAR")] == whole


def test_a_later_stretch_has_neither_headline_nor_what_the_fields_say(short):
    @rule("TST060")
    def headlines(doc: Doc) -> Findings:
        """Words."""
        if doc.headline:
            yield doc.headline.flag("a headline")
        if doc.meta.url:
            yield doc.meta.url.flag("an address")
        yield doc.flag("an article")

    body = "\n\n".join([PARAGRAPH] * 40)
    record = {"title": "Bridge piers to stand by autumn", "url": "https://a.example/", "text": body}
    for name, content in (("a.txt", f"{record['title']}\n\n{body}"), ("a.jsonl", record)):
        data = content if isinstance(content, str) else json.dumps(content)
        result = engine_of(made(headlines)).lint_bytes(name, data.encode())
        told = [one.message for one in result.diagnostics]
        assert sorted(told) == sorted({*told})
        assert {"a headline", "an article"} <= {*told}
        assert result.articles == 1


def test_only_the_end_of_the_last_stretch_is_the_end_of_the_text():
    text = " ".join([PARAGRAPH.replace("Nobody asked for more.", "The mayor said:")] * 40)
    one = [one for one in linted(text, longest=1000) if one.code == "RES009"]
    assert [place.location.end_column for place in one] == [len(text) + 1]


def test_a_fix_in_a_later_stretch_is_made_where_it_stands(short):
    text = " ".join([*[PARAGRAPH] * 20, "A badword."])
    (one,) = engine_of(BAD_WORD).lint_bytes("a.txt", text.encode()).diagnostics
    (edit,) = one.fix.edits
    assert text[edit.column - 1 : edit.end_column - 1] == "badword"


def test_an_article_in_another_language_is_counted_once(short):
    @rule("TST061", languages=("en",))
    def english(doc: Doc) -> Findings:
        """Words."""
        return ()

    text = " ".join(["Der Hafenrat hat am Montag mit seinem Ingenieur gesprochen."] * 60)
    result = engine_of(made(english)).lint_bytes("a.txt", text.encode())
    assert result.other_languages == {"de": 1}
