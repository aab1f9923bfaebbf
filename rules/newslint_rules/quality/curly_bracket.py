"""QUA018 curly-bracket."""

from newslint import Doc, Findings, regexp, rule
from newslint_rules.quality.counting import some

_BRACKET = regexp(r"\{")


@rule("QUA018", severity="info", default=False)
def curly_bracket(doc: Doc) -> Findings:
    """A curly bracket, which programs and templates have and prose has not.

    C4 drops a page with an opening one (Raffel et al. 2020, JMLR 21:140, section 2.2); datatrove
    0.10 does only where the line has an end mark and is not cut before.

    The first place is flagged, others are shown with it. It misses code without brackets. It errs
    on stories about programming and on the rare text that sets an aside in them.

    Bad: The ferry >>{<<{name}} is late.
    Good: The ferry [to the islands] is late.
    """
    if "{" in doc.text:
        first, *others = map(doc.group, _BRACKET.finditer(doc.text))
        yield first.flag("a curly bracket, as in code", related=some(others, "here, too"))
