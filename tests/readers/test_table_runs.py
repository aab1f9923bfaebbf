"""Tables cut between their rows."""

from hypothesis import given
from hypothesis import strategies as st

from newslint.readers.cells import rows
from newslint.readers.table_runs import _RowEnd, cut_by_quotes, is_whole

TABLES = st.text(st.sampled_from('a,";\n\r'), max_size=30)


@given(TABLES, st.sampled_from(",;"))
def test_counting_quotes_gives_what_reading_the_cells_gives(table, delimiter):
    whole = [row for row in rows(table, delimiter) if is_whole(table, row)]
    found = cut_by_quotes(table.encode(), delimiter)
    if found is not None:
        cut, count = found
        end = whole[-1].end if whole else 0
        assert count == len(whole)
        assert cut >= end
        assert not table[end:cut].strip("\r\n")


@given(TABLES)
def test_a_table_without_stray_quotes_is_always_cut_by_them(table):
    plain = table.replace('"', "") + '\na,"b\n ""c"""\n'
    found = cut_by_quotes(plain.encode(), ",")
    assert found == (len(plain), len(list(rows(plain, ","))))
    assert cut_by_quotes(b'5" pipe,"a\nb"\n', ",") is None


@given(TABLES, st.lists(st.integers(1, 5), min_size=1), st.sampled_from(",;"))
def test_the_end_of_a_row_is_found_piece_by_piece(table, sizes, delimiter):
    table = "a" + table  # blank lines are no rows
    row = next(rows(table, delimiter))
    data, ending = table.encode(), _RowEnd(delimiter)
    start = 0
    while start < len(data):
        size = sizes[start % len(sizes)]
        if ending.find(data[start : start + size]):
            break
        start += size
    else:
        assert row.end == len(data)
        assert ending.length == row.end - row.cells[-1].end
        return
    assert (start + ending.at, ending.length) == (row.end, row.end - row.cells[-1].end)
