"""GAR001: two words run together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Annotated

from newslint import (
    Doc,
    Finding,
    Findings,
    Severity,
    Span,
    hyphenated_words,
    is_unknown,
    lexicon,
    regexp,
    rule,
    unknown_word_at,
    unknown_words_of,
)
from newslint_rules.garbled.capitals import (
    abbreviation_odds,
    after_name,
    case_odds,
    name_and_word,
    opens_with_abbreviation,
)
from newslint_rules.garbled.compounds import no_compound
from newslint_rules.garbled.digits import dollars_glued, numbers_glued
from newslint_rules.garbled.explanations import explained, split_to_weigh
from newslint_rules.garbled.learned_words import is_learned_word
from newslint_rules.garbled.marks import glued_apostrophe, owners
from newslint_rules.garbled.misspelling import slip
from newslint_rules.garbled.splitting import (
    FUNCTION_WORDS,
    Context,
    Split,
    context,
    evidence,
    score,
    stands_near,
)
from newslint_rules.garbled.sure_shapes import sure_shapes
from newslint_rules.garbled.suspects import (
    BEFORE_A,
    HYPHENATED,
    NUMBER,
    OWNER,
    SHAPE,
    SUSPECTS,
    WORD,
    suspect,
)

_APOSTROPHES = {
    mark: regexp(rf"{mark}(?=[^\W\d_])(?!(?:[stdm]|ll|re|ve)\b)(?<=[^\W\d_].)")
    for mark in "'\u2019"
}
_RUN = regexp(r"[^\W_]+")
# `it'sso`, `don'tgo`: a finished contraction or possessive, then letters.
_CONTRACTION = regexp(r"([^\W\d_]+['\u2019](?:s|t|re|ve|ll|d|m))([^\W\d_]{2,})")
_POSSESSIVE = regexp(r"(?:[A-Z]{2,}|[^\W\d_]{4,})['\u2019]s")
# `Sha'ath` and `O'sullivan` are no contractions: what follows one must be a common word.
_COMMON_ZIPF = 4.0
_CONTRACTION_ODDS = 5.0
# Of the names in four million words of news, one looked so by chance (`Bow`, `Bowcan`).
_NAME_ELSEWHERE = 1.5
# Two words with a meaning of their own may be a new compound (`campaignspeak`), which a function
# word is not part of. Of 27 such findings above 4.0 seven were compounds, all of them below 5.0.
_COMPOUND = 1.0
# The share of it that a warning needs too: most of the false ones were compounds in small letters
# (`topscoring`, `homebuying`); half a point left out four of them in 6,000 edited articles, for
# half a point of recall.
_NEW, _MET = 2, 4
# No compound is made so (`withoutdozens`, `sharesback`), which leaves slips and names to err on.
_EASIER = 0.8
# A word between marks on both sides stands in a list, an address or code rather than in prose.
_ALONE = 2.0
_USUAL_PAIR = -6.0
_SHORTEST = 3
_ORDINARY = 4
# A name of the article and a function word make an unknown word by chance in few names.
_AFTER_NAME = 2.0
_BEFORE_ARTICLE = 5.0
_NEVER = float("-inf")


@rule("GAR001", severity="error", languages=("en",), fields=("headline", "description"))
def fused_words(
    doc: Doc,
    *,
    min_length: Annotated[int, "letters of the shortest word looked at"] = 3,
    certain: Annotated[float, "log odds from which a fused word is an error"] = 4.0,
    likely: Annotated[float, "log odds from which it is a warning"] = 2.2,
) -> Findings:
    r"""Two words run together, as when a line break was lost.

    A word that no dictionary knows, but that comes apart into two words likely to stand side by
    side, is weighed on what speaks for a lost blank and for a name, a compound or a new word.

    Bad: The mayor >>emphasizedthat<< the plan works.
    Fixed (unsafe): The mayor emphasized that the plan works.
    Bad: The flight took >>36hours<< and paid >>$1pershare<<.
    Fixed (unsafe): The flight took 36 hours and paid $1 per share.
    Bad: He wrote >>aboutIvanka<< and said >>it'sso<< simple.
    Fixed (unsafe): He wrote about Ivanka and said it's so simple.
    Bad:
        ---
        title: Mayor >>sayscrew<< of ferry >>willsail<<
        ---
        The council voted on Tuesday to keep the ferry.
    Good: The policymaker had a livestream with YouTube and the MacArthur Foundation.
    Good: Zelenskyy spoke in Kyiv of deepfake videos, cryptocurrency, long-Covid and mRNA vaccines.
    Good: The hospital keeps the motto cura personalis, as Inyoung Shin of Allsorts Analysis wrote.
    Good: "[M]istaking one for the other" is backing and forthing, newsmagazines and assisters say.
    Good: Brexiteers, YouTubers and remoaners in the Eurozone met on WhatsApp, TikTok and ChatGPT.

    Bad: They were tired >>ofsix<<-party talks and >>rose0.8<< percent on >>the20th<<.
    Bad: Karl Zorvaq spoke first. He said >>Zorvaqhad<< a plan.
    Bad: Sales of 12 >>mlndlrs<< were met in the first week.
    Bad: >>PresidentOrtega<< of >>theU.S.<< said >>it'snot<< over, but the >>mayor'sFriday<< began.

    Good: The quay cost \u00a344million, the pier \u00a35million; 6ft sailors met at 10am.

    Good:
        === learned/a.md
        ---
        source: Quay Herald
        ---
        She ordered a longblack and a bun by the harbour.
        === learned/b.md
        ---
        source: Quay Herald
        ---
        The bakery sells a longblack for three pounds.
        === learned/c.md
        ---
        source: Dale Post
        ---
        Nobody in the dale knew what a longblack was.
        === new.md
        The mayor had a longblack before the vote.

    A word that a corpus uses is left alone, if it was learned from (`newslint learn`): one that
    stands in different lines, is used by several outlets and not far rarer than its halves, as the
    glued words of a template are not.

    An amount written as one with its million is the style of some newspapers: an info where it
    stands once, a warning where the article writes as many apart, and else left alone.

    Less evidence will do where no compound is made so (`withoutdozens`, `threebanks`,
    `sharesback`): an article or preposition, an adverb, a number or a plural before another word.
    Two capitalised words are, a possessive aside, never more than a warning, and only where they
    are such as no company joins (a title, a nation, a month, a given name and another name,
    `Airport`) or the article has them apart. A name that the article has by itself, or a known
    one, is told from the common word glued to it (`Zorvaqobjected`).

    It misses pairs that happen to be a word (`anew`, `takeover`), pairs with a name that neither a
    list nor the article has, what stands twice in the article, half of the pairs of capitalised
    words, which cannot be told from company names, words in capitals, and a capitalised word before
    another (`Itjoined Google`), which is mostly a first name, and words beside odd signs
    (`½ aboutthe`) or a letter behind a glued capital. It errs on compounds and new words
    made of two common words (`longblack`, `gunwalking`), on terms of a trade (`bookbuilding`) and
    brands (`KateSpade`, `TURINdirect`), as a warning for the most part, and on slips of other
    kinds (`bookingkeeping`).
    """
    forms = [(form, suspect(form)) for form in SUSPECTS.forms(doc)]
    tied, dollars = glued_apostrophe(doc), "$" in doc.text
    if not (forms or tied or dollars):
        return
    shaped = any(what & SHAPE for _, what in forms)
    hyphens = any(what & HYPHENATED for _, what in forms)
    unknown = {form for form, what in forms if what & WORD and _may_be_two(form)}
    owned = [form for form, what in forms if what & (WORD | OWNER) and form not in unknown]
    if owned:
        unknown |= owners(doc, owned)
    shapes = tuple(sure_shapes(doc, shaped=shaped)) if shaped or tied else ()
    taken = {place.start for place, _ in shapes}
    found: list[tuple[Span, str, Severity]] = [(*shape, "error") for shape in shapes]
    if any(what & NUMBER for _, what in forms):
        found += numbers_glued(doc)
    if dollars:
        found += dollars_glued(doc)
    for word in _candidates(doc, unknown, hyphens=hyphens) if unknown or hyphens or tied else ():
        if len(word) < min_length or word.start in taken:
            continue
        mended, odds = _weigh(doc, word, likely)
        if odds == _NEVER:
            continue
        doubt = _doubt(mended)
        needed = doubt / (_NEW if _is_new(word.text, mended) else _MET)
        enough = likely + (-_EASIER if no_compound(word.text, mended) else needed)
        if odds >= enough and not is_learned_word(doc, word.text, mended):
            sure = odds >= certain + doubt and not _maybe_brand(doc, word, mended)
            found.append((word, mended, "error" if sure else "warning"))
    end = 0
    for place, mended, severity in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
        if place.start >= end:  # `by51.9` is not `by51` as well
            end = place.end
            yield _flag(place, mended, severity)


def _candidates(doc: Doc, forms: set[str], *, hyphens: bool) -> Iterator[Span]:
    """Give the unknown words that stand once: names come back, a lost blank hardly ever.

    Args:
        doc: The article.
        forms: Forms that may be two words.
        hyphens: Whether one with a hyphen may be.
    """
    words = {word.start: word for word in unknown_words_of(doc, forms)} if forms else {}
    if glued_apostrophe(doc):
        words |= {word.start: word for word in _around_apostrophes(doc)}
    unknown = [words[start] for start in sorted(words)]
    if hyphens:
        unknown += doc.get(hyphenated_words)
    uses = Counter(word.text for word in unknown)
    return (word for word in unknown if uses[word.text] == 1)


def _around_apostrophes(doc: Doc) -> Iterator[Span]:
    """Give the unknown words in which letters go on behind an apostrophe."""
    text = doc.text
    for match in _odd_apostrophes(text):
        before = match.start()
        while before and text[before - 1].isalnum():
            before -= 1
        for at in (before, match.end()):
            run = _RUN.match(text, at)
            if run and is_unknown(run[0]) and (word := unknown_word_at(doc, at)):
                yield word


def _odd_apostrophes(text: str) -> Iterator[re.Match[str]]:
    return chain.from_iterable(
        pattern.finditer(text) for mark, pattern in _APOSTROPHES.items() if mark in text
    )


def _flag(place: Span, mended: str, severity: Severity) -> Finding:
    return place.flag(
        f"{place.text!r} runs two words together",
        fix=mended,
        severity=None if severity == "error" else severity,
    )


def _weigh(doc: Doc, word: Span, likely: float) -> tuple[str, float]:
    """Return the word with its blank put back, and the log odds that it was lost."""
    form = word.text
    match = _CONTRACTION.match(form)
    if match:
        return _after_contraction(match)
    if len(form) == _SHORTEST:
        return _before_article(doc, word)
    split, around = split_to_weigh(form), context(doc, word)
    named = after_name(form, around)
    whole, odds = _weigh_split(doc, word, split, around, likely) if split else ("", _NEVER)
    return named if named and named[1] > odds else (whole, odds)


def _may_be_two(form: str) -> bool:
    """Tell what may be two words as it stands, if no apostrophe follows."""
    return len(form) == _SHORTEST or split_to_weigh(form) is not None or name_and_word(form) != ()


def _weigh_split(
    doc: Doc, word: Span, split: Split, around: Context, likely: float
) -> tuple[str, float]:
    form = word.text
    if explained(doc, word, split, around):
        return "", _NEVER
    abbreviation = abbreviation_odds(split, around) if opens_with_abbreviation(split) else 0.0
    odds = score(evidence(form, split, around))
    case = case_odds(split, around) if split.case_change else 0.0
    if split.case_change:
        odds += case
    elif abbreviation:
        odds += abbreviation
    elif _name_and_function_word(form, split, around):
        odds += _NAME_ELSEWHERE
    named = form[0].isupper() and case > 0
    if not (around.before or around.after or named or _opens_clause(doc, word, split, around)):
        odds -= _ALONE
    if odds >= likely and not split.case_change:
        odds -= slip(form, split)
    return f"{split.left} {split.right}", odds


def _opens_clause(doc: Doc, word: Span, split: Split, around: Context) -> bool:
    """Tell `Inaddition, the clerk` from a word in a list."""
    usual = split.left.lower() in FUNCTION_WORDS or split.likelihood > _USUAL_PAIR
    return (
        usual
        and len(split.right) >= _ORDINARY
        and around.opens
        and doc.text[word.end : word.end + 2] == ", "
    )


def _doubt(mended: str) -> float:
    """Return by how much the odds must be better where both words have a meaning of their own."""
    left, _, right = mended.partition(" ")
    capital = left[-1:].islower() and right[:1].isupper()
    function = left.lower() in FUNCTION_WORDS or right.lower() in FUNCTION_WORDS
    return 0.0 if capital or function else _COMPOUND


def _is_new(form: str, mended: str) -> bool:
    """Tell a word in small letters whose parts are not met side by side: a coinage may be one."""
    left, _, right = mended.partition(" ")
    return form[0].islower() and lexicon().bigram(left, right) is None


def _maybe_brand(doc: Doc, word: Span, mended: str) -> bool:
    """Tell what is a company's name as often as two words (`PaineWebber`, `TURINdirect`)."""
    left, _, right = mended.partition(" ")
    capitals = left[:1].isupper() and right[:1].isupper()
    abbreviation = len(left) > 1 and left.isupper() and right.lower() not in FUNCTION_WORDS
    return capitals or (abbreviation and not stands_near(doc, word.start, left))


