"""QUA016 notice-line."""

from newslint import Doc, Findings, Span, phrases, rule
from newslint_rules.quality.counting import one_by_one

NOTICES = phrases(
    "javascript", "terms of use", "privacy policy", "cookie policy", "uses cookies",
    "use of cookies", "use cookies",
)  # fmt: skip


@rule(
    "QUA016",
    severity="info",
    default=False,
    near=NOTICES,
    supersedes=("QUA013", "QUA014"),
)
def notice_line(doc: Doc) -> Findings:
    """A line that speaks of JavaScript, cookies, terms of use or a privacy policy.

    C4 cuts such lines, for most ask the reader to switch something on or to agree to something. The
    paper names "Javascript" and policy notices (Raffel et al. 2020, JMLR 21:140, section 2.2); the
    six wordings for the latter are `_POLICY_SUBSTRINGS` of c4_utils in TensorFlow Datasets, and
    datatrove 0.10 has the same. It looks at parts of words, too ("javascripts"), this rule at
    whole words.

    The first wording of each line is flagged. It misses other wordings and other languages. It
    errs, to an editor's mind, on stories about programming, cookies and privacy.

    Bad: Please enable >>JavaScript<<. By staying you accept our terms of use.
    Good: The baker sells cookies, and her policy is to use butter.
    """
    found: list[Span] = []
    for hit in doc.hits(NOTICES):
        if not found or "\n" in doc.text[found[-1].end : hit.start]:
            found.append(hit)
    yield from one_by_one(found, lambda hit: f"a line with {hit.text!r}, as notices have it")
