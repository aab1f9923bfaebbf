"""RES009: text that breaks off."""

from __future__ import annotations

import re
from typing import Annotated

from newslint import Doc, Findings, Line, Role, Span, regexp, rule

_TAILS = frozenset(
    {
        Role.BLANK, Role.RESIDUE, Role.CONTACT, Role.NOTE, Role.DIVIDER, Role.BYLINE, Role.DATE,
        Role.CAPTION, Role.READING_TIME, Role.OTHER, Role.HEADLINE_COPY,
    }
)  # fmt: skip
_MAY_BE_CUT = frozenset({Role.OTHER, Role.SUBHEAD})
"""What a line may be that begins a sentence below the story."""
_EXCERPT = regexp(
    r"(?:&hellip;|\[\+\d+ chars\]|\[(?:…|\.{3,}|&hellip;)\]|\[(?:…|\.{3,})|\((?:…"
    r"|\.{3})\))[\"'”’]?$"
)
_ELLIPSIS = regexp(r"\w ?(?:…|\.{3,})$")
_OPEN_END = regexp(
    r"(?:,|[$£€(]|\((?!\w\.? )[^()]{1,40}|\b(?:a|an|the|this|these|those|some|every|such|of|to|in"
    r"|on|at|by|for|from|with|and|or|but"
    r"|nor|that|which|who|whom|whose|what|where|why|how|as|is|are|was|were|has|have|had"
    r"|will|would|its|his|her|their|our|my|your|than"
    r"|because|although|though|unless|until|if|when|while|whether|into|onto|about|between|among"
    r"|through|throughout|against|under|over|after|before|since|during|without|within|across"
    r"|towards?|upon|amid|despite|including|de|he|she|they|we|i|mr|ms|mrs|dr))$",
    re.IGNORECASE,
)
_SURE_END = regexp(
    r"(?:,|[$£€(]|\((?!\w\.? )[^()]{1,40}|\b(?:a|an|the|of|to|and|or|but|that|which|who|whose|is"
    r"|are|was"
    r"|were|has|have|had|will|would|its|their|our|my|your|than|because|although|unless|if|when"
    r"|while|whether|from|into|between|during|towards?|despite|including|mr|ms|mrs|dr))$",
    re.IGNORECASE,
)
"""Ends that no sentence has, not even one without its full stop."""
_TO_FOLLOW = regexp(r"[.!?][\"'”’)]?\s(?P<sign>more|More|MORE)$")
_LONGEST_OPEN = 60
"""Code points from the end within which an open bracket is looked for, and more."""
_CLOSERS = "\"'”’"
_STOPS = tuple(".!?")
_CUT_LENGTH = 150
_END_MARK = regexp(r"[.!?:][\"'”’)\]]*\s")
_CLOSED = regexp(r"[.!?…][\"'”’)\]»]*$")
_FEWEST_PARAGRAPHS, _LONG_PARAGRAPH = 4, 80
_CLOSED_SHARE = 0.9
_FEWEST_WORDS = 4
_LOST_LINE_KINDS = frozenset({"label", "sign-in", "related", "promotion", "advertisement"})
_MORE = regexp(r"(?:continue|keep|read|full|subscri|to read)", re.IGNORECASE)


