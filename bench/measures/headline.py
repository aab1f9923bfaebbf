"""Headlines that contradict their text, put into real articles, and wire notes labelled by hand.

Persons are looked for here without any of the rules' code: by titles and by the given names of
office-holders (``reference/officeholder_terms.jsonl``). What is replaced and what counts as found
stands at each function.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from measures.articles import EDITED, SCRAPED, Article, read_rows
from measures.bench import Bench
from measures.linting import AROUND, Flag
from measures.rows import Row

ACTOR, SOURCE = "HED001 headline-actor-conflict", "HED002 headline-source-conflict"
METADATA, VARIANTS = "HED003 headline-is-metadata", "HED004 headline-variants"
SETS = {"edited": EDITED, "scraped": SCRAPED}
LOUD = frozenset({"error", "warning"})


def measure(bench: Bench) -> Iterator[Row]:
    """Give the figures of the four rules."""
    yield from _actors(bench)
    yield from _alarms(bench)
    yield from _sources(bench)
    yield from _metadata(bench)
    yield from _variants(bench)


# The actor: one person put in the place of another.

INVENTED = (
    "Ana Ruiz", "Karl Lund", "Ola Berg", "Priya Nair", "Tomas Novak", "Fatima Haddad", "Kenji Mori",
    "Paul Okafor", "Grace Mwangi", "Ivan Sokolov", "Marta Silva", "Luca Ferri", "Emma Holt",
    "Daniel Price", "Susan Tate", "Robert Lang", "Chen Wei", "Leila Karimi", "Juan Vega",
    "Claire Morel", "Anders Dahl", "Omar Saleh", "Nina Petrova", "George Hale",
)  # fmt: skip
_TITLE = (
    r"(?:Mr|Mrs|Ms|Dr|Sens?|Senators?|Gov|Governor|Reps?|Representative|President|President-elect"
    r"|Vice President|Prime Minister|Minister|Secretary|Mayor|Judge|Justice|Chancellor|King|Queen"
    r"|Pope|Congressman|Congresswoman|Speaker|Leader|General|Gen)\.?"
)
_TOKEN = r"[A-Z][\w'’-]*\w"
_HEADLINE_NAME = re.compile(rf"(?:{_TITLE} )?(?P<name>(?:{_TOKEN} ){{0,2}}{_TOKEN})")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z“\"(])|\n+")
_LEAD_SENTENCES, _LONGEST_LEAD = 3, 1200
_NO_SUBJECT_BEFORE = re.compile(
    r"\b(?:about|against|by|for|from|in|like|of|on|over|than|to|under|with|and|or)\s+$"
)
_NEXT = re.compile(
    r":? (?!(?i:administration|aides?|allies|backers|camp|campaign|cabinet|era|family|foundation"
    r"|government|lawyers?|nominees?|officials?|rally|supporters?|team|voters?|and|or|of|v|vs)\b)"
)
"""What follows a subject; behind these words another one acts."""
_STOP = frozenset(
    {"about", "after", "again", "against", "also", "because", "been", "before", "being", "could"}
    | {"during", "from", "have", "here", "into", "just", "more", "most", "much", "only", "other"}
    | {"over", "says", "said", "should", "some", "such", "than", "that", "their", "them", "then"}
    | {"there", "these", "they", "this", "those", "through", "until", "very", "what", "when"}
    | {"where", "which", "while", "will", "with", "would", "your"}
)
_PREDICATE = 8
"""Words after a headline's subject that are looked at."""


@dataclass(frozen=True)
class Person:
    """A person of whom headline and lead say something in common, and where they are named."""

    article: Article
    surname: str
    headline: tuple[int, int]
    lead: tuple[int, int]


def find_person(article: Article, given: frozenset[str]) -> Person | None:
    """Find the person at the headline's start who does the same in one of three lead sentences.

    A capitalised run opens the headline; its last word, in a sentence of the lead, ends a name that
    has a title or a given name before it; behind both names a word of four letters or more begins
    with the same five letters.
    """
    headline = article.headline or ""
    opening = _HEADLINE_NAME.match(headline)
    if opening is None or headline.isupper():
        return None
    start = opening.start("name")
    for end in (start + one.end() for one in reversed([*re.finditer(_TOKEN, opening["name"])])):
        *before, surname = headline[start:end].split()
        told = _keys(re.split(r"[:;—–?]| - ", headline[end:].lstrip(":"))[0], _PREDICATE)
        if surname.endswith(("'s", "’s")) or not _NEXT.match(headline, end) or not told:
            continue
        for place in _namings(article, surname, given):
            if not {*before} <= {*article.text[slice(*place)].split()}:
                continue
            if told & _keys(article.text[place[1] : _sentence_end(article.text, place[1])], 40):
                return Person(article, surname, (start, end), place)
    return None


