import sys
from collections.abc import Iterable
from typing import Annotated, Literal

import pytest

from newslint import Doc, Findings, rule
from newslint.examples import parse_about
from newslint.explain import has_fix, page
from newslint.rulebook import read_rule


@rule("TST001", severity="warning", languages=("en",), supersedes=("TST002",))
def long_wording(
    doc: Doc,
    *,
    max_words: Annotated[int, "words above which it speaks"] = 12,
    style: Annotated[Literal["short", "plain"], "which way to mend"] = "short",
    accept: Annotated[tuple[str, ...], "wordings left alone"] = ('a "b"',),
    ratio: float = 0.5,
    strict: bool = False,
    since: str | None = None,
) -> Findings:
    r"""A wording that is long.

    Readers
    skip it.

    Bad: It is closed >>at this point in time<<, \>> she said.
    Fixed (unsafe): It is closed now.
    Good with max-words=3: It is closed\u200b now.
    Good:
        ```
        code
        ```
    """
    yield from ()


def uses(doc: Doc) -> Iterable[str]:
    return ()


@rule("TST101", default=False, gather=uses)
def shared_line(group: object) -> Findings:
    """A line shared by articles.

    Bad:
        === a.txt
        >>Share<<
        === b.txt
        >>Share<<
    Fixed: Share
    """
    yield from ()


def made(function):
    return read_rule(function, family="wording", origin="newslint-acme")


def test_the_page_says_what_the_rule_is():
    text = page(made(long_wording))
    assert text.startswith(
        "# TST001 long-wording\n\nA wording that is long.\n\nReaders\nskip it.\n"
    )
    for line in (
        "- Family: wording",
        "- Severity: warning",
        "- On by default: yes",
        "- Languages: en",
        "- Fix: yes, unsafe (`--fix --unsafe-fixes`)",
        "- Silences where both speak: TST002",
        "- From: newslint-acme",
    ):
        assert f"\n{line}\n" in text
    assert text.endswith("```\n")


def test_the_examples_are_shown_as_they_are_written():
    text = page(made(long_wording))
    assert r"It is closed >>at this point in time<<, \>> she said." in text
    assert "Fixed (unsafe):\n\n```text\nIt is closed now.\n```" in text
    assert "Good, with `max-words = 3`:\n\n```text\nIt is closed\\u200b now.\n```" in text
    assert "````text\n```\ncode\n```\n````" in text


def test_a_shown_example_can_be_put_back_into_a_docstring():
    rule = made(long_wording)
    first = parse_about(rule.about).examples[0]
    shown = page(rule).split("Bad:\n\n```text\n")[1].split("\n```")[0]
    (again,) = parse_about(f"Bad: {shown}").examples
    assert again.articles == first.articles


def test_the_options_are_shown_as_they_are_configured():
    text = page(made(long_wording))
    assert "- `max-words` (whole number, default `12`): words above which it speaks" in text
    assert '- `style` (`"short"` or `"plain"`, default `"short"`): which way to mend' in text
    assert '- `accept` (list of strings, default `["a \\"b\\""]`): wordings left alone' in text
    assert "- `ratio` (number, default `0.5`)\n" in text
    assert "- `strict` (true or false, default `false`)\n" in text
    assert "- `since` (string, default not set)\n" in text
    configured = text.split("```toml\n")[1].split("```")[0].splitlines()
    assert configured == [
        "[options.long-wording]",
        "max-words = 12",
        'style = "short"',
        'accept = ["a \\"b\\""]',
        "ratio = 0.5",
        "strict = false",
    ]


def test_a_rule_across_articles():
    text = page(made(shared_line))
    assert "- On by default: no\n- Languages: any\n- Fix: yes (`--fix`)\n- Looks: across" in text
    assert "=== a.txt\n>>Share<<\n=== b.txt\n>>Share<<\n```" in text
    assert "## Options" not in text


def test_the_metadata_a_rule_reads_is_named():
    @rule("TST004", fields=("headline", "description"))
    def reads_fields(doc: Doc) -> Findings:
        """Words."""
        yield from ()

    assert "\n- Reads, besides the text: headline, description\n" in page(made(reads_fields))
    assert "Reads, besides" not in page(made(long_wording))


def test_a_rule_has_a_fix_when_an_example_is_fixed():
    assert has_fix(made(long_wording))

    @rule("TST003")
    def silent(doc: Doc) -> Findings:
        """Nothing.

        Bad: >>x<<
        """
        yield from ()

    assert not has_fix(made(silent))
    assert "- Fix: no\n" in page(made(silent))


def test_documentation_that_is_not_well_made_is_shown_as_it_is():
    @rule("TST004")
    def broken(doc: Doc) -> Findings:
        """Broken.

        Bad: >>never closed
        """
        yield from ()

    assert not has_fix(made(broken))
    assert "Bad: >>never closed" in page(made(broken))


@pytest.mark.parametrize("escape", ["\x1b[2J", "\u202e", "\ud800"])
def test_a_page_can_be_printed(escape):
    @rule("TST005")
    def wicked(doc: Doc) -> Findings:
        yield from ()

    wicked.__doc__ = f"Prose {escape}.\n\nBad: >>{escape}<<"
    text = page(made(wicked))
    assert escape not in text
    text.encode("utf-8")


def test_what_a_rule_needs_is_the_line_that_installs_it(monkeypatch):
    @rule("TST102", needs={"json": "newslint-acme[more]"})
    def needy(doc: Doc) -> Findings:
        """Needy."""
        return ()

    assert "- Needs: `pip install 'newslint-acme[more]'`\n" in page(made(needy))
    monkeypatch.setitem(sys.modules, "json", None)
    needs = "- Needs: `pip install 'newslint-acme[more]'`, which is not installed here\n"
    assert needs in page(made(needy))
