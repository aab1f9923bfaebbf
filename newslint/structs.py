"""Structs: dataclasses in small, for the types that every start makes.

``dataclasses`` writes and compiles half a dozen functions a class: 0.35 ms each, a quarter of the
start for the eighty classes here. Of a struct only ``__init__`` is compiled, when the first one is
made; comparing, hashing and showing are done by functions that all structs share. To a type checker
a struct is a frozen dataclass; at run time nothing stops who assigns.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, TypeVar, dataclass_transform

R = TypeVar("R", bound="Struct")


class _Made:
    """A default that is made anew for each struct."""

    def __init__(self, factory: Callable[[], object]) -> None:
        self.factory = factory


def made(*, factory: Callable[[], object]) -> Any:
    """Return a default that is made anew for each struct: ``made(factory=list)``."""
    return _Made(factory)


class _DataclassFields:
    """The fields as `dataclasses` knows them, made when it asks."""

    def __get__(self, struct: Struct | None, owner: type[Struct]) -> dict[str, Any]:
        return _dataclass_fields(owner)  # type: ignore[arg-type]  # a class is hashable


@cache
def _dataclass_fields(owner: type[Struct]) -> dict[str, Any]:
    import dataclasses

    like = dataclasses.make_dataclass(owner.__name__, owner.__fields__)
    return {field.name: field for field in dataclasses.fields(like)}


@dataclass_transform(frozen_default=True, field_specifiers=(made,))
class Struct:
    """A class whose annotated names are its fields: ``class Place(Struct)``.

    Equal to another of its class whose fields are equal; hashable, unless it is declared
    ``frozen=False`` because its fields change. For `dataclasses` it is one of its own: ``fields``,
    ``asdict`` and ``replace`` can be used.
    """

    __fields__: ClassVar[tuple[str, ...]] = ()
    __key__: ClassVar[Callable[[Any], Any]]
    __dataclass_fields__ = _DataclassFields()

    def __init_subclass__(cls, *, frozen: bool = True) -> None:
        cls.__fields__ = (*cls.__fields__, *cls.__annotations__)
        cls.__key__ = attrgetter(*cls.__fields__)
        if "__init__" not in cls.__dict__:
            cls.__init__ = Struct.__init__  # type: ignore[method-assign]  # not its parent's
        if not frozen:
            cls.__hash__ = None  # type: ignore[assignment]  # as lists do

    def __init__(self, *values: Any, **named: Any) -> None:
        cls = type(self)
        cls.__init__ = _init(cls)  # type: ignore[method-assign]
        cls.__init__(self, *values, **named)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        key = type(self).__key__
        return bool(key(self) == key(other))

    def __hash__(self) -> int:
        return hash(type(self).__key__(self))

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name in self.__fields__)
        return f"{type(self).__name__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        return type(self), values(self)


def replace(struct: R, **changes: Any) -> R:
    """Return a copy of a struct with some fields replaced."""
    fields = dict(zip(struct.__fields__, values(struct), strict=True))
    return type(struct)(**{**fields, **changes})


def values(struct: Any) -> tuple[Any, ...]:
    """Return the fields of a struct in their order."""
    return tuple([getattr(struct, name) for name in struct.__fields__])


def _init(cls: type[Struct]) -> Callable[..., None]:
    """Return ``def __init__(self, a, b=…): self.a = a; self.b = b``, compiled."""
    scope: dict[str, Any] = {}
    parameters, lines = ["self"], ["pass"]
    for name in cls.__fields__:
        value = parameter = name
        if hasattr(cls, name):
            scope[f"_{name}"] = default = getattr(cls, name)
            parameter = f"{name}=_{name}"
            if isinstance(default, _Made):
                value = f"_{name}.factory() if {name} is _{name} else {name}"
        parameters.append(parameter)
        lines.append(f"self.{name} = {value}")
    exec(f"def __init__({', '.join(parameters)}): {'; '.join(lines)}", scope)  # noqa: S102 - as dataclasses do
    scope["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"  # for messages of TypeErrors
    init: Callable[..., None] = scope["__init__"]
    return init
