from __future__ import annotations

from itertools import pairwise

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.arrow import DIAGNOSTICS, lint_batch, numbered
from newslint.arrow.schema import PARTS, batch_of_records
from newslint.fingerprints import numbered as numbered_one

STORY = "The council met on Tuesday and put off its vote on the the bridge once more."


def part(*found: tuple[str, int, str, int, bool]) -> pa.RecordBatch:
    """A batch of path, record, base, number within it, silent."""
    return batch_of_records(
        (
            {"path": path, "record": {"index": index}, "base": base, "nth": nth, "silent": silent}
            for path, index, base, nth, silent in found
        ),
        PARTS,
    )


def fingerprints(*parts: pa.RecordBatch) -> list[str]:
    return [one for batch in numbered(parts) for one in batch["fingerprint"].to_pylist()]


def test_the_first_keeps_its_own_and_others_are_numbered_on() -> None:
    found = fingerprints(
        part(("a", 0, "x", 0, False), ("a", 1, "x", 0, False)),
        part(("a", 2, "y", 0, False), ("b", 0, "x", 0, False), ("a", 3, "x", 0, False)),
    )
    assert found == ["x", numbered_one("x", 1), "y", "x", numbered_one("x", 2)]


def test_within_an_article_they_keep_their_order_though_they_are_sorted_by_place() -> None:
    found = fingerprints(
        part(("a", 0, "x", 0, False)), part(("a", 1, "x", 1, False), ("a", 1, "x", 0, False))
    )
    assert found == ["x", numbered_one("x", 2), numbered_one("x", 1)]


def test_what_an_article_wants_silent_has_its_number() -> None:
    found = fingerprints(
        part(("a", 0, "x", 0, True)), part(("a", 1, "x", 0, True)), part(("a", 2, "x", 0, False))
    )
    assert found == [numbered_one("x", 2)]


def test_no_batches_give_none_and_an_empty_one_its_columns() -> None:
    assert list(numbered([])) == []
    (given_back,) = numbered([part()])
    assert given_back.schema == DIAGNOSTICS


TABLE = pa.table({"text": [STORY, f"{STORY}\n\n{STORY}", "Nothing.", None] * 5})


@settings(max_examples=20)
@given(st.lists(st.integers(1, 20), max_size=6))
def test_any_cut_into_batches_gives_the_same(cuts: list[int]) -> None:
    table = TABLE.append_column("row", pa.array(range(len(TABLE))))
    edges = sorted({0, len(TABLE), *(cut for cut in cuts if cut < len(TABLE))})
    parts = [
        lint_batch(table.slice(start, end - start), index="row", number=False)
        for start, end in pairwise(edges)
    ]
    found = [one for batch in numbered(parts) for one in batch.to_pylist()]
    assert found == lint_batch(table, index="row").to_pylist()
    assert len({one["fingerprint"] for one in found}) == len(found)


def test_a_batch_by_itself_is_numbered_unless_that_is_done_later() -> None:
    found = lint_batch(TABLE)
    part = lint_batch(TABLE, number=False)
    assert len(set(found["fingerprint"].to_pylist())) == found.num_rows == part.num_rows
    assert part["fingerprint"].to_pylist() == [
        numbered_one(one["base"], one["nth"]) for one in part.to_pylist()
    ]
