import dataclasses

import pytest
from making import BAD_WORD, SHOUTING, SPELLING, made

from newslint import Doc, Fact, Findings, Rule, phrases, rule
from newslint.book import Book
from newslint.engine_rules import ENGINE_RULES
from newslint.trial import try_rule, try_rules


def tried(about: str, one: Rule = BAD_WORD) -> tuple[int, list[str]]:
    count, failures = try_rule(dataclasses.replace(one, about=about), Book((one,)))
    return count, [str(failure) for failure in failures]


def failure(about: str, one: Rule = BAD_WORD) -> str:
    _, (message,) = tried(about, one)
    return message


def test_examples_that_hold():
    about = "Words.\n\nBad: A >>badword<<, >>badword<<.\nFixed: A goodword, goodword.\nGood: x"
    assert tried(about) == (2, [])


def test_a_missing_finding_is_told_with_its_place():
    message = failure("Bad: A >>badword<< and a >>good<< word.")
    assert "TST001 bad-word, example at line 1" in message
    assert "expected, not found: 1:17 'good'" in message
    assert "found, not expected" not in message


def test_an_extra_finding_is_told_with_its_message():
    message = failure("Bad: A >>badword<< badword.")
    assert "found, not expected: 1:11 'badword': 'badword' is bad" in message


def test_a_place_has_to_fit_exactly():
    message = failure("Bad: A >>badword <<here.")
    assert "expected, not found: 1:3 'badword '" in message
    assert "found, not expected: 1:3 'badword'" in message


def test_a_good_example_with_a_finding_fails():
    assert "found, not expected: 1:3" in failure("Bad: >>badword<<\n\nGood: A badword.")


def test_a_wrong_fix_is_told():
    message = failure("Bad: A >>badword<<.\nFixed: A better word.")
    assert "expected 'A better word.'" in message
    assert "found    'A goodword.'" in message


def test_a_fix_that_is_safe_is_not_unsafe():
    assert "applied as a safe one" in failure("Bad: A >>badword<<.\nFixed (unsafe): A goodword.")


def test_an_unsafe_fix_may_be_called_so():
    assert tried("Bad: >>LOUD<<\nFixed (unsafe): loud", SHOUTING) == (1, [])


def test_documentation_without_a_bad_example_fails():
    assert "has no 'Bad:' example" in failure("Words.\n\nGood: Fine.")


def test_documentation_that_cannot_be_read_fails():
    assert "'>>' is never closed" in failure("Bad: >>x")


def test_a_rule_that_crashes_in_an_example_fails():
    @rule("TST070")
    def crashing(doc: Doc) -> Findings:
        """Words."""
        raise RuntimeError("no luck")

    assert "crashed: RuntimeError: no luck" in failure("Bad: >>x<<", made(crashing))


def test_an_unknown_option_of_an_example_fails():
    assert "has no option 'max'" in failure("Bad with max=3: >>badword<<")


def test_options_of_an_example_are_set():
    @rule("TST071")
    def lengthy(doc: Doc, *, max_length: int = 100) -> Findings:
        """Words.

        Bad with max-length=3: >><<Four.
        Good with max-length=5: Four.
        Good: Four.
        """
        if len(doc.text) > max_length:
            yield doc.flag("long")

    one = made(lengthy)
    assert try_rule(one, Book((one,))) == (3, [])


def test_examples_are_read_in_the_language_of_the_rule_unless_they_name_one():
    @rule("TST072", languages=("de",))
    def german(doc: Doc) -> Findings:
        """Words.

        Bad: >><<Der Hund.
        """
        yield doc.flag("m")

    one = made(german)
    assert try_rule(one, Book((one,))) == (1, [])


def test_front_matter_and_records_are_read_by_their_readers():
    @rule("TST073")
    def titled(doc: Doc) -> Findings:
        """Words.

        Bad:
            ---
            title: >>Ferry<<
            ---
            Text.
        Bad:
            === a.jsonl
            {"title": ">>Ferry<<", "text": "One."}
            {"title": ">>Boat<<", "text": "Two."}
        """
        yield doc.meta.headline.flag("m")

    one = made(titled)
    assert try_rule(one, Book((one,))) == (2, [])


def gather(doc: Doc):
    yield Fact(doc.text.strip(), doc.span(0, 3))


@rule("COR070", gather=gather, min_articles=2)
def repeated(group):
    """Words.

    Bad:
        === a.txt
        One
        === b.txt
        >>One<<
    Good:
        === a.txt
        One
        === b.txt
        Two
    """
    if group.key == "crash":
        raise RuntimeError("no luck")
    for use in [*group.uses][1:]:
        yield use.flag("again")


@rule("COR071", gather=gather, min_articles=3, teaches=True)
def thrice(group):
    """Words."""
    yield next(iter(group.uses)).flag("thrice")


@rule("COR072")
def learned(doc):
    """What was learned.

    Bad:
        === learned/a.txt
        One
        === learned/b.txt
        One
        === learned/c.txt
        One
        === new.txt
        >>One<<
    Good:
        === learned/a.txt
        One
        === new.txt
        One
    Good: One
    """
    if doc.learned.found("COR071", "", doc.text.strip()) and doc.learned.word("one").articles:
        yield doc.span(0, 3).flag("known")


def test_an_example_may_learn_from_articles_which_are_not_linted():
    one, other = made(thrice), made(learned)
    assert try_rule(other, Book((one, other))) == (3, [])


def test_rules_across_articles_are_tried_too():
    one = made(repeated)
    assert try_rule(one, Book((one,))) == (2, [])
    assert "expected, not found: a.txt 1:1 'One'" in failure(
        "Bad:\n    === a.txt\n    >>One<<\n    === b.txt\n    Two\n", one
    )
    crash = "Bad:\n    === a.txt\n    crash\n    === b.txt\n    >>crash<<\n"
    assert "crashed on the key 'crash'" in failure(crash, one)


def test_other_rules_do_not_speak_in_an_example():
    assert tried("Bad: A LOUD >>badword<<.") == (1, [])


def test_the_rules_of_the_engine_have_no_examples_to_try():
    rules = [rule.code for rule, *_ in try_rules([*ENGINE_RULES, BAD_WORD], Book((BAD_WORD,)))]
    assert rules == ["TST001"]


@pytest.mark.parametrize("text", [r"\u200b", r"\x80", "𝒮", r"\ud800"])
def test_odd_characters_do_not_move_places(text):
    @rule("TST074", near=phrases("badword"))
    def word(doc: Doc) -> Findings:
        """Words."""
        for hit in doc.hits(phrases("badword")):
            yield hit.flag("m")

    _, failures = tried(f"Bad: {text} >>badword<<", made(word))
    if text == r"\ud800":  # half of a surrogate pair is no text in any file
        assert "NLX002" in failures[0] or "UTF-8" in failures[0]
    else:
        assert failures == []


def test_an_example_may_show_how_other_rules_are_ignored():
    about = (
        "Words.\n\n"
        "Bad:\n    === a.md\n    A >>badword<<. <!-- newslint: ignore GAR001, shouting -->\n"
        "Good:\n    === a.md\n    A badword. <!-- newslint: ignore TST001 -->\n"
    )
    assert tried(about) == (2, [])


def test_a_rule_that_lacks_a_module_is_not_tried():
    assert try_rule(SPELLING, Book((SPELLING,))) == (0, [])
