"""Structs behave as frozen dataclasses do."""

import dataclasses
import pickle
from functools import cached_property

import pytest

from newslint.structs import Struct, made, replace


class Place(Struct):
    """A place."""

    path: str
    line: int = 1
    notes: list[str] = made(factory=list)

    @property
    def shown(self) -> str:
        return f"{self.path}:{self.line}"

    @cached_property
    def lines(self) -> list[int]:
        return [self.line]


class Named(Place):
    name: str = ""


class Counted(Struct, frozen=False):
    total: int = 0


class Inner(Named):
    """Adds nothing."""


def test_fields_are_given_in_order_or_by_name() -> None:
    place = Place("a.txt", notes=["x"])
    assert (place.path, place.line, place.notes, place.shown) == ("a.txt", 1, ["x"], "a.txt:1")
    assert Place(path="b", line=3).lines == [3]


def test_a_default_that_can_change_is_made_for_each() -> None:
    one, other = Place("a"), Place("a")
    one.notes.append("x")
    assert other.notes == []


@pytest.mark.parametrize("wrong", [{}, {"path": "a", "nothing": 1}])
def test_what_is_missing_or_unknown_is_a_type_error(wrong) -> None:
    with pytest.raises(TypeError, match=r"Place\.__init__\(\)"):
        Place(**wrong)


def test_they_are_equal_by_class_and_fields() -> None:
    assert Place("a") == Place("a", 1)
    assert Place("a") != Place("b")
    assert Named("a") != Place("a")
    assert Place("a") != ("a", 1, [])


def test_they_are_hashable_unless_they_change() -> None:
    assert len({Place("a", 1, ()), Place("a", 1, ()), Place("b", 1, ())}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Counted())


def test_fields_are_inherited() -> None:
    assert Named("a", 2, [], "n").name == "n"
    assert Inner("a", name="n") == Inner("a", 1, [], "n")
    assert repr(Inner("a", name="n")) == "Inner(path='a', line=1, notes=[], name='n')"


def test_one_may_be_made_in_a_way_of_its_own() -> None:
    class Twice(Place):
        def __init__(self, line: int) -> None:
            super().__init__("twice", 2 * line)

    assert Twice(2).shown == "twice:4"
    assert Place("a").shown == "a:1"


def test_they_can_be_copied_with_changes_and_sent_to_another_process() -> None:
    place = Named("a", 2, ["x"], "n")
    assert replace(place, line=3) == Named("a", 3, ["x"], "n")
    assert pickle.loads(pickle.dumps(place)) == place


def test_for_dataclasses_they_are_dataclasses() -> None:
    place = Named("a", 2, ["x"], "n")
    assert dataclasses.is_dataclass(place)
    assert dataclasses.replace(place, line=3) == Named("a", 3, ["x"], "n")
    assert dataclasses.asdict(place) == {"path": "a", "line": 2, "notes": ["x"], "name": "n"}
