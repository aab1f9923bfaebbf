"""The rules on quality against the filters they come from, as datatrove has them.

Each filter runs with all its other reasons switched off, for datatrove gives the first reason only.
Where the published threshold is not datatrove's, both get datatrove's. Recall is the share of the
articles (or lines) it drops that newslint flags, precision the share of those flagged that it
drops. Neither is right or wrong: what parts them is told in ``docs/quality.md``. Needs ``pip
install datatrove spacy``; without, nothing is measured.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from measures.articles import EDITED, SCRAPED, Article
from measures.bench import Bench
from measures.linting import Flag
from measures.rows import Row
from newslint import Doc, Rule
from newslint.plugins import load_book
from newslint_rules.quality import counting

GOPHER = dict.fromkeys(
    (
        "min_doc_words", "max_doc_words", "min_avg_word_length", "max_avg_word_length",
        "max_symbol_word_ratio", "max_bullet_lines_ratio", "max_ellipsis_lines_ratio",
        "max_non_alpha_words_ratio", "min_stop_words",
    )
)  # fmt: skip
REPETITION: dict[str, Any] = dict.fromkeys(
    ("dup_line_frac", "dup_para_frac", "dup_line_char_frac", "dup_para_char_frac")
) | {"top_n_grams": (), "dup_n_grams": ()}
C4: dict[str, Any] = dict.fromkeys(
    ("filter_no_terminal_punct", "filter_lorem_ipsum", "filter_javascript",
     "filter_curly_bracket", "filter_policy", "remove_citations"), False,
) | {"min_num_sentences": -1, "min_words_per_line": -1, "max_word_length": -1}  # fmt: skip
FINEWEB: dict[str, Any] = {
    "line_punct_thr": 0, "short_line_thr": 2, "char_duplicates_ratio": 2, "new_line_ratio": 1e9,
}  # fmt: skip
OFF: Mapping[str, Mapping[str, Any]] = {
    "GopherQualityFilter": GOPHER, "GopherRepetitionFilter": REPETITION, "C4QualityFilter": C4,
    "FineWebQualityFilter": FINEWEB,
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A reason of datatrove's and the rule that comes from it.

    Args:
        code: The rule.
        filter: The filter's class.
        on: Its arguments that switch the reason on.
        options: The rule's options that make its thresholds datatrove's.
        lines: Whether lines are cut, not articles dropped.
    """

    code: str
    filter: str
    on: Mapping[str, Any]
    options: Mapping[str, Any] = field(default_factory=dict)
    lines: bool = False


CASES = (
    Case("QUA001", "GopherQualityFilter", {"min_doc_words": 50}),
    Case("QUA002", "GopherQualityFilter", {"max_doc_words": 100_000}),
    Case("QUA003", "GopherQualityFilter", {"min_avg_word_length": 3, "max_avg_word_length": 10}),
    Case("QUA004", "GopherQualityFilter", {"max_symbol_word_ratio": 0.1}),
    Case("QUA005", "GopherQualityFilter", {"max_bullet_lines_ratio": 0.9}),
    Case("QUA006", "GopherQualityFilter", {"max_ellipsis_lines_ratio": 0.3}),
    Case("QUA007", "GopherQualityFilter", {"max_non_alpha_words_ratio": 0.8}),
    Case("QUA008", "GopherQualityFilter", {"min_stop_words": 2}),
    Case("QUA009", "GopherRepetitionFilter", {"dup_line_frac": 0.3, "dup_line_char_frac": 0.2}),
    Case("QUA010", "GopherRepetitionFilter", {"dup_para_frac": 0.3, "dup_para_char_frac": 0.2}),
    Case("QUA011", "GopherRepetitionFilter", {"top_n_grams": ((2, 0.2), (3, 0.18), (4, 0.16))}),
    Case(
        "QUA012", "GopherRepetitionFilter",
        {"dup_n_grams": ((5, 0.15), (6, 0.14), (7, 0.13), (8, 0.12), (9, 0.11), (10, 0.10))},
    ),
    Case("QUA013", "C4QualityFilter", {"filter_no_terminal_punct": True}, lines=True),
    Case("QUA014", "C4QualityFilter", {"min_words_per_line": 3}, {"min_words": 3}, lines=True),
    Case("QUA015", "C4QualityFilter", {"max_word_length": 1000}, lines=True),
    Case("QUA016", "C4QualityFilter", {"filter_javascript": True, "filter_policy": True},
         lines=True),
    Case("QUA017", "C4QualityFilter", {"filter_lorem_ipsum": True}),
    Case("QUA018", "C4QualityFilter", {"filter_curly_bracket": True}),
    Case(
        "QUA019", "C4QualityFilter",
        {"min_num_sentences": 5, "min_words_per_line": 3, "filter_no_terminal_punct": True,
         "filter_javascript": True, "filter_policy": True},
        {"min_sentences": 5, "min_words": 3},
    ),
    Case("QUA020", "FineWebQualityFilter", {"line_punct_thr": 0.12}),
    Case("QUA021", "FineWebQualityFilter", {"short_line_thr": 0.67}),
    Case("QUA022", "FineWebQualityFilter", {"new_line_ratio": 0.3}),
    Case("QUA023", "FineWebQualityFilter", {"char_duplicates_ratio": 0.01},
         {"max_characters": 0.01}),
)  # fmt: skip


