"""Words of a headline and of a lead, and whether both say the same of their subjects."""

import functools
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import NamedTuple

from newslint import Span, is_title_word, regexp
from newslint_rules.headline.stems import PREPOSITIONS, participles, stem

WORD = regexp(r"[^\W_]\w*(?:['’.&-][^\W_]+)*")
_WORDS = regexp(rf"([\W_]*+)({WORD.pattern})?")
"""What stands between two words, and the second; optional, for what is left at the end."""
_BREAK = regexp(r"[—–:;|?!\"“”]|\s-\s|\.\s+$")
_SPEECH = frozenset(
    ["add", "ask", "believ", "cal", "get", "go", "hav", "say", "tel", "think", "want"]
)
_BE = frozenset(
    {"am", "are", "be", "been", "being", "get", "gets", "getting", "got", "is", "was", "were"}
)
_AFTER_PARTICIPLE = PREPOSITIONS | {"to", "and", "that", "not"}
_HAVE = frozenset({"had", "has", "have", "'ve", "to", "will"})
_WITH_COMPLEMENT = frozenset(
    {"appointed", "asked", "awarded", "banned", "barred", "called", "chosen", "crowned", "declared"}
    | {"denied", "elected", "fined", "given", "granted", "handed", "jailed", "made", "named"}
    | {"offered", "ordered", "picked", "promised", "refused", "sent", "shown", "spared", "told"}
    | {"urged", "voted", "warned"}
)
"""Participles that a noun may follow: `Ruiz named mayor`, `Ruiz denied bail`."""
_TELLING = frozenset({"add", "say", "tel"})
HEADLINE_WORDS = 8
SENTENCE_WORDS = 25
"""So many words of a predicate are compared."""
_VERB_WITHIN = 4
"""The verb of the headline is among so many first words of the other predicate."""
_VERB_SOON = 2
"""As above, where the two are compared more loosely."""
_CLOSE = 3
"""So many words may stand in one predicate and not in the other, between two shared ones."""


class Word(NamedTuple):
    """A word of a headline or sentence.

    Args:
        place: The headline or sentence.
        text: The word.
        start: Where it begins, as an offset in the source of ``place``.
        end: One past its last character.
        stem: Without its ending; ``""`` for a word that does not count.
        bare: In lower case, without a possessive ending.
        capital: Whether it begins with a capital letter.
        breaks: Whether a dash, colon or quotation mark stands before it.
        spaced: Whether nothing but a space stands before it.
        owner: Whether it is a possessive.
    """

    place: Span
    text: str
    start: int
    end: int
    stem: str
    bare: str
    capital: bool
    breaks: bool
    spaced: bool
    owner: bool

    @property
    def span(self) -> Span:
        """The place of the word."""
        return self.place.slice(self.start - self.place.start, self.end - self.place.start)


_word: Callable[[tuple[object, ...]], Word] = functools.partial(tuple.__new__, Word)
"""Make a word of its fields in a third of the time."""


class Shared(NamedTuple):
    """The last words that two predicates share."""

    last: Word
    other_last: Word


def words_of(place: Span) -> list[Word]:
    """Split a headline or a sentence into words."""
    found: list[Word] = []
    whole, base, end, before = place.text, place.start, 0, ""
    capitals = whole.isupper()
    for between, text in _WORDS.findall(whole):
        if not text:
            break
        start = end + len(between)
        stop = start + len(text)
        root, bare, capital, owner, plural = _form(text)
        spaced = between in _SPACES
        breaks = not spaced and end > 0 and _breaks(between, before)
        if not root and not capitals:
            root = _ACRONYMS.get(text, "")
        if plural:
            owner = whole[stop : stop + 1] in _ENDS
        found.append(
            _word(
                (place, text, base + start, base + stop, root, bare, capital, breaks, spaced, owner)
            )
        )
        end, before = stop, text
    return found


@functools.lru_cache(maxsize=8192)
def _form(text: str) -> tuple[str, str, bool, bool, bool]:
    """Return what a word tells by itself: stem, bare form, capital, possessive ending, other s."""
    bare = text.lower().removesuffix("'s").removesuffix("’s")
    owner = text.endswith(("'s", "’s"))
    return stem(text), bare, text[0].isupper(), owner, text[-1] == "s" and not owner


def _breaks(between: str, before: str) -> bool:
    """Tell whether a clause ends between two words; the stop of `Gov.` and `J.` ends none."""
    if between == ". " and (len(before) == 1 or is_title_word(f"{before}.")):
        return False
    return _BREAK.search(between) is not None


_ACRONYMS = {"IT": "it", "WHO": "who"}
"""Names that small words hide."""
_SPACES = frozenset({" ", "\u00a0"})
_ENDS = frozenset({"'", "’"})


def predicate(words: Sequence[Word], limit: int) -> list[Word]:
    """Return the words after a subject that count, as far as the clause goes."""
    kept: list[Word] = []
    for word in words:
        if word.breaks or len(kept) == limit:
            break
        if word.stem:
            kept.append(word)
    return kept


