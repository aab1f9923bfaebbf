"""Where a run-together word comes apart, and the evidence that it does.

A noisy channel: of all places where both parts are words, the one whose pair is likeliest in
English; then the evidence for and against a lost blank, as plain numbers that a scorer weighs.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from newslint import Doc, Span, Struct, data_text, lexicon, regexp, word_list

FUNCTION_WORDS = frozenset(word_list(__package__, "function-words.txt"))
_AFFIXES = word_list(__package__, "affixes.txt")
SUFFIXES = frozenset(one[1:] for one in _AFFIXES if one.startswith("-"))
PREFIXES = frozenset(one[:-1] for one in _AFFIXES if one.endswith("-"))

# Parts shorter than three letters are words only if they are one of these.
SHORT = frozenset(word_list(__package__, "short-words.txt"))
WIRE_WORDS = frozenset(word_list(__package__, "wire-words.txt"))
_WIRE_WORDS = tuple(WIRE_WORDS)
WIRE_ZIPF = 5.0  # of such an abbreviation on the wire
# log10 of what a pair never counted is worth against the product of its words' probabilities.
BACK_OFF = -0.7
RAREST_ZIPF = 0.8  # what a form never met is taken for; the table begins at 1.01
# A split so much less likely than the word itself is not worth weighing (1 % of lost blanks).
LEAST_GAIN = -4.0
REACH = 40_000
"""Code points on either side of a word in which the article's own use of words is looked for. More
than nearly every article has; in a longer one each word would cost a search of the whole."""
_LONGEST = 60  # more letters than a word has
PER_WORD = 9.0  # Zipf frequencies are log10 per 10^9 words

Tree = tuple[Any, ...]


class Context(Struct):
    """What stands around a word: its neighbours in the line, and the words of the article.

    Args:
        before: The word before, `""` where a mark or line end stands between.
        after: The word after, likewise.
        opens: Whether the word opens a sentence or line.
        tied: Whether a hyphen ties it to another word.
        text: The article, or what stands around the word in a long one (`surroundings`).
    """

    before: str = ""
    after: str = ""
    opens: bool = False
    tied: bool = False
    text: str = ""

    def count(self, form: str) -> int:
        """Give how often a form stands in the article by itself, three at most."""
        text = self.text
        found, at = 0, text.find(form)
        while at >= 0 and found < 3:
            after = at + len(form)
            joined = (at and text[at - 1].isalpha()) or text[after : after + 1].isalpha()
            found += not joined
            at = text.find(form, after)
        return found


_AFTER = regexp(r" ([^\W\d_]+(?:['\u2019][^\W\d_]+)*)")


def word_before(text: str, end: int, ties: str = "'\u2019-") -> str:
    """Return the letters that end at an offset, `""` if a digit or something else ties them.

    What a pattern that ends in `\\Z` finds, but looked for from its end.
    """
    start = end
    while start and end - start < _LONGEST and text[start - 1].isalpha():
        start -= 1
    before = text[start - 1 : start]
    tied = before and (before.isalnum() or before == "_" or before in ties)
    return "" if tied else text[start:end]


def surroundings(doc: Doc, at: int) -> str:
    """Return the article, or of a long one what stands around a place."""
    if len(doc.text) <= 2 * REACH:
        return doc.text
    return doc.text[max(0, at - REACH) : at + REACH]


def stands_near(doc: Doc, at: int, form: str) -> bool:
    """Tell whether a form stands by itself in the article (in a long one: around a place)."""
    return Context(text=surroundings(doc, at)).count(form) > 0


def context(doc: Doc, word: Span) -> Context:
    """Return what stands around a word."""
    head = doc.text[max(0, word.start - 40) : word.start]
    after = _AFTER.match(doc.text, word.end)
    opens = not head or head.rstrip(" \"'\u201c\u2018(")[-1:] in ("", "\n", ".", "!", "?", ":")
    return Context(
        _last_word(head),
        after[1] if after else "",
        opens,
        "-" in (head[-1:], doc.text[word.end : word.end + 1]),
        surroundings(doc, word.start),
    )


def _last_word(head: str) -> str:
    """Return the word of letters and inner apostrophes that ends before the last blank."""
    if head[-1:] != " ":
        return ""
    start = end = len(head) - 1
    while start and head[start - 1].isalpha():
        start -= 1
        if start > 1 and head[start - 1] in "'\u2019" and head[start - 2].isalpha():
            start -= 1
    return head[start:end]


class Split(Struct):
    """Two parts of a word.

    Args:
        left: The first part.
        right: The second part.
        likelihood: log10 of the probability of the pair.
        counted: Whether the pair was counted, not only its words.
        case_change: Whether a capital follows a small letter where it comes apart.
        gain: log10 of how much likelier the pair is than the form as one word.
    """

    left: str
    right: str
    likelihood: float
    counted: bool
    case_change: bool
    gain: float


@functools.lru_cache(maxsize=50_000)
def best_split(form: str) -> Split | None:
    """Return the likeliest place where a form comes apart into two words, if there is one."""
    return max(_splits(form), key=lambda split: split.likelihood, default=None)


def _splits(form: str) -> Iterator[Split]:
    changes = [
        i
        for i in range(1, len(form))
        if form[i - 1].islower() and form[i].isupper() and not _INNER_CAPITAL.search(form, 0, i)
    ]
    capitals = len(form) - len(form.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    if len(changes) > 1:
        return
    if capitals > 1:  # `TVshow`, but `USThe` before its last capital
        plural = form[capitals : capitals + 1] == "s" and is_part(form[capitals + 1 :])
        changes = [capitals + 1 if plural else capitals - lexicon().core(form[capitals - 1 :])]
    places = changes or known_beginnings(form)
    for at in places:
        left, right = form[:at], form[at:]
        if is_part(left, names=bool(changes)) and is_part(right, names=bool(changes)):
            likelihood, counted = pair(left, right)
            gain = likelihood + PER_WORD - max(lexicon().zipf(form), RAREST_ZIPF)
            change = left[-1].islower() and right[0].isupper()
            yield Split(left, right, likelihood, counted, change, gain)


def known_beginnings(form: str) -> list[int]:
    """Return the lengths of the words that a form begins with, itself aside."""
    known = [len(one) for one in lexicon().beginnings(form) if len(one) < len(form)]
    if not form.startswith(_WIRE_WORDS):
        return known
    return known + [len(one) for one in WIRE_WORDS if form.startswith(one) and one != form]


# `McCain` has a capital inside, which is no place to come apart.
_INNER_CAPITAL = regexp(r"(?<![A-Z])Mc\Z")
# `PCBs`, `NATO's`
_PLURAL = regexp(r"[A-Z]{2,}s?(?:['\u2019]s?)?")
_BEFORE_NAMES = frozenset(("Al", "Dr", "El", "La", "Le", "Mr", "Ms", "St"))


@functools.lru_cache(maxsize=50_000)
def is_part(part: str, *, names: bool = False) -> bool:
    """Tell whether a part may stand alone: a word, or, at a change of case, any capitalised one."""
    if len(part) < 3:
        small = (
            part.lower() in SHORT or part in SHORT or part in WIRE_WORDS or part in _BEFORE_NAMES
        )
        return small or (len(part) == 2 and part.isupper())
    if part in WIRE_WORDS:
        return True
    if part[1].isupper() and (part.isupper() or _PLURAL.fullmatch(part)):
        return True
    if names and part[0].isupper():
        return part.removeprefix("Mc")[1:].islower()
    words = lexicon()
    return words.known(part.lower()) or (part[0].isupper() and words.known(part))


def pair(left: str, right: str) -> tuple[float, bool]:
    """Give log10 of the probability of two words in a row, and whether the pair was counted."""
    words = lexicon()
    counted = words.bigram(left, right)
    if counted is not None:
        return counted, True
    return _zipf(left) + _zipf(right) - 2 * PER_WORD + BACK_OFF, False


def _zipf(part: str) -> float:
    return max(lexicon().zipf(part), WIRE_ZIPF if part in WIRE_WORDS else 0.0)


def association(left: str, right: str) -> float:
    """Give how much likelier a pair is than chance (log10), 0.0 if it was never counted."""
    words = lexicon()
    counted = words.bigram(left, right) if left and right else None
    if counted is None:
        return 0.0
    return counted - (words.zipf(left) + words.zipf(right) - 2 * PER_WORD)


FEATURES = (
    "likelihood", "counted", "association", "frequency", "frequency_left", "frequency_right",
    "length_left", "length_right", "function_left", "function_right", "core_left", "core_right",
    "capital", "capital_opens", "case_change", "both_capital", "abbreviation", "name",
    "prefix", "suffix", "before_capital", "after_capital", "before_known", "before",
    "after_known", "after", "left_here", "right_here", "count", "gain", "wire", "tied",
    "name_left", "name_right", "apart_here",
)  # fmt: skip


def evidence(form: str, split: Split, context: Context) -> tuple[float, ...]:
    """Return the evidence for a lost blank, in the order of `FEATURES`."""
    left, right = split.left.lower(), split.right.lower()
    words, affixes, names = _told_by_words(form, split.left, split.right)
    capital = form[0].isupper()
    left_here = 3 if left in FUNCTION_WORDS else context.count(split.left)
    return (
        split.likelihood,
        split.counted,
        *words,
        capital,
        capital and context.opens,
        split.case_change,
        split.case_change and capital,
        len(left) > 1 and split.left.isupper(),
        *affixes,
        context.before[:1].isupper(),
        context.after[:1].isupper(),
        bool(context.before),
        association(context.before, left),
        bool(context.after),
        association(right, context.after),
        left_here,
        3 if right in FUNCTION_WORDS else context.count(split.right),
        context.count(form),
        split.gain,
        (left in WIRE_WORDS) + (right in WIRE_WORDS),
        context.tied,
        *names,
        left_here > 0 and f" {split.left} {split.right}" in context.text,
    )


@functools.lru_cache(maxsize=10_000)
def _told_by_words(form: str, left: str, right: str) -> tuple[tuple[float, ...], ...]:
    """Return what of the evidence the two words tell wherever they stand.

    That is three rows of `FEATURES`: from the association to the second `core`, from the name to
    the suffix, and whether the parts are names.
    """
    words = lexicon()
    left, right = left.lower(), right.lower()
    return (
        (
            association(left, right),
            words.zipf(form),
            words.zipf(left),
            words.zipf(right),
            min(len(left), 8),
            min(len(right), 8),
            left in FUNCTION_WORDS,
            right in FUNCTION_WORDS,
            words.core(left),
            words.core(right),
        ),
        (words.name(form), left in PREFIXES, right in SUFFIXES),
        (words.name(left), words.name(right)),
    )


@functools.cache
def _trees() -> tuple[float, list[Tree]]:
    import json  # 6 ms to import: only for a text that has something to weigh

    model = json.loads(data_text(__package__, "fused-words.json"))
    return model["prior"], [tuple(tree) for tree in model["trees"]]


def score(values: tuple[float, ...]) -> float:
    """Weigh the evidence: log odds that a blank was lost here.

    The weights are boosted trees, fitted by `scripts/fit_fused_words.py` of the repository. A
    tree is three questions deep: seven pairs of feature and threshold, then the eight answers.
    """
    total, trees = _trees()
    for tree in trees:
        if values[tree[0]] <= tree[1]:
            if values[tree[2]] <= tree[3]:
                total += tree[14] if values[tree[6]] <= tree[7] else tree[15]
            else:
                total += tree[16] if values[tree[8]] <= tree[9] else tree[17]
        elif values[tree[4]] <= tree[5]:
            total += tree[18] if values[tree[10]] <= tree[11] else tree[19]
        else:
            total += tree[20] if values[tree[12]] <= tree[13] else tree[21]
    return total