def measure(bench: Bench) -> Iterator[Row]:
    """Give the agreement of each rule with its filter, on edited and on scraped articles."""
    try:
        import datatrove.pipeline.filters as filters
        import spacy  # noqa: F401  # datatrove's words
    except ImportError as error:
        print(f"quality is not measured: {error} (pip install datatrove spacy)", file=sys.stderr)
        return
    rules = load_book(awake=True).by_code
    dropped = {
        case.code: getattr(filters, case.filter)(**{**OFF[case.filter], **case.on})
        for case in CASES
    }
    for name, files in (("edited", EDITED), ("scraped", SCRAPED)):
        counts = {case.code: Counter[str]() for case in CASES}
        for article in bench.articles(*files):
            doc = Doc(article.text, language="en")
            for case in CASES:
                theirs = _theirs(dropped[case.code], article, lines=case.lines)
                with patch.object(counting, "MOST", sys.maxsize):
                    ours = _ours(rules[case.code], doc, case)
                told = counts[case.code]
                told["both"] += sum((theirs & ours).values())
                told["theirs"] += sum((theirs - ours).values())
                told["ours"] += sum((ours - theirs).values())
                for heading, texts in (("theirs", theirs - ours), ("ours", ours - theirs)):
                    bench.show(f"{name}: {heading}", [_flag(article, case, one) for one in texts])
        for case in CASES:
            yield _row(name, case, rules[case.code], counts[case.code])


def _row(name: str, case: Case, rule: Rule, told: Counter[str]) -> Row:
    unit = "lines" if case.lines else "articles"
    theirs, ours = told["both"] + told["theirs"], told["both"] + told["ours"]
    return Row(
        "gold", f"{case.code} {rule.name}",
        f"{name}: {unit} that datatrove drops; newslint flags {ours:,}", theirs,
        recall=told["both"] / theirs if theirs else None,
        precision=told["both"] / ours if ours else None,
    )  # fmt: skip


def _theirs(reason: Any, article: Article, *, lines: bool) -> Counter[str]:
    """Return what datatrove drops: the lines it cuts, or nothing as a name for the article."""
    from datatrove.data import Document

    document = Document(text=article.text, id=article.id)
    kept = reason.filter(document)
    if not lines:
        return Counter() if kept is True else Counter([""])
    return _lines(article.text) - _lines(document.text)


def _ours(rule: Rule, doc: Doc, case: Case) -> Counter[str]:
    """Return what newslint flags: lines, or nothing as a name for the article."""
    found = list(rule.function(doc, **case.options))
    if not case.lines:
        return Counter([""]) if found else Counter()
    text = doc.text
    starts = [text.rfind("\n", 0, one.span.start) + 1 for one in found]
    return Counter(text[start:].partition("\n")[0].strip() for start in starts)


def _lines(text: str) -> Counter[str]:
    return Counter(line.strip() for line in text.split("\n") if line.strip())


def _flag(article: Article, case: Case, text: str) -> Flag:
    return Flag(
        article.file, article.id, case.code, case.filter, "info", "text", 0, len(text), text, "",
        "", article.text[:300],
    )  # fmt: skip
