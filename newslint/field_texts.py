"""A metadata field read as a text of its own: a headline can be garbled like any paragraph."""

from __future__ import annotations

from newslint.doc import Doc
from newslint.fields import Field
from newslint.spans import Finding, Fix, Span


def as_text(field: Field, doc: Doc) -> Doc:
    """Return a field of an article as a text, with the metadata and the language of the article."""
    return Doc(
        field.raw,
        path=doc.path,
        meta=doc.meta,
        language=doc.language,
        terms=doc.terms,
        learned=doc.learned,
    )


def put_back(finding: Finding, text: Doc, field: Field) -> Finding:
    """Return a finding of ``text``, which is the field read as a text, as one of the field."""

    def moved(span: Span) -> Span:
        return Span(field, span.start, span.end, span.text) if span.source is text else span

    fix = finding.fix
    return Finding(
        field.span if finding.whole else moved(finding.span),
        finding.message,
        Fix(tuple((moved(span), new) for span, new in fix.edits), safe=fix.safe) if fix else None,
        finding.severity,
        tuple((moved(span), note) for span, note in finding.related),
    )