def is_said(words: Sequence[Word]) -> bool:
    """Tell whether a headline's person says something: `Ruiz says …`, `Ruiz: …`."""
    verb = next((word for word in words if word.stem), None)
    return not words[0].spaced or (verb is not None and verb.stem in _SPEECH)


def is_passive(words: Sequence[Word], *, headline: bool = False) -> bool:
    """Tell whether something is done to a subject: `was charged`, `charged over` in a headline.

    Args:
        words: What follows the subject.
        headline: Whether helpers may be left out, as headlines do.
    """
    nth = next((i for i, word in enumerate(words) if word.stem), None)
    if nth is None:
        return False
    if any(word.bare in _BE for word in words[: nth + 1]):
        return True
    helped = any(word.bare in _HAVE for word in words[:nth])
    if not headline or helped or not _is_participle(words[nth].bare):
        return False
    return (
        nth + 1 == len(words)
        or words[nth + 1].breaks
        or words[nth + 1].bare in _AFTER_PARTICIPLE
        or words[nth].bare in _WITH_COMPLEMENT
    )


def _is_participle(form: str) -> bool:
    return form.endswith(("ed", "en")) or form in participles()


def may_share(told: Sequence[Word], roots: AbstractSet[str]) -> bool:
    """Tell whether `shared_predicate` or `shared_verb` can find something in words of such stems.

    Both want the verb of the headline and another word of it; two after a verb of speech.
    """
    if not told or told[0].stem not in roots:
        return False
    needed = 1 + (told[0].stem in _SPEECH)
    for word in told[1:]:
        needed -= word.stem in roots
        if not needed:
            return True
    return False


def shared_predicate(headline: Sequence[Word], sentence: Sequence[Word]) -> Shared | None:
    """Return what a headline and a sentence share after their subjects, from the verb on.

    The headline's first word that counts, its verb, must be the verb of the sentence, and another
    word must follow close by in both, or two anywhere; one more where the verb is one of speech.
    """
    mine = predicate(headline, HEADLINE_WORDS)
    theirs = predicate(sentence, _VERB_WITHIN) if mine else []
    verb = next((i for i, w in enumerate(theirs) if w.stem == mine[0].stem), None)
    if verb is None or theirs[verb].capital:
        return None
    theirs = predicate(sentence, SENTENCE_WORDS)
    if any(word.stem in _TELLING for word in theirs[:verb]):
        return None  # `Ruiz said the president would …`: it is not Ruiz who does it
    pairs = [(mine[0], theirs[verb])]
    mine, theirs = mine[1:], theirs[verb + 1 :]
    while step := _next_shared(mine, theirs):
        first, second = step
        pairs.append((mine[first], theirs[second]))
        mine, theirs = mine[first + 1 :], theirs[second + 1 :]
    needed = 2 + (pairs[0][0].stem in _SPEECH)
    if len(pairs) < needed:
        far = {w.stem for w in mine} & {w.stem for w in theirs}
        if len(pairs) + len(far) < needed + 1:
            return None
    return Shared(*_before_preposition(headline, sentence, pairs)[-1])


def shared_verb(headline: Sequence[Word], sentence: Sequence[Word]) -> Word | None:
    """Return the headline's last word that counts and that a sentence with the same verb has, too.

    One word more than the verb must be in both, wherever it stands; two after a verb of speech.
    """
    mine = predicate(headline, HEADLINE_WORDS)
    if not mine or mine[0].stem not in first_roots(sentence):
        return None
    theirs = [word for word in sentence if word.stem][:SENTENCE_WORDS]
    said = {word.stem for word in theirs} - {mine[0].stem}
    common = [word for word in mine[1:] if word.stem in said]
    needed = 1 + (mine[0].stem in _SPEECH)
    return common[-1] if len({word.stem for word in common}) >= needed else None


def first_roots(words: Sequence[Word]) -> list[str]:
    """Return the stems among which `shared_verb` wants the verb of a sentence."""
    return list(islice((word.stem for word in words if word.stem), _VERB_SOON))


def _next_shared(mine: Sequence[Word], theirs: Sequence[Word]) -> tuple[int, int] | None:
    """Return the nearest equal pair, with few words left out on either side."""
    steps = [
        (a + b, a, b)
        for a, one in enumerate(mine[: _CLOSE + 1])
        for b, other in enumerate(theirs[: _CLOSE + 1])
        if one.stem == other.stem
    ]
    return min(steps)[1:] if steps else None


def _before_preposition(
    headline: Sequence[Word], sentence: Sequence[Word], pairs: list[tuple[Word, Word]]
) -> list[tuple[Word, Word]]:
    """Keep the shared words before the first preposition, if they say enough by themselves."""
    here, there = _first_preposition(headline), _first_preposition(sentence)
    core = [
        pair
        for pair in pairs
        if (here is None or pair[0].start < here) and (there is None or pair[1].start < there)
    ]
    return core if len(core) > 1 else pairs


def _first_preposition(words: Sequence[Word]) -> int | None:
    return next((w.start for w in words if w.text.lower() in PREPOSITIONS), None)
