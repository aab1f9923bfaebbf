"""Who a verb of saying belongs to: the subject before it, the speaker behind it.

Told by commas, conjunctions and capitals: `Mona Lind, a tenant of the mill, said`.
"""

from __future__ import annotations

from newslint.patterns import regexp
from newslint.spans import Span
from newslint.text.quotes import quotes_in

REACH = 300
"""Code points on either side of a cue within which its source is looked for."""

_BOUNDARY = regexp(
    r"[,;:—–(\"“”]|''|’’|``|\b(?:that|and|but|because|as|while|when|after|if|before|since|although|though)\b"
)
STOP = regexp(r"[,;:—–(\"“”!?]|\.(?=\s*\Z)")
"""What ends a name; the stop of `Ms.` does not."""

_ADVERBS = regexp(
    r"(?:(?:\A|\s+)(?:has|have|had|is|are|was|were|been|and|both|all|also|later|then|now|would|"
    r"will|did|does|do|can|could|not|never|recently|once|further|earlier|often|still|just|first|"
    r"\w+ly|n[o’']t))+\s*\Z"
)
_OPENER = regexp(
    r"\s*(?:(?:But|And|Yet|So|Still|As|Then|However|Meanwhile|Also|Now|Or|Today|Yesterday|While|When|"
    r"Because|If|Although|Though|What|as|and|but)\s+)+(?=\S)"
)
_PRONOUN = regexp(r"(?:\A|[\s(])(I|he|she|they|we|who|which)\s*\Z")
# An insertion behind a name: its age, an article or a small letter opens it, or who.
_INSERTION = regexp(r"\s*(?:\d|[a-z]|Jr\b|Sr\b)")
_ROLE = regexp(r"\s*(?:an?|the|his|her|its|their)\s+[a-z]")
# Small words that can stand in a name, and those that open a noun.
_SMALL = frozenset(
    {"of", "for", "at", "in", "from", "both", "some", "many", "several", "former", "deputy"}
)
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_PERSON = regexp(r"[a-z]+(?:s|or|er|man|woman|ist|ian|chief)\Z")
_AND = regexp(r"\band\s*\Z")
_HOPS = 5
FINITE = regexp(
    r"\b(?:is|are|was|were|has|had|have|would|will|could|should|can|may|that|it|he|she|they)\b"
)
"""Words that a name does not hold."""


def name_in(place: Span) -> Span | None:
    """Trim conjunctions before a subject, adverbs before its verb; ``None`` when none is left."""
    adverbs = _ADVERBS.search(place.text)
    trimmed = place.slice(0, adverbs.start()) if adverbs else place
    opener = _OPENER.match(trimmed.text)
    trimmed = trimmed.slice(opener.end() if opener else 0, len(trimmed.text))
    pronoun = _PRONOUN.search(trimmed.text)
    if pronoun is not None:  # `the best way I know`, `an officer who said`
        return trimmed.slice(*pronoun.span(1))
    trimmed = trimmed.strip(' \t\n\xa0,"”’')
    return trimmed if any(letter.isalpha() for letter in trimmed.text) else None


def clause_start(whole: str, place: int) -> int:
    """Return where the clause begins that holds ``place``: its subject stands there."""
    start = max(0, place - REACH)
    for boundary in _BOUNDARY.finditer(whole, start, place):
        start = boundary.end()
    return start


def with_list(sentence: Span, start: int, end: int) -> int:
    """Return where a list of persons begins whose last one begins at ``start``: `Lind and Lund`."""
    whole = sentence.text
    before = _AND.search(whole, max(0, start - 5), start)
    if before is None or name_in(sentence.slice(start, end)) is None:
        return start
    earlier = clause_start(whole, before.start())
    words = whole[earlier : before.start()].split()
    return earlier if words and _is_name(words) else start


def _is_name(words: list[str]) -> bool:
    """Tell whether words are names of persons, with no verb among them."""
    behind = ""
    for word in words:
        known = word[0].isupper() or word in _SMALL or word in _ARTICLES or _PERSON.match(word)
        if not known and behind not in _ARTICLES:
            return False
        behind = word
    return True