def _namings(article: Article, surname: str, given: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Give the places in the lead where a full or titled name ends in a surname."""
    first, last = _lead(article)
    name = re.compile(
        rf"(?P<title>\b{_TITLE} )?(?P<name>(?:\b(?P<given>{_TOKEN}) (?:[A-Z]\. |{_TOKEN} )?)?"
        rf"\b{re.escape(surname)})\b(?!['’-]| [A-Z])"
    )
    for match in name.finditer(article.text, first, last):
        known = match["title"] or (match["given"] or "") in given
        if known and not _NO_SUBJECT_BEFORE.search(article.text, first, match.start()):
            yield match.span("name") if match["given"] in given else _last_word(match)


def _last_word(match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span("name")
    return start + match["name"].rfind(" ") + 1, end


def _lead(article: Article) -> tuple[int, int]:
    """Return where the first sentences stand, behind a copy of the headline."""
    headline = (article.headline or "").rstrip(".")
    first = len(headline) + 1 if headline and article.text.startswith(headline) else 0
    ends = [one.start() for one in _SENTENCE_END.finditer(article.text, first + 1)]
    ends.append(len(article.text))
    return first, min(ends[: _LEAD_SENTENCES + 1][-1], first + _LONGEST_LEAD)


def _sentence_end(text: str, start: int) -> int:
    end = _SENTENCE_END.search(text, start)
    return min(end.start() if end else len(text), start + 400)


def _keys(words: str, limit: int) -> set[str]:
    found = re.findall(r"\w+", words.lower())[:limit]
    return {word[:5].rstrip("e") for word in found if len(word) > 3 and word not in _STOP}


def _given_names(bench: Bench) -> frozenset[str]:
    rows = read_rows(bench.data / "reference/officeholder_terms.jsonl")
    return frozenset(row["first"] for row in rows if row.get("first"))


def _real_names(bench: Bench) -> list[str]:
    """Return the names of office-holders since 1945 that have two plain words."""
    rows = read_rows(bench.data / "reference/officeholder_terms.jsonl")
    plain = re.compile(rf"{_TOKEN} {_TOKEN}")
    return sorted(
        {r["person"] for r in rows if r["start"] >= "1945" and plain.fullmatch(r["person"])}
    )


Injection = Callable[[Person, str], tuple[Article, tuple[int, int]]]
"""Puts a name in the place of a person's; returns the place of the lead's name as well."""


def lead_alone(person: Person, name: str) -> tuple[Article, tuple[int, int]]:
    """Name another person in the lead's one place; a surname alone stays a surname alone."""
    start, end = person.lead
    put = _same_form(person.article.text[start:end], name)
    return person.article.edited(start, end, put), (start, start + len(put))


def whole_text(person: Person, name: str) -> tuple[Article, tuple[int, int]]:
    """Name another person throughout the text."""
    given, surname = name.split()
    start, end = person.lead
    text, first = person.article.text, person.article.text[start:end].rpartition(" ")[0]
    whole = rf"\b{re.escape(first)} " if first else ""
    swapped = re.compile(rf"(?P<given>{whole})?\b{re.escape(person.surname)}\b")

    def swap(part: str) -> str:
        return swapped.sub(lambda m: (f"{given} " if m["given"] else "") + surname, part)

    before, named = swap(text[:start]), swap(text[start:end])
    article = person.article.with_text(before + named + swap(text[end:]))
    return article, (len(before), len(before) + len(named))


def headline_alone(person: Person, name: str) -> tuple[Article, tuple[int, int]]:
    """Name another person in the headline."""
    start, end = person.headline
    headline = person.article.headline or ""
    put = _same_form(headline[start:end], name)
    return replace(person.article, headline=headline[:start] + put + headline[end:]), person.lead


def _same_form(old: str, name: str) -> str:
    return name if " " in old else name.split()[-1]


INJECTIONS: dict[str, Injection] = {
    "lead's subject replaced": lead_alone,
    "person replaced throughout the text": whole_text,
    "headline's subject replaced": headline_alone,
}
TARGET, ALARMS = 0.50, 0.2


def _alarms(bench: Bench) -> Iterator[Row]:
    """Count what a reader found false, and what nobody has read, in the articles as they are."""
    for name, files in SETS.items():
        articles = bench.articles(*files)
        natural = (flag for one in articles for flag in bench.natural[one.file, one.id])
        flags = [flag for flag in natural if flag.code == "HED001"]
        read = bench.verdicts.count(flags)
        rate = 1000 * (read["false"] + read["unread"]) / len(articles)
        yield Row(
            "organic", ACTOR, f"false and unread alarms, {name}", len(flags), false_alarms=rate,
            per="1,000 articles", target="≤ .2", met=rate <= ALARMS,
        )  # fmt: skip


def _actors(bench: Bench) -> Iterator[Row]:
    """Replace the person; found is a flag at the name in the lead, or in the headline."""
    given, real = _given_names(bench), _real_names(bench)
    for name, files in SETS.items():
        people = [one for a in bench.articles(*files) if (one := find_person(a, given))]
        for what, inject in INJECTIONS.items():
            chance = bench.chance(f"actor {what} {name}")
            altered = [inject(one, _other(one, chance, real)) for one in people]
            flags = bench.lint([article for article, _ in altered], ("HED001",))
            found = [
                {f.severity for f in ours if f.field == "headline" or f.covers(*place)}
                for ours, (_, place) in zip(flags, altered, strict=True)
            ]
            missed = [
                _missed(article, "HED001", *place)
                for (article, place), severities in zip(altered, found, strict=True)
                if not severities & LOUD
            ]
            bench.show(f"missed: {what}", missed)
            lead = inject is lead_alone
            for severities, words in ((LOUD, "error or warning"), ({"error"}, "error")):
                recall = sum(bool(one & severities) for one in found) / max(len(found), 1)
                aimed = lead and severities is LOUD
                yield Row(
                    "injected", ACTOR, f"{what}, {name}: {words}", len(found), recall=recall,
                    target="≥ .50" if aimed else "", met=recall >= TARGET if aimed else None,
                )  # fmt: skip


def _other(person: Person, chance: random.Random, real: Sequence[str]) -> str:
    """Choose an invented or a real name, as often, that the article does not have."""
    while True:
        name = chance.choice(chance.choice((INVENTED, real)))
        if name.split()[-1] not in person.article.text + (person.article.headline or ""):
            return name


def _missed(article: Article, code: str, start: int, end: int) -> Flag:
    """Return a flag made by hand at a place that no rule flagged."""
    headline = " ".join((article.headline or "").split())
    return Flag(
        article.file, article.id, code, "", "", "text", start, end, article.text[start:end],
        f"headline: {headline}", article.text[max(start - AROUND, 0) : start],
        article.text[end : end + AROUND],
    )  # fmt: skip


# The source: a wrong one, and the right one, behind a headline.

_SAYS = r"(?: \w+)? (?:said|told|say|says|announced|warned)\b"
_LEAD_SOURCE = re.compile(
    rf"\b(?:(?P<police>[Pp]olice|detectives)|(?P<officials>officials|ministry|spokes(?:wo)?man)"
    rf"|(?P<prosecutors>prosecutors)|(?P<residents>residents|witnesses)"
    rf"|(?P<analysts>analysts|economists|researchers)){_SAYS}"
)
_TAGS = ("police", "officials", "prosecutors", "residents", "analysts", "columnist", "news agency")
_TAG_FORMS = (" - {}", ": {}", " — {}", ", {} say")


def _sources(bench: Bench) -> Iterator[Row]:
    """Put a source behind headlines whose lead has one kind of source, and says so.

    A wrong tag is of a kind that is named nowhere in the text; a right one is that of the lead.
    """
    for name, files in SETS.items():
        chance = bench.chance(f"source {name}")
        wrong, right = [], []
        for article in bench.articles(*files):
            kind = _lead_kind(article)
            others = [tag for tag in _TAGS if tag != kind and not _mentions(article.text, tag)]
            if kind and others:
                form = chance.choice(_TAG_FORMS)
                wrong.append(_tagged(article, form.format(chance.choice(others))))
                right.append(_tagged(article, form.format(kind)))
        found, alarms = (_flagged(bench, one, "HED002") for one in (wrong, right))
        bench.show("missed: source", _missed_headlines(wrong, found, "HED002"))
        bench.show("false: source", _missed_headlines(right, [not one for one in alarms], "HED002"))
        yield Row(
            "injected", SOURCE, f"a wrong source behind the headline, {name}; the right one",
            len(found), recall=_share(found), false_alarms=1000 * _share(alarms),
            per="1,000 right ones",
        )  # fmt: skip


def _lead_kind(article: Article) -> str:
    """Return the one kind of source that the lead's first sentence names, or ``""``."""
    first, _ = _lead(article)
    sentence = article.text[first : _sentence_end(article.text, first + 1)]
    kinds = {one.lastgroup or "" for one in _LEAD_SOURCE.finditer(sentence)}
    headline = article.headline or ""
    plain = headline and headline[-1].isalnum() and not re.search(r"[:|—–]| - ", headline)
    return kinds.pop() if plain and len(kinds) == 1 else ""


def _mentions(text: str, tag: str) -> bool:
    kind = re.search(rf"\b{tag.split()[-1].removesuffix('s')}", text, re.IGNORECASE)
    return kind is not None or any(one.lastgroup == tag for one in _LEAD_SOURCE.finditer(text))


def _tagged(article: Article, tag: str) -> Article:
    return replace(article, headline=f"{article.headline}{tag}")


def _flagged(bench: Bench, articles: Sequence[Article], code: str) -> list[bool]:
    """Tell of each article whether a rule speaks; that it crashed is not what it says."""
    return [any(flag.code == code for flag in ours) for ours in bench.lint(articles, (code,))]


def _share(found: Sequence[bool]) -> float:
    return sum(found) / max(len(found), 1)


def _missed_headlines(articles: Sequence[Article], found: Sequence[bool], code: str) -> list[Flag]:
    return [
        _missed(article, code, 0, 0)
        for article, one in zip(articles, found, strict=True)
        if not one
    ]


# Metadata in place of a headline.

METADATA_HEADS = (
    "ATTENTION - ADDS reaction, background ///", "RECASTS with second explosion, ADDS quotes",
    "UPDATES toll, ADDS colour", "/// ADDS graphic ///",
    "Eds: Corrects spelling of name in 3rd graf", "EDITORS: Subs lead to add vote count",
    "By Ana Ruiz", "by Karl Lund and Emma Holt", "BY PRIYA NAIR", "BC-EU--Harbour Talks",
    "harbour-talks-2nd-ld", "PORT-STRIKE-DAY-TWO", "port_strike_final", "harbour-strike.docx",
    "IMG_2041.jpg", "index.html", "https://example.com/news/port-strike", "2019-04-03",
    "April 3, 2019", "Wednesday, April 3, 2019", "Untitled", "Untitled document",
    "Home | The Lund Gazette", "Page not found - The Lund Gazette", "404 Not Found",
    "403 Forbidden", "Just a moment...", "Are you a robot?", "Access denied",
    "Sign in | The Lund Gazette", "null", "[no title]", "{{ page.title }}", "%TITLE%",
    "EMBARGOED UNTIL 12:00 GMT", "MANDATORY KILL", "Correction to our earlier item follows",
    "Lorem ipsum", "TEST - please ignore", "N/A", "Subscribe to read", "Please enable JavaScript",
    "Loading...", "(Picture)", "1st Lead", "Photo by Ana Ruiz", "Story 1142", "PA NEWSFILE",
    "slug: port strike", "News",
)  # fmt: skip
"""What stands where a headline should; invented for this bench, not taken from the rule."""


def _metadata(bench: Bench) -> Iterator[Row]:
    """Give recall of the labelled wire notes, and of heads put over real articles."""
    rows = read_rows(bench.data / "gold/bad_headlines_afp.jsonl")
    labelled = [
        Article("gold/bad_headlines_afp", row["id"], row["lead"], row["headline"]) for row in rows
    ]
    texts = bench.articles(*EDITED)
    chance = bench.chance("metadata")
    put = [replace(chance.choice(texts), headline=head) for head in METADATA_HEADS]
    for kind, what, articles in (
        ("gold", "wire notes for headlines", labelled), ("injected", "invented heads", put)
    ):  # fmt: skip
        flags = bench.lint(articles, ("HED003",))
        for severities, words in ((LOUD, "error or warning"), ({"error"}, "error")):
            found = [any(flag.severity in severities for flag in ours) for ours in flags]
            yield Row("gold" if kind == "gold" else "injected", METADATA, f"{what}: {words}",
                      len(found), recall=_share(found))  # fmt: skip
        missed = _missed_headlines(articles, [bool(ours) for ours in flags], "HED003")
        bench.show(f"missed: {what}", missed)


# Two headlines of one article: the file's, altered, over a text that keeps it as its first line.

Alter = Callable[[Article, random.Random], str | None]
"""Makes another headline of an article's, or `None` where it has nothing to alter."""


def _typography(article: Article, chance: random.Random) -> str:
    headline = (article.headline or "").replace("'", "’").replace(" - ", " — ")
    return headline.upper() if chance.random() < 0.5 else headline


def _site_name(article: Article, chance: random.Random) -> str:
    site = chance.choice((" | Daily Gazette", " - The Lund Gazette", " – Harbour News", " | HNN"))
    return (article.headline or "") + site


def _cut(article: Article, chance: random.Random) -> str:
    words = (article.headline or "").split()
    return " ".join(words[: max(4, len(words) * 2 // 3)]) + chance.choice(("…", "...", " …"))


def _subtitle(article: Article, chance: random.Random) -> str:
    more = chance.choice((": What we know so far", ": A day of anger", " – and what comes next"))
    return (article.headline or "").rstrip(".") + more


HARMLESS: dict[str, Alter] = {
    "typography and capitals": _typography, "name of the site": _site_name, "cut short": _cut,
    "sub-title": _subtitle,
}  # fmt: skip


def _other_number(article: Article, chance: random.Random) -> str | None:
    headline = article.headline or ""
    figures = list(re.finditer(r"(?<![\w.,-])\d{1,3}(?![\w.,])", headline))
    if not figures:
        return None
    one = chance.choice(figures)
    number = int(one.group()) + chance.randint(1, 9)
    return f"{headline[: one.start()]}{number}{headline[one.end() :]}"


def _other_headline(bench: Bench) -> Alter:
    heads = [one.headline for one in bench.articles(POLNEAR) if one.headline]
    return lambda _, chance: chance.choice(heads)


def _other_name(bench: Bench) -> Alter:
    given, real = _given_names(bench), _real_names(bench)

    def swap(article: Article, chance: random.Random) -> str | None:
        person = find_person(article, given)
        if person is None:
            return None
        return headline_alone(person, _other(person, chance, real))[0].headline

    return swap


POLNEAR = "gold/polnear_articles"


def _variants(bench: Bench) -> Iterator[Row]:
    """Alter the file's headline; line 1 of the text keeps it, without the corpus's full stop."""
    articles = [one for a in bench.articles(POLNEAR) if (one := _with_first_line(a))]
    changed: dict[str, Alter] = {
        "another number": _other_number, "another person": _other_name(bench),
        "another article's headline": _other_headline(bench),
    }  # fmt: skip
    for what, alter in (*HARMLESS.items(), *changed.items()):
        chance = bench.chance(f"variants {what}")
        made = ((article, alter(article, chance)) for article in articles)
        altered = [replace(article, headline=new) for article, new in made if new]
        found = _flagged(bench, altered, "HED004")
        if what in HARMLESS:
            bench.show(
                f"false: {what}", _missed_headlines(altered, [not one for one in found], "HED004")
            )
            yield Row("injected", VARIANTS, f"harmless: {what}", len(found),
                      false_alarms=1000 * _share(found), per="1,000 articles")  # fmt: skip
        else:
            bench.show(f"missed: {what}", _missed_headlines(altered, found, "HED004"))
            yield Row("injected", VARIANTS, what, len(found), recall=_share(found))


def _with_first_line(article: Article) -> Article | None:
    headline = article.headline or ""
    if not article.text.startswith(f"{headline}."):
        return None
    return article.with_text(headline + article.text[len(headline) + 1 :])
