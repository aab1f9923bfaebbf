"""Articles whose writer speaks for himself: columns, editorials, reviews, analysis."""

from __future__ import annotations

import re

from newslint import Doc, in_quotes, regexp

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
_FIRST_PERSON = regexp(r"\b(?:I|I['’](?:m|ve|d|ll)|my|My)\b")
_FIRST_PERSONS = regexp(r"\b(?:[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Oo]ur|us)\b")


def is_opinion(doc: Doc) -> bool:
    """Tell whether the writer is the source, by the file's metadata or by saying I and we."""
    kinds = (doc.meta.get(name) for name in ("section", "category", "type", "kind"))
    if any(field and _SECTION.match(field.raw) for field in kinds):
        return True
    if _IN_ADDRESS.search(doc.meta.url.raw):
        return True
    if doc.headline is not None and _IN_HEADLINE.match(doc.headline.text):
        return True
    return _said(doc, _FIRST_PERSON, FIRST_PERSON) or _said(doc, _FIRST_PERSONS, FIRST_PERSONS)


def _said(doc: Doc, words: re.Pattern[str], least: int) -> bool:
    """Tell whether words stand so often outside quotations."""
    found = 0
    for paragraph in doc.body:
        for match in words.finditer(paragraph.text):
            found += not in_quotes(doc, paragraph.start + match.start())
            if found >= least:
                return True
    return False