@rule("RES009", severity="warning", languages=("en",), supersedes=("TYP002",))
def truncated_text(
    doc: Doc,
    *,
    shortest: Annotated[int, "code points of the last paragraph from which it is judged"] = 40,
) -> Findings:
    """The story ends in the middle of a sentence, or with the dots of an excerpt.

    What stands below the story is set aside first: credits, contacts, notes, captions, dividers,
    interface text. Then the last paragraph is looked at. It breaks off when it ends with a comma or
    a word that needs another (`the`, `of`, `that`), with a colon (the list or the post it announces
    is lost), in an open bracket, with the mark of an excerpt (`[…]`, `[+204 chars]`), with an
    agency's `MORE`, or with three dots
    before a line such as "Continue reading". Three dots alone are an information, at the end of a
    long paragraph, and so is a last sentence without an end mark where nearly all other paragraphs
    have one: it may be a slip of the writer.

    A last line of few words counts when most are in lower case and it ends in a word that ends no
    sentence. Lists, tables and addresses are left alone, and texts of few paragraphs that merely
    lack their last full stop. It misses a text cut at the end of a sentence, which cannot be known.
    It errs where the dots are the writer's own, where only a full stop is missing, and where a
    caption or the head of another story stands last. Most true hits are colons before a lost post,
    video, picture or list.

    Bad: The council voted on Monday to close the bridge, and the mayor said that >>the<<
    Bad: The council voted on Monday to close the bridge until the spring. The mayor >>[…]<<
    Bad: The council voted on Monday to close the bridge until the spring, the mayor said. >>MORE<<
    Good:
        The council voted on Monday to close the bridge until the spring, and it asks all residents
        to follow the works on its channels:

        Facebook

        Instagram
    Good:
        The council voted on Monday to close the bridge until the spring, the mayor said.

        Write to the newsroom at desk@example.org
    """
    ending = _ending(doc)
    if ending is None:
        return
    line, below = ending
    if any(one.role is Role.OTHER for one in below):
        return
    last = line.strip()
    text = last.text
    announces = text.endswith(":") and text.count(" ") >= _FEWEST_WORDS - 1
    if (len(text) < shortest and not announces and not _is_cut(text)) or text[0] in "•*-–—|":
        return
    if match := _EXCERPT.search(text):
        yield last.group(match).flag("the text ends with the mark of an excerpt")
    elif match := _TO_FOLLOW.search(text):
        yield last.group(match, "sign").flag(
            "an agency's sign that the item goes on elsewhere ends the text"
        )
    elif match := _OPEN_END.search(text):
        yield last.group(match).flag("the text ends in the middle of a sentence")
    elif text.endswith(":") and not _is_answered(below):
        yield last.slice(len(text) - 1, len(text)).flag("the text stops at a colon")
    elif _ELLIPSIS.search(text):
        dots = last.slice(len(text.rstrip(".…")), len(text))
        if any(_leads_on(one) for one in below):
            yield dots.flag("the text breaks off before a link to the rest of it")
        elif len(text) >= _CUT_LENGTH:
            yield dots.flag("the text ends with dots, as a cut one does", severity="info")
    elif _stops_short(doc, last):
        yield last.slice(text.rindex(" ") + 1, len(text)).flag(
            "the last sentence has no end, though all others have", severity="info"
        )


def _is_closed(doc: Doc) -> bool:
    """Tell quickly whether the story ends with its full stop, as nearly all do, and so the text.

    Below it, only the beginning of a sentence could be cut.
    """
    article = doc.article
    if not article.body:
        return False
    last = article.body[-1]
    tail = last.text[-_LONGEST_OPEN:].rstrip(_CLOSERS)
    if tail[-1:] not in _STOPS or tail[-2:-1] == "." or "(" in tail or "[" in tail:
        return False
    end = last.end
    if article.roles.isdisjoint(_MAY_BE_CUT) or not doc.text[end:].strip():
        return True
    return not any(
        line.start >= end and _is_cut(line.text.strip()) for line in article.lines_with(_MAY_BE_CUT)
    )


def _stops_short(doc: Doc, last: Span) -> bool:
    """Tell whether the last sentence alone lacks its end mark, and is running text."""
    ending = _END_MARK.split(last.text)[-1].split()
    words = [word for word in ending if word.isalpha()]
    if (
        len(words) < max(_FEWEST_WORDS, len(ending) * 0.7)
        or not ending[-1].isalpha()
        or sum(word.islower() for word in words) <= len(words) / 2
    ):
        return False
    others = [one.text.rstrip() for one in doc.body if len(one) >= _LONG_PARAGRAPH][:-1]
    closed = sum(bool(_CLOSED.search(one[-6:])) for one in others)
    return len(others) >= _FEWEST_PARAGRAPHS and closed >= _CLOSED_SHARE * len(others)


def _ending(doc: Doc) -> tuple[Line, list[Line]] | None:
    if not doc.ends or _is_closed(doc):
        return None
    below: list[Line] = []
    for line in reversed(doc.lines):
        if line.role is Role.BODY:
            return line, below
        if line.role in _MAY_BE_CUT and _is_cut(line.text.strip()):
            return line, below
        if line.role not in _TAILS:
            return None
        below.append(line)
    return None


def _is_cut(text: str) -> bool:
    """Tell whether a short line begins a sentence: words in lower case, and an open end."""
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    return (
        len(words) >= _FEWEST_WORDS
        and small >= len(words) / 2
        and not text[0].islower()
        and bool(_SURE_END.search(text))
    )


def _is_answered(below: list[Line]) -> bool:
    """Tell whether the list that a colon announces stands below: contacts, or names of networks."""
    said = [line for line in reversed(below) if line.role is not Role.BLANK][:2]
    labels = [line.role is Role.RESIDUE and line.kind == "label" for line in said]
    return bool(said) and (said[0].role is Role.CONTACT or labels == [True, True])


def _leads_on(line: Line) -> bool:
    return (
        line.role is Role.RESIDUE
        and line.kind in _LOST_LINE_KINDS
        and bool(_MORE.search(line.text))
    )
