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


def steps(
    rules: Iterable[ActiveRule], facts: str = "facts", evidence: str | None = "evidence"
) -> tuple[dict[str, str], str]:
    """Return the query for the rows that the rules judge, in steps, and its last one.

    Each step is a table that the later ones read. Together they are one query (`grouped`); one
    after the other they let an engine with little memory have all of it for each.

    Keys are thrown away as early as can be: most are of one article. Different values are counted
    only for rules that look at them, as rows, which every engine can put on disk; sets it cannot.

    Args:
        rules: The rules.
        facts: What the table of facts is called.
        evidence: What the other is called; without it that column is empty.
    """
    needed = sorted((one.rule.code, one.rule.min_articles, one.rule.min_values) for one in rules)
    minimum = " UNION ALL ".join(
        f"SELECT '{code}' AS code, {articles} AS min_articles, {values} AS min_values"
        for code, articles, values in needed
    )
    columns = ", ".join(f"f.{name}" for name in FactRow._fields)
    same_key = "f.code = k.code AND f.scope = k.scope AND f.key = k.key"
    made = {
        "needed": minimum,
        "shared_keys": f"""
SELECT f.code, f.scope, f.key, n.min_values, sum(f.new_key) AS articles
FROM {facts} f JOIN needed n ON f.code = n.code
GROUP BY f.code, f.scope, f.key, n.min_articles, n.min_values
HAVING sum(f.new_key) >= n.min_articles""",
        "values_of_keys": f"""
SELECT DISTINCT f.code, f.scope, f.key, f.value
FROM {facts} f JOIN shared_keys k ON {same_key} WHERE k.min_values > 1""",
        "compared_keys": """
SELECT code, scope, key, count(*) AS n_values FROM values_of_keys GROUP BY code, scope, key""",
        "scopes": f"""
SELECT code, scope, sum(new_scope) AS scope_articles FROM {facts} GROUP BY code, scope""",
        "wanted": """
SELECT f.code, f.scope, f.key, f.articles, s.scope_articles
FROM shared_keys f
JOIN scopes s ON f.code = s.code AND f.scope = s.scope
LEFT JOIN compared_keys k ON f.code = k.code AND f.scope = k.scope AND f.key = k.key
WHERE coalesce(k.n_values, 1) >= f.min_values""",
        "chosen": f"""
SELECT {columns}, k.articles, k.scope_articles FROM {facts} f JOIN wanted k ON {same_key}""",
    }
    found, beside = "NULL", ""
    if evidence is not None:
        same_article = "f.code = e.code AND f.path = e.path AND f.record = e.record"
        found, beside = "e.evidence", f"LEFT JOIN {evidence} e ON {same_article}"
    last = (
        f"SELECT {columns}, {found} AS evidence, f.articles, f.scope_articles "
        f"FROM chosen f {beside}"
    )
    return made, last


def grouped(rules: Iterable[ActiveRule], facts: str = "facts", evidence: str = "evidence") -> str:
    """Return the query for the rows that the rules judge, in no order: all `steps` in one."""
    made, last = steps(rules, facts, evidence)
    return f"WITH {', '.join(f'{name} AS ({query})' for name, query in made.items())} {last}"


def in_order(query: str) -> str:
    """Return a query of such rows with their order."""
    return f"{query} ORDER BY {', '.join(f'f.{name}' for name in ORDER)}"
