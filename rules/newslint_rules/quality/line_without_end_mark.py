"""QUA013 line-without-end-mark."""

from newslint import Doc, Findings, rule
from newslint_rules.quality.counting import one_by_one, text_lines
from newslint_rules.quality.ends import ends


@rule("QUA013", severity="info", default=False)
def line_without_end_mark(doc: Doc) -> Findings:
    """A line that no full stop, question mark, exclamation mark or quotation mark ends.

    C4 cuts such lines, for menus, buttons and headings look so (Raffel et al. 2020, JMLR 21:140,
    section 2.2; `_END_MARKS` of c4_utils in TensorFlow Datasets: `.` `?` `!` and `"`); a line that
    ends with `...` goes, too. datatrove 0.10 adds `'`. Here the end marks of all scripts count
    (Unicode's Sentence_Terminal), closing curly quotation marks, which those two take for none, and
    a closing bracket behind an end mark.

    Of an article the first twenty lines are told one by one. A line that another rule on lines
    reports is not reported here. It misses menus with full stops. It errs, to an editor's mind, on
    headlines, sub-heads, bylines and lists, all of which C4 cuts, and on text wrapped at a fixed
    width, of which C4 leaves hardly a line.

    Bad:
        The ferry to the islands is late.
        >>More on this story<<
        >>The mayor explains why the bridge…<<
    Good:
        The ferry to the islands is late (the port gave no reason.)
        “We wait,” said the mayor. “We have waited before.”
        渡船停航三天。
    """
    lines = [line for line in doc.get(text_lines) if not ends(line.text)]
    yield from one_by_one(lines, lambda _: "the line has no end mark")
