from hypothesis import example, given
from hypothesis import strategies as st

from newslint.encodable import encodable, escaped, unescaped

names = st.text(st.characters(exclude_categories=()), max_size=8)


@given(names, names)
@example("\udcff", "\ue000")
@example("\ud7ff", "\udc80")
@example("\ud7ffdcff", "\udcff")
def test_names_come_back_and_keep_their_order(one: str, other: str) -> None:
    for name in (one, other):
        escaped(name).encode()
        assert unescaped(escaped(name)) == name
    assert (escaped(one) < escaped(other)) == (one < other)


def test_half_a_pair_is_replaced() -> None:
    assert encodable("a\ud83d b") == "a\ufffd b"
    assert encodable("a🙂b") == "a🙂b"
