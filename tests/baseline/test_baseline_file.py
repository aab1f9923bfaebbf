"""The file of a baseline: written small and stable, read strictly."""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.baseline.accepted import Baseline
from newslint.baseline.entry import Entry
from newslint.baseline.file import parse_baseline, read_baseline, render_baseline, write_baseline
from newslint.errors import ChangedMeanwhileError, ConfigError

FILE = Path("known.json")
ROW = {
    "path": "a.txt", "record": None, "code": "GAR001", "rule": "fused-words",
    "fingerprint": "0123456789abcdef", "excerpt": "She >>saidthat<< it rained.",
}  # fmt: skip


def written(*rows: object, **more: object) -> bytes:
    return json.dumps({"version": 1, "findings": list(rows), **more}).encode()


entries = st.builds(
    Entry,
    path=st.text(min_size=1),
    record=st.none() | st.integers(0) | st.text(min_size=1),
    code=st.text("ABC123", min_size=1),
    rule=st.text("abc-", min_size=1),
    fingerprint=st.text("0123456789abcdef", min_size=16, max_size=16),
    excerpt=st.text(),
    reason=st.none() | st.text(min_size=1),
    until=st.none() | st.dates(),
)


@given(st.lists(entries, max_size=5, unique_by=lambda one: one.identity), st.randoms())
def test_what_is_written_is_read_again(rows, random):
    data = render_baseline(Baseline(Path("/"), rows))
    assert data.count(b"\n") == len(rows) + (2 if rows else 1)
    again = parse_baseline(data, FILE)
    assert {*again.entries} == {*rows}
    assert render_baseline(again) == data
    random.shuffle(rows)
    assert render_baseline(Baseline(Path("/"), rows)) == data


def test_what_has_no_bytes_is_escaped():
    entry = Entry(**{**ROW, "path": "caf\udce9.txt"})
    data = render_baseline(Baseline(Path("/"), [entry]))
    assert b'"caf\\udce9.txt"' in data
    assert parse_baseline(data, FILE).entries == (entry,)


def test_reason_and_until_are_written_when_they_are_set():
    entry = Entry(**{**ROW, "reason": "a name", "until": date(2027, 3, 31)})
    data = render_baseline(Baseline(Path("/"), [entry]))
    assert data.endswith(b', "reason": "a name", "until": "2027-03-31"}\n]}\n')


CONFLICT = b"""{"version": 1, "findings": [
<<<<<<< HEAD
=======
>>>>>>> other
]}
"""

REFUSED = {
    "no JSON": (b'{"version": 1,\n"findings" []}', "line 2: not valid JSON: Expecting ':'"),
    "not UTF-8": (b'{"version": "\xff"}', "not UTF-8 at byte 13"),
    "a comma that a merge lost": (
        b'{"version": 1, "findings": [\n{}\n{}\n]}',
        "line 3: not valid JSON: Expecting ',' delimiter (each entry but the last ends in a comma)",
    ),
    "a conflict": (CONFLICT, "line 2: a merge conflict; keep the entries of both sides"),
    "deep": (b"[" * 100_000, "nested too deeply"),
    "many digits": (b'{"version": ' + b"1" * 5000 + b"}", "not valid JSON"),
    "a list": (b"[]", 'must be {"version": 1, "findings"'),
    "another version": (b'{"version": 2, "findings": []}', "'version' must be 1, not 2"),
    "true for 1": (b'{"version": true, "findings": []}', "'version' must be 1, not True"),
    "no version": (b'{"findings": []}', "'version' must be 1, not None"),
    "another key": (written(finding=[]), "unknown key 'finding'; did you mean 'findings'"),
    "no list": (b'{"version": 1, "findings": {}}', "'findings' must be a list"),
    "no table": (written(ROW, "x"), "finding 2 must be a table, not 'x'"),
    "an unknown key": (
        written({**ROW, "reasons": "x"}), "finding 1: unknown key 'reasons'; did you mean 'reason'",
    ),
    "a missing key": (
        written({key: ROW[key] for key in ROW if key != "code"}), "finding 1: 'code' is missing",
    ),
    "no string": (
        written({**ROW, "rule": 1}),
        "finding 1 (GAR001 in 'a.txt'): 'rule' must be a string, not 1",
    ),
    "empty": (written({**ROW, "reason": ""}), "'reason' must be a string, not ''"),
    "null": (written({**ROW, "reason": None}), "'reason' must be a string, not None"),
    "no fingerprint": (written({**ROW, "fingerprint": "x"}), "'fingerprint' must be 16 digits"),
    "no record": (written({**ROW, "record": True}), "'record' must be the id or number"),
    "no day": (
        written({**ROW, "until": "2027-02-30"}), "'until' must be a day like 2027-03-31, not",
    ),
    "a number": (written({**ROW, "until": 20270331}), "'until' must be a day like 2027-03-31"),
    "short": (written({**ROW, "until": "20270331"}), "'until' must be a day like 2027-03-31"),
    "twice": (written(ROW, ROW), "finding 2: the same as finding 1; keep one of them"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_baseline_says_why(data, message):
    with pytest.raises(ConfigError) as caught:
        parse_baseline(data, FILE)
    assert str(caught.value).startswith("known.json: ")
    assert message in str(caught.value)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from([*ROW.values()]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from([*ROW, "until", "reason", "version", "findings"]), inner, max_size=8
            )
        ),
        max_leaves=20,
    ).map(lambda one: {"version": 1, "findings": one if isinstance(one, list) else [one]})
)
def test_whatever_it_holds_it_is_read_or_refused(table):
    with suppress(ConfigError):
        parse_baseline(json.dumps(table).encode(), FILE)


def test_a_byte_order_mark_and_another_layout_are_read():
    data = b"\xef\xbb\xbf" + json.dumps(json.loads(written(ROW)), indent=4).encode()
    assert parse_baseline(data, FILE).entries == (Entry(**ROW),)


def test_a_file_that_is_not_there_or_no_file(tmp_path):
    with pytest.raises(ConfigError, match="to make it"):
        read_baseline(tmp_path / "none.json")
    with pytest.raises(ConfigError, match="the baseline cannot be read"):
        read_baseline(tmp_path)


def test_a_file_somebody_changed_meanwhile_is_not_overwritten(tmp_path):
    file = tmp_path / "known.json"
    file.write_bytes(written(ROW))
    with pytest.raises(ChangedMeanwhileError):
        write_baseline(file, Baseline(tmp_path), written())
    assert file.read_bytes() == written(ROW)
    write_baseline(file, Baseline(tmp_path), written(ROW))
    assert file.read_bytes() == b'{"version": 1, "findings": []}\n'