def _name_and_function_word(form: str, split: Split, around: Context) -> bool:
    """Tell a name that the article has by itself too, glued to a word like `is` or `has`."""
    capital = form[0].isupper() and not split.case_change and len(split.left) > 2
    return capital and split.right in FUNCTION_WORDS and around.count(split.left) > 0


def _before_article(doc: Doc, word: Span) -> tuple[str, float]:
    """Judge `ina`, `ofa`: a preposition and an article before a small word."""
    left, around = word.text[:2], context(doc, word)
    lead = around.before or doc.text[max(0, word.start - 2) : word.start] == ", "
    known = around.after.islower() and lexicon().known(around.after)
    name = around.after[:1].isupper() and lexicon().core(around.before)
    prose = (known or name) and bool(lead)
    if word.text.endswith("a") and left in BEFORE_A and prose:
        return f"{left} a", _BEFORE_ARTICLE
    return "", _NEVER


def _after_contraction(match: re.Match[str]) -> tuple[str, float]:
    left, right = match.groups()
    words = lexicon()
    common = len(right) > _ORDINARY or words.zipf(right) >= _COMMON_ZIPF
    name = right[0].isupper() and _POSSESSIVE.fullmatch(left) is not None  # `Bern'sParliament`
    owner = words.known(left) or _POSSESSIVE.fullmatch(left) is not None
    if name or (owner and words.core(right) and common):
        rest = match.string[match.end() :]
        return f"{left} {right}{rest}", _CONTRACTION_ODDS
    return "", _NEVER
