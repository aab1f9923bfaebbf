"""ENC004 leftover-markup."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, NamedTuple

from newslint import Doc, Findings, Fix, FormKind, Span, regexp, rule
from newslint_rules.encoding import markup

_CODE_WORDS = ("document.", "window.", "googletag", "mso-")
_CALL_ENDS = ("');", '");', "();", "});", "]);")
_MARKUP: Mapping[str, tuple[str, ...]] = {
    "<": ("<",), "{": ("{",), "&": ("&",), "\\": ("\\",), "[": ("[/", "[object", "[data"),
    "=": ('="', " = "), "]": ("]]>",), "}": ("})",), ";": _CALL_ENDS, "%": ("%%",),
    "$": ("${",), "*": ("/*",),
}  # fmt: skip
"""What markup and code are told by: the signs, and what has to stand around each."""
_CODE: Mapping[str, tuple[str, ...]] = {
    "{": ("{",), "=": (" = ",), "]": ("]]>",), "[": ("[CDATA[",), "}": ("})",), ";": _CALL_ENDS,
    "*": ("/*",),
}  # fmt: skip
_SHORTCODE_SIGNS = frozenset("[{%$<")


def _is_of_code(form: str) -> bool:
    return form.endswith(("document", "window")) or "googletag" in form or "mso-" in form


# No ordinary word but the two themselves ends like that.
_NEAR = FormKind(
    words=("document", "window"),
    judge=_is_of_code,
    sign=lambda sign: sign in _MARKUP,
    ordinary=False,
)
_ABOUT_CODE = regexp(
    r"(?<![\w./<])"
    r"(?:html5?|xml|markup|source code|programmers?|coding|snippets?|open[- ]source|api"
    r"|ampersands?|angle brackets?|web (?:design|develop)\w*)\b",
    re.IGNORECASE,
)
_SHAPES_WORDS = frozenset(
    ("a", "abbr", "b", "cite", "em", "font", "i", "small", "span", "strong", "u")
)


class Leftover(NamedTuple):
    """A piece of markup, what it is, and how to be rid of it."""

    span: Span
    kind: str
    fix: Fix | None


@rule(
    "ENC004",
    severity="error",
    fields=("headline", "description"),
    supersedes=("GAR001", "GAR002", "GAR003", "GAR004"),
    near=_NEAR,
)
def leftover_markup(
    doc: Doc, *, together: Annotated[int, "report so many tags or entities in one finding"] = 10
) -> Findings:
    r"""Markup, entities, shortcodes or program code left in the text.

    Readers see `&#233;` where a letter should be, and word counts see a style sheet. Entities and
    tags that only shape words are removed safely; what else stands there needs a look.

    Left alone: articles that speak of code (a word such as HTML or programmer is enough), `<` in
    arithmetic, wire tickers such as `<GM>`, company names (`AT&T;`), paths with backslashes.

    It misses what is left over in articles that speak of code, and templates in a syntax it does
    not know. It errs nowhere that was read; a text that shows a tag without such a word would be
    reported.

    Bad: The caf>>&#233;<< on Mill Street will close, the R>>&amp;<<D unit too.
    Fixed: The café on Mill Street will close, the R&D unit too.
    Bad: The council >><b><<approved>></b><< the plan.
    Fixed: The council approved the plan.
    Bad: First line>><br /><<second line.
    Fixed (unsafe):
        First line
        second line.
    Bad: The bridge>>{{< note id="4" >}}<< will close.
    Fixed (unsafe): The bridge will close.
    Bad:
        The bridge will close.
        >>googletag.cmd.push(function() { googletag.display("ad-1"); });<<
    Bad with together=2: >><p><<One.</p><p>Two.</p>
    Bad: She wrote: >><tweet id="17"><<Open at last!>></tweet><<
    Bad: See >>[embed]https://harlow.example/v/17[/embed]<<, then >>[caption]<<this>>[/caption]<<.
    Fixed (unsafe): See , then this.
    Good: Shares of General Mills <GIS> rose when x < 5 and AT&T; fell.
    Good: The programmer typed <b> and &amp; into the page.
    """
    signs = doc.signs
    if "<" in signs and markup.only_tickers(doc.text):
        signs -= {"<"}
    if not _stands(_MARKUP, signs, doc):
        return
    found = sorted(
        (*_code(doc, signs), *_pieces(doc, signs), *_remains(doc, signs)),
        key=lambda one: (one.span.start, -one.span.end),
    )
    if not found or _ABOUT_CODE.search(doc.text):
        return
    kinds: dict[str, list[Leftover]] = {}
    done = 0
    for one in found:
        if one.span.start >= done:  # not inside a line of code
            done = one.span.end
            kinds.setdefault(one.kind, []).append(one)
    for kind, ones in kinds.items():
        if len(ones) < together:
            for one in ones:
                yield one.span.flag(f"{_short(one.span)} is {kind} left in the text", fix=one.fix)
            continue
        fixes = [one.fix for one in ones if one.fix]
        edits = tuple(edit for fix in fixes for edit in fix.edits)
        yield ones[0].span.flag(
            f"{_short(ones[0].span)} is {kind} left in the text, one of {len(ones)}",
            fix=Fix(edits, safe=all(fix.safe for fix in fixes)) if edits else None,
        )


def _stands(table: Mapping[str, tuple[str, ...]], signs: frozenset[str], doc: Doc) -> bool:
    """Tell whether one of the literals of a table, or a word of code, stands in the text."""
    text = doc.text
    if any(_shows(text, sign, table[sign]) for sign in signs & table.keys()):
        return True
    return bool(_NEAR.forms(doc)) and any(word in text for word in _CODE_WORDS)


def _shows(text: str, sign: str, literals: tuple[str, ...]) -> bool:
    """Tell whether one of some literals stands in a text that has the sign they are told by.

    They are looked for at the sign, which is rarer than what else is in them.
    """
    if sign in literals:
        return True
    at = text.find(sign)
    while at >= 0:
        for literal in literals:
            start = at - literal.index(sign)
            if start >= 0 and text.startswith(literal, start):
                return True
        at = text.find(sign, at + 1)
    return False


def _pieces(doc: Doc, signs: frozenset[str]) -> Iterator[Leftover]:
    text = doc.text
    if "&" in signs:
        for match in markup.ENTITY.finditer(text):
            character = markup.plain(match.group())
            if character != match.group():
                span = doc.group(match)
                fix = None if "\ufffd" in character else Fix(((span, character),), safe=True)
                yield Leftover(span, "an HTML entity", fix)
    if "<" in signs:
        for match in markup.tags(text):
            span = doc.group(match)
            yield Leftover(span, "an HTML tag", _without(span, match["name"] or ""))
        for match in markup.office_tags(text):
            span = doc.group(match)
            yield Leftover(span, "a word processor's tag", Fix.delete(span))
        for match in markup.comments(text):
            span = doc.group(match)
            yield Leftover(span, "an HTML comment", Fix.delete(span))
    for match in markup.shortcodes(text) if signs & _SHORTCODE_SIGNS else ():
        span = doc.group(match)
        yield Leftover(span, "a shortcode", Fix.delete(span))


def _remains(doc: Doc, signs: frozenset[str]) -> Iterator[Leftover]:
    """Give what is left of tags whose brackets are lost, and of texts that were not decoded."""
    text = doc.text
    if "=" in signs and '="' in text:
        for match in markup.attributes(text):
            span = doc.group(match)
            yield Leftover(span, "an attribute of a lost tag", Fix.delete(span))
    if "\\" in signs:
        for match, character in markup.escapes(text):
            span = doc.group(match)
            fix = Fix(((span, character),)) if character is not None else None
            yield Leftover(span, "an escaped character", fix)


def _code(doc: Doc, signs: frozenset[str]) -> Iterator[Leftover]:
    if not _stands(_CODE, signs, doc):
        return
    for match, kind in markup.code_lines(doc.text):
        span = doc.group(match).strip()
        yield Leftover(span, f"a line of {kind}", Fix.delete_line(span, safe=False))


def _without(span: Span, name: str) -> Fix | None:
    """Return the fix for a tag: one that shapes words can go, a line break becomes a line feed."""
    if name.lower() in _SHAPES_WORDS:
        return Fix.delete(span, safe=True)
    return Fix(((span, "\n"),)) if name.lower() == "br" else None


def _short(span: Span) -> str:
    return repr(span.text if len(span.text) <= 40 else span.text[:39] + "…")
