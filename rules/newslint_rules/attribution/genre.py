"""Articles whose writer speaks for himself: columns, editorials, reviews, analysis."""

from __future__ import annotations

import re

from newslint import Doc, FormKind, in_quotes, paragraph_at, regexp

# A writer who says I (or my) so often, outside quotations, signs for what is said. In scraped news
# one article in ten does, in agency copy one in seventy.
FIRST_PERSON = 3
# We and our are said of a nation or a newsroom too.
FIRST_PERSONS = 6
# Parts of an address, names of sections and words before a headline's colon or bar.
_KIND = (
    r"(?:opinions?|op-?eds?|editorials?|commentary|comment|comments|columns?|columnists?|"
    r"perspectives?|viewpoints?|reviews?|letters-to-the-editor|analysis|essays?|first-person|"
    r"commentisfree|contributors?)"
)
_IN_ADDRESS = regexp(rf"/{_KIND}(?:/|\Z)", re.IGNORECASE)
_SECTION = regexp(rf"\W*{_KIND}\b", re.IGNORECASE)
_IN_HEADLINE = regexp(rf"\s*{_KIND}\s*[:|—–-]\s|.*\|\s*{_KIND}\s*\Z", re.IGNORECASE)
_FIRST_PERSON = FormKind({"i", "my"})
_FIRST_PERSONS = FormKind({"we", "our", "us"})
_I = ("I", "my", "My")
_WE = ("we", "We", "our", "Our", "us")
_WORD = regexp(r"[^\W_]+")


def is_opinion(doc: Doc) -> bool:
    """Tell whether the writer is the source, by the file's metadata or by saying I and we."""
    kinds = (doc.meta.get(name) for name in ("section", "category", "type", "kind"))
    if any(field and _SECTION.match(field.raw) for field in kinds):
        return True
    if _IN_ADDRESS.search(doc.meta.url.raw):
        return True
    if doc.headline is not None and _IN_HEADLINE.match(doc.headline.text):
        return True
    return _said(doc, _FIRST_PERSON, _I, FIRST_PERSON) or _said(
        doc, _FIRST_PERSONS, _WE, FIRST_PERSONS
    )


def _said(doc: Doc, kind: FormKind, words: tuple[str, ...], least: int) -> bool:
    """Tell whether words stand so often in the body, outside quotations."""
    there = {word for form in kind.forms(doc) for word in _WORD.findall(form)}
    found = 0
    for word in there.intersection(words):
        at = doc.text.find(word)
        while at >= 0:
            end = at + len(word)
            alone = not (_goes_on(doc.text[at - 1 : at]) or _goes_on(doc.text[end : end + 1]))
            if alone and paragraph_at(doc, at) and not in_quotes(doc, at):
                found += 1
                if found >= least:
                    return True
            at = doc.text.find(word, end)
    return False


def _goes_on(beside: str) -> bool:
    return beside.isalnum() or beside == "_"
