"""TYP004 no-final-newline."""

from newslint import Doc, Findings, Fix, rule


@rule("TYP004", severity="info", default=False)
def no_final_newline(doc: Doc) -> Findings:
    r"""A text file whose last line is not ended.

    Tools that join files then run the last word of one article and the first of the next together,
    and every later edit shows two changed lines. Only for plain text, where the file is the
    article. Off by default: scraped files rarely end in a line feed. It misses
    and errs on nothing: the last character is a line feed or it is not.

    Bad: The bridge is open.>><<
    Fixed: The bridge is open.\n
    Good: The bridge is open.\n
    """
    if not doc.text or doc.text.endswith("\n") or not doc.path.lower().endswith(".txt"):
        return
    end = doc.span(len(doc.text), len(doc.text))
    yield end.flag("the last line is not ended", fix=Fix(((end, "\n"),), safe=True))