def before_insertion(sentence: Span, subject_start: int) -> tuple[Span, int] | None:
    """`Ms Lind, 52, who leads the bank, says`: the name, and where what stands before it ends."""
    whole = sentence.text
    ends = (one.span.end - sentence.start for one in quotes_in(sentence))
    least = max(0, subject_start - REACH, *(end for end in ends if end <= subject_start))
    end = least + len(whole[least:subject_start].rstrip(" ,"))
    pieces = _pieces(whole, least, end)
    chosen = len(pieces) - 1
    while chosen > 0 and _INSERTION.match(whole, *pieces[chosen]):
        chosen -= 1
    if chosen < 0:
        return None
    stop = pieces[chosen][1]
    name = name_in(sentence.slice(clause_start(whole, stop), stop))
    if name is None:
        return None
    place = name.start - sentence.start
    if (
        chosen
        and _ROLE.match(whole, *pieces[chosen - 1])
        and not FINITE.search(whole, *pieces[chosen - 1])
    ):
        place = pieces[chosen - 1][0]  # `a tenant of the mill, Mona Lind, said`
    return name, place


def _pieces(whole: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return what stands between the last commas."""
    pieces: list[tuple[int, int]] = []
    for _ in range(_HOPS):
        comma = whole.rfind(",", start, end)
        pieces.append((comma + 1 if comma >= 0 else start, end))
        if comma < 0:
            break
        end = comma
    return pieces[::-1]


_LEADING = regexp(
    r"[\s\"“”'’,]*(?:(?:But|And|Yet|Still|Then|Also|Later|Once|Today|Yesterday)[\s,]+)?"
    r"(?:(?:On|In|At|During|After|Before|For|With|By|Since|Last|This)\b[^,]{1,60},\s*)?"
    r"(?P<name>(?:The|A|An|the)\s+[a-z-]+(?:\s+(?:of\s+the\s+\w+|officials?|minist(?:er|ry)|authority|"
    r"spokes\w+|president|secretary|chief|leaders?|office|department|council|party|company|courts?|judge|"
    r"group|union|agency|general|governor|director|commission|committee|campaign))?"
    r"|(?:(?:The|the|A|An|His|Her|Its|Their)\s+)?[A-Z][\w.’'-]*(?:\s+(?:of\s+|the\s+)*[A-Z][\w.’'-]*)*"
    r"|I|he|she|they|it|we|who)"
)


def leading(sentence: Span, before: int) -> Span | None:
    """Return what the sentence begins with, after a quotation: `Ms Lind spoke up, saying …`."""
    quoted = [one for one in quotes_in(sentence) if one.span.end - sentence.start < before]
    start = max(0, quoted[0].span.end - sentence.start) if quoted else 0
    found = _LEADING.match(sentence.text, start, before)
    return sentence.slice(*found.span("name")) if found else None


def of_joined_verb(sentence: Span, subject_start: int) -> Span | None:
    """`Ms Lind went home and said …`: the subject of the verb before `and`."""
    joined = _AND.search(sentence.text, max(0, subject_start - 5), subject_start)
    if joined is None:
        return None
    start = clause_start(sentence.text, joined.start())
    found = _LEADING.match(sentence.text, start, joined.start())
    return sentence.slice(*found.span("name")) if found else None


_OWNER_REACH = 60
_OWNER = regexp(
    r"(?:(?P<name>(?:[A-Z][\w.-]*|the|[a-z]+)(?:\s+[\w.-]+){0,3})(?:['’]s|(?<=s)['’])|"
    r"\b(?P<pronoun>(?i:his|her|its|their|our|my|your)))\s+(?:\w+\s+){0,3}\Z"
)


def owner(sentence: Span, start: int) -> Span | None:
    """`the minister's claim that …`, `her claim that …`: who owns the noun."""
    base = max(0, start - _OWNER_REACH)
    found = _OWNER.search(sentence.text[base:start])
    if found is None:
        return None
    group = found.lastgroup or 0
    return sentence.slice(base + found.start(group), base + found.end(group))
