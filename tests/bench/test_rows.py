import pytest

from measures.rows import Row, rate, share, tables


def test_kinds_of_evidence_stand_in_tables_of_their_own():
    text = tables(
        [
            Row("gold", "RES001", "lines", 100, recall=0.7, target="≥ .75", met=False),
            Row(
                "injected",
                "DAT001",
                "dates",
                1200,
                recall=1.0,
                false_alarms=0.2,
                per="1,000 articles",
            ),
        ]
    )
    injected, gold = text.split("\n\n## Against gold labels")
    assert "| DAT001 | dates | 1,200 | 1.0 |  | 0.20 per 1,000 articles |  |  |" in injected
    assert "| RES001 | lines | 100 | .700 |  |  | ≥ .75 | **no** |" in gold


@pytest.mark.parametrize(
    ("value", "shown"), [(None, ""), (0.8734, ".873"), (0.0, ".000"), (1.0, "1.0")]
)
def test_shares(value, shown):
    assert share(value) == shown


@pytest.mark.parametrize(("value", "shown"), [(0, "0"), (0.083, "0.08"), (265.2, "265")])
def test_rates(value, shown):
    assert rate(value) == shown
