"""What the engine itself reports: rules nobody wrote, and their diagnostics."""

from __future__ import annotations

from newslint.diagnostic import Diagnostic, Location, Severity
from newslint.fingerprints import Fingerprints
from newslint.rulebook import Rule

ENGINE_FAMILY = "engine"


def _engine_rule(code: str, name: str, about: str, severity: Severity = "error") -> Rule:
    return Rule(
        code=code,
        name=name,
        family=ENGINE_FAMILY,
        severity=severity,
        about=about,
        function=lambda _: (),
        origin="newslint",
    )


RULE_CRASHED = _engine_rule(
    "NLX001",
    "rule-crashed",
    "A rule raised an error on this article.\n\nThe findings of all other rules are kept; the run "
    "ends with exit status 2. Tell the author of the rule.",
)
UNREADABLE = _engine_rule(
    "NLX002",
    "unreadable-input",
    "A file or record that cannot be read.\n\nThe message says where reading stopped: the byte for "
    "text in another encoding (set `encoding`), the place for a record that is not valid. A named "
    "file that cannot be read at all ends the run with exit status 2; a record among others is a "
    "finding. A format that has to be read as a whole (JSON, XML, a page, a text, anything in "
    "UTF-16) is not read beyond 256 MB: write its articles as JSON Lines in UTF-8.",
)
TOO_LARGE = _engine_rule(
    "NLX003",
    "article-too-large",
    "An article longer than `max-article-size`.\n\nUsually many articles in one file, or no "
    "article at all. Of a record among others six bytes are read for each character that an "
    "article may have, and 1 MB for what stands beside it; a longer line or row is passed over "
    "and costs no memory. In a table look for a quote in it that is never closed.",
)
UNUSED_SUPPRESSION = _engine_rule(
    "NLX004",
    "unused-suppression",
    """A comment, a key or an entry of the baseline that keeps nothing silent any more.

The text was mended, or the name means no rule: a suppression that is left behind would hide the
next mistake there. Take it out; `newslint baseline PATH --prune` does it for the baseline, `--fix`
for a comment that stands on a line of its own. An entry of the baseline is reported one step milder
than the rest, for an edit leaves it behind without anybody being at fault. Only rules that ran on
the whole article count, so none is unused because of `--select`; rules across articles count only
for the baseline, where they saw all of its files.

How to write them, in Markdown and HTML (in MDX `{/* newslint: ignore GAR001 */}`):

```text
<!-- newslint: ignore GAR001, doubled-words -- a local name -->   the paragraph it stands in, or,
                                                                  standing alone, the next one
<!-- newslint: ignore-start residue -->                           from here on
<!-- newslint: ignore-end -->                                     up to here
<!-- newslint: ignore-file typography -->                         the article and its metadata
```

Names are codes, names or families of rules, or `all`; what stands behind `--` is the reason. For
the whole article a key does the same: `newslint: {ignore: [GAR001]}` in front matter,
`"_newslint": {"ignore": ["GAR001"]}` in a record (in a table a column `_newslint`),
`<meta name="newslint" content="ignore GAR001">` on a page. For what has no comments there is
`[[overrides]]` with `paths` or `records` in the configuration.

Bad:
    The council met on Tuesday.

    <!-- newslint: ignore >>fused-words<< -->

    It will vote in June.
Fixed:
    The council met on Tuesday.

    It will vote in June.
Good:
    The council met on Tuesday.
""",
    severity="warning",
)
ENGINE_RULES = (RULE_CRASHED, UNREADABLE, TOO_LARGE, UNUSED_SUPPRESSION)
"""What the engine itself reports; always on, but for `UNUSED_SUPPRESSION`, which can be ignored."""
_BY_NAME = {key: one for one in ENGINE_RULES for key in (one.code.lower(), one.name)}


def engine_rule(reference: str) -> Rule | None:
    """Return the rule of the engine's own of a code or name; ``_`` is accepted for ``-``."""
    return _BY_NAME.get(reference.strip().replace("_", "-").lower())


def always_on(name: str) -> str | None:
    """Return why a name cannot be selected or ignored, if it means what is always reported."""
    rule = engine_rule(name)
    if rule is UNUSED_SUPPRESSION or (rule is None and name.strip().lower() != ENGINE_FAMILY):
        return None
    return (
        f"{name!r} is always on: it says what newslint could not do "
        f"(only {UNUSED_SUPPRESSION.code} can be ignored or set)"
    )


def is_trouble(diagnostic: Diagnostic) -> bool:
    """Tell whether a diagnostic says that something could not be read, or a rule not run."""
    return diagnostic.family == ENGINE_FAMILY and diagnostic.code != UNUSED_SUPPRESSION.code


def engine_diagnostic(
    rule: Rule,
    message: str,
    location: Location,
    fingerprints: Fingerprints,
    text: str = "",
    severity: Severity | None = None,
) -> Diagnostic:
    """Make a diagnostic of the engine's own, of the rule's severity or a milder one."""
    record = (location.record and location.record.id) or ""
    return Diagnostic(
        location=location,
        code=rule.code,
        rule=rule.name,
        family=rule.family,
        severity=severity or rule.severity,
        message=message,
        text=text,
        fix=None,
        related=(),
        fingerprint=fingerprints.of(rule.code, record, message),
    )
