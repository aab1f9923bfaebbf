"""Words of a headline and of a lead, and whether both say the same of their subjects."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from newslint import Span, is_title_word, regexp, word_list

_WORD = regexp(r"[^\W_]\w*(?:['’.&-][^\W_]+)*")
_BREAK = regexp(r"[—–:;|?!\"“”]|\s-\s|\.\s+$")
PREPOSITIONS = frozenset(
    {"about", "after", "against", "ahead", "along", "amid", "among", "around", "as", "at"}
    | {"before", "behind", "by", "despite", "during", "for", "from", "in", "into", "near", "of"}
    | {"off", "on", "onto", "over", "per", "since", "than", "through", "toward", "towards"}
    | {"under", "until", "upon", "via", "with", "within", "without"}
)
_GLUE = PREPOSITIONS | {
    *("a", "an", "the", "and", "or", "but", "that", "this", "these", "those", "who", "which"),
    *("it", "its", "he", "she", "they", "his", "her", "their", "our"),
    *("is", "are", "was", "were", "be", "been", "being", "do", "does", "did", "has", "have", "had"),
    *("to", "will", "would", "may", "might", "can", "could", "should", "must", "plans", "expected"),
    *("set", "just", "now", "not", "also", "monday", "tuesday", "wednesday", "thursday", "friday"),
    *("saturday", "sunday", "today", "yesterday"),
}
"""Words that headlines leave out or change; they neither count nor part."""
_SPEECH = frozenset(
    ["add", "ask", "believ", "cal", "get", "go", "hav", "say", "tel", "think", "want"]
)
_BE = frozenset(
    {"am", "are", "be", "been", "being", "get", "gets", "getting", "got", "is", "was", "were"}
)
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


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a headline or sentence.

    Args:
        place: The headline or sentence.
        text: The word.
        start: Where it begins, as an offset in the source of ``place``.
        end: One past its last character.
        stem: Without its ending; ``""`` for a word that does not count.
        breaks: Whether a dash, colon or quotation mark stands before it.
        spaced: Whether nothing but a space stands before it.
        owner: Whether it is a possessive.
    """

    place: Span
    text: str
    start: int
    end: int
    stem: str
    breaks: bool
    spaced: bool
    owner: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def bare(self) -> str:
        """The word in lower case, without a possessive ending."""
        return self.text.lower().removesuffix("'s").removesuffix("’s")

    @property
    def span(self) -> Span:
        """The place of the word."""
        return self.place.slice(self.start - self.place.start, self.end - self.place.start)


@dataclass(frozen=True, slots=True)
class Shared:
    """The last words that two predicates share."""

    last: Word
    other_last: Word


def words_of(place: Span) -> list[Word]:
    """Split a headline or a sentence into words."""
    found: list[Word] = []
    whole, base, end = place.text, place.start, 0
    capitals = whole.isupper()
    for match in _WORD.finditer(whole):
        text = match.group()
        start, stop = match.span()
        between = whole[end:start]
        spaced = between in _SPACES
        breaks = not spaced and end > 0 and _breaks(between, found[-1].text)
        owner = text.endswith(("'s", "’s")) or (text[-1] == "s" and whole[stop : stop + 1] in _ENDS)
        root = stem(text) or ("" if capitals else _ACRONYMS.get(text, ""))
        found.append(Word(place, text, base + start, base + stop, root, breaks, spaced, owner))
        end = stop
    return found


def _breaks(between: str, before: str) -> bool:
    """Tell whether a clause ends between two words; the stop of `Gov.` and `J.` ends none."""
    if between == ". " and (len(before) == 1 or is_title_word(f"{before}.")):
        return False
    return _BREAK.search(between) is not None


_ACRONYMS = {"IT": "it", "WHO": "who"}
"""Names that small words hide."""
_SPACES = frozenset({" ", "\u00a0"})
_ENDS = frozenset({"'", "’"})


@functools.lru_cache(maxsize=8192)
def stem(form: str) -> str:
    """Return a word without its ending, so that `wins`, `winning` and `won` are one."""
    word = form.lower().replace("’", "'").removesuffix("'s")
    if word in _GLUE:
        return ""
    if word in _irregular():
        word = _irregular()[word]
    else:
        for ending, instead in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
                word = word.removesuffix(ending) + instead
                break
    if len(word) > 2 and word[-1] == word[-2]:
        return word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


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
        or words[nth + 1].bare in PREPOSITIONS | {"to", "and", "that", "not"}
        or words[nth].bare in _WITH_COMPLEMENT
    )


def _is_participle(form: str) -> bool:
    return form.endswith(("ed", "en")) or form in _participles()


def shared_predicate(headline: Sequence[Word], sentence: Sequence[Word]) -> Shared | None:
    """Return what a headline and a sentence share after their subjects, from the verb on.

    The headline's first word that counts, its verb, must be the verb of the sentence, and another
    word must follow close by in both, or two anywhere; one more where the verb is one of speech.
    """
    mine = predicate(headline, HEADLINE_WORDS)
    theirs = predicate(sentence, SENTENCE_WORDS) if mine else []
    verb = next((i for i, w in enumerate(theirs[:_VERB_WITHIN]) if w.stem == mine[0].stem), None)
    if verb is None or theirs[verb].capital:
        return None
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
    theirs = [word for word in sentence if word.stem][:SENTENCE_WORDS]
    if not mine or mine[0].stem not in (word.stem for word in theirs[:_VERB_SOON]):
        return None
    said = {word.stem for word in theirs} - {mine[0].stem}
    common = [word for word in mine[1:] if word.stem in said]
    needed = 1 + (mine[0].stem in _SPEECH)
    return common[-1] if len({word.stem for word in common}) >= needed else None


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


@functools.cache
def _participles() -> frozenset[str]:
    """Return the irregular forms that may be participles."""
    lines = (line.split() for line in word_list(__package__, "irregular_verbs.txt"))
    return frozenset(line[-1] for line in lines if line[-1][-1] not in "gs")


@functools.cache
def _irregular() -> dict[str, str]:
    forms: dict[str, str] = {}
    for line in word_list(__package__, "irregular_verbs.txt"):
        base, *others = line.split()
        forms |= dict.fromkeys((base, *others), base)
    return forms
