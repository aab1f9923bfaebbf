"""Patterns that are compiled when first used."""

import re

import pytest

from newslint import regexp


def test_a_pattern_is_compiled_at_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda *a: compiled.append(a[0]) or compile_(*a))
    lazy = regexp(r"(?P<word>[a-z]+)\d")
    assert not compiled
    assert lazy.search("x ab1") is not None
    assert lazy.match("ab1") is not None
    assert compiled == [lazy.pattern]


def test_it_behaves_like_the_compiled_one() -> None:
    lazy, plain = regexp("(?P<a>B)+", re.IGNORECASE), re.compile("(?P<a>B)+", re.IGNORECASE)
    assert lazy.groupindex == plain.groupindex
    assert (lazy.flags, lazy.groups) == (plain.flags, plain.groups)
    assert lazy.sub("-", "abBc") == "a-c"
    assert lazy.findall("b B") == ["b", "B"]


def test_a_wrong_pattern_says_so_at_its_first_use() -> None:
    with pytest.raises(re.error):
        regexp("(").search("x")


def test_what_a_pattern_has_not_it_has_not() -> None:
    with pytest.raises(AttributeError):
        regexp("a").nothing  # type: ignore[attr-defined]  # noqa: B018
