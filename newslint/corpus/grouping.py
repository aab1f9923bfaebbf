"""The group-by of rules across articles, as SQL that SQLite, DuckDB and Spark understand alike.

An engine has the tables ``facts`` and ``evidence`` (`newslint.corpus.fact_rows`) and gives the rows
of keys that enough articles share, ordered by key and place, a key never split.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_type_hints

from newslint.corpus.fact_rows import EvidenceRow, FactRow
from newslint.rule_set import ActiveRule


def _types(row: type[FactRow | EvidenceRow]) -> dict[str, str]:
    hints = get_type_hints(row)
    return {name: "BIGINT" if hints[name] is int else "VARCHAR" for name in row._fields}


FACT_TYPES = _types(FactRow)
"""The columns of ``facts`` and their types."""
EVIDENCE_TYPES = _types(EvidenceRow)
"""The columns of ``evidence`` and their types."""
GROUP_COLUMNS = (*FactRow._fields, "evidence", "articles", "scope_articles")
"""The columns that `grouped` gives."""
ORDER = (
    "code", "scope", "key", "path", "record", "line", "col", "end_line", "end_col",
    "field", "own_line", "own_col", "text", "value",
)  # fmt: skip
"""The columns that rows are ordered by; the first three are the key, which is never split."""


def grouped(rules: Iterable[ActiveRule], facts: str = "facts", evidence: str = "evidence") -> str:
    """Return the query for the rows that the rules judge, in no order.

    Rules that look at different values are counted apart: of the others, a set of values for each
    key would be held for nothing.

    Args:
        rules: The rules.
        facts: What the table of facts is called.
        evidence: What the other is called.
    """
    needed = sorted((one.rule.code, one.rule.min_articles, one.rule.min_values) for one in rules)
    minimum = " UNION ALL ".join(
        f"SELECT '{code}' AS code, {articles} AS min_articles, {values} AS min_values"
        for code, articles, values in needed
    )
    compared = ", ".join(f"'{code}'" for code, _, values in needed if values > 1) or "''"
    columns = ", ".join(f"f.{name}" for name in FactRow._fields)
    return f"""
WITH needed AS ({minimum}),
keys AS (
    SELECT code, scope, key, sum(new_key) AS articles FROM {facts} GROUP BY code, scope, key
),
key_values AS (
    SELECT code, scope, key, count(DISTINCT value) AS n_values
    FROM {facts} WHERE code IN ({compared}) GROUP BY code, scope, key
),
scopes AS (
    SELECT code, scope, sum(new_scope) AS scope_articles FROM {facts} GROUP BY code, scope
),
wanted AS (
    SELECT k.code, k.scope, k.key, k.articles, s.scope_articles
    FROM keys k
    JOIN needed n ON k.code = n.code
    JOIN scopes s ON k.code = s.code AND k.scope = s.scope
    LEFT JOIN key_values v ON k.code = v.code AND k.scope = v.scope AND k.key = v.key
    WHERE k.articles >= n.min_articles AND coalesce(v.n_values, 1) >= n.min_values
)
SELECT {columns}, e.evidence, w.articles, w.scope_articles
FROM {facts} f
JOIN wanted w ON f.code = w.code AND f.scope = w.scope AND f.key = w.key
LEFT JOIN {evidence} e ON f.code = e.code AND f.path = e.path AND f.record = e.record
"""  # noqa: S608 - codes of rules have only letters and digits


def ordered(rules: Iterable[ActiveRule]) -> str:
    """Return the query for the rows that the rules judge, in order."""
    return f"{grouped(rules)} ORDER BY {', '.join(f'f.{name}' for name in ORDER)}"
