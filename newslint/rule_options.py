"""The options of a rule: keyword parameters of its function, and what a configuration may give."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from newslint.errors import RuleDefinitionError
from newslint.structs import Struct

_NOTHING = object()
_TYPES = frozenset({bool, int, float, str, Path, list, tuple, frozenset})


class Option(Struct):
    """A keyword parameter of a rule, settable in ``[options.<rule>]``.

    Args:
        name: The parameter's name, with ``_``.
        type: What it accepts: ``bool``, ``int``, ``float``, ``str``, ``Path``, a ``Literal``, or a
            list of ``str`` or ``Path``.
        default: Its default.
        help: What it does, from ``Annotated[..., "help"]``.
        check: Called with the accepted value; raises a `NewslintError` that says what is wrong
            with it. From ``Annotated[..., "help", check]``.
    """

    name: str
    type: Any
    default: Any
    help: str = ""
    check: Callable[[Any], object] | None = None

    def accept(self, value: object, root: Path = Path()) -> Any:
        """Return ``value`` as this option takes it.

        Args:
            value: What stands in the configuration.
            root: The folder that paths count from.

        Raises:
            ValueError: saying what would have been right.
            NewslintError: from the option's own check.
        """
        accepted = self._accept(value, root)
        if self.check is not None:
            self.check(accepted)
        return accepted

    def _accept(self, value: object, root: Path) -> Any:
        wanted = self.type
        if get_origin(wanted) in (typing.Union, types.UnionType):
            parts = [part for part in get_args(wanted) if part is not type(None)]
            wanted = parts[0]
        if get_origin(wanted) is Literal:
            if value in get_args(wanted):
                return value
            choices = ", ".join(repr(choice) for choice in get_args(wanted))
            raise ValueError(f"must be one of {choices}")
        if wanted is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if get_origin(wanted) in (tuple, frozenset, list) or wanted in (tuple, frozenset, list):
            container = get_origin(wanted) or wanted
            if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
                return container([root / one for one in value] if _paths(wanted) else value)
            raise ValueError("must be a list of strings")
        if wanted is Path and isinstance(value, str):
            return root / value
        if isinstance(value, wanted) and not (wanted is int and isinstance(value, bool)):
            return value
        names = {bool: "true or false", int: "a whole number", float: "a number", str: "a string"}
        names[Path] = "a path"
        raise ValueError(f"must be {names.get(wanted, wanted)}")


def is_share(value: float) -> None:
    """Check an option that is a share.

    Raises:
        ValueError: when it is none.
    """
    if not 0 <= value <= 1:
        raise ValueError("must be a share from 0 to 1, as 0.3 for 30 in 100")


def options_of(function: Callable[..., Any], code: str) -> tuple[Option, ...]:
    """Return the options of a rule: the keyword parameters of its function.

    Args:
        function: The function.
        code: The rule's code, for what is said of a mistake.

    Raises:
        RuleDefinitionError: when one has no default, or a type no configuration can give.
    """
    found = []
    for name, default, hint in _keyword_only(function, code):
        if default is _NOTHING:
            raise RuleDefinitionError(f"{code}: option {name!r} has no default")
        note, check = "", None
        if get_origin(hint) is typing.Annotated:
            hint, *extras = get_args(hint)
            note = next((extra for extra in extras if isinstance(extra, str)), "")
            check = next((extra for extra in extras if callable(extra)), None)
        if not _settable(hint):
            raise RuleDefinitionError(
                f"{code}: option {name!r} has the type {hint}; it can be bool, int, "
                "float, str, Path, a Literal or a list, tuple or frozenset of str or Path"
            )
        found.append(Option(name, hint, default, note, check))
    return tuple(found)


def _keyword_only(function: Callable[..., Any], code: str) -> Iterator[tuple[str, Any, Any]]:
    """Yield the keyword parameters of a function, their defaults and what they are said to be."""
    names, defaults = _signature(function)
    if not names:
        return  # as most rules; reading annotations takes its time
    try:
        hints: Mapping[str, Any] = typing.get_type_hints(function, include_extras=True)
    except (NameError, AttributeError, TypeError, SyntaxError) as error:
        raise RuleDefinitionError(f"{code}: an annotation cannot be read: {error}") from error
    for name in names:
        default = defaults.get(name, _NOTHING)
        yield name, default, hints.get(name, type(default))


def _signature(function: Callable[..., Any]) -> tuple[tuple[str, ...], Mapping[str, Any]]:
    """Return the names of the keyword parameters of a function, and their defaults."""
    if isinstance(function, types.FunctionType) and not hasattr(function, "__wrapped__"):
        code, first = function.__code__, function.__code__.co_argcount
        names = code.co_varnames[first : first + code.co_kwonlyargcount]
        return names, function.__kwdefaults__ or {}
    import inspect  # 4 ms: only for what wraps a function

    kind, empty = inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.empty
    given = [one for one in inspect.signature(function).parameters.values() if one.kind is kind]
    defaults = {one.name: one.default for one in given if one.default is not empty}
    return tuple(one.name for one in given), defaults


def _settable(hint: Any) -> bool:
    """Tell whether a value of a TOML file can be checked against a type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (typing.Union, types.UnionType):
        parts = [part for part in arguments if part is not type(None)]
        return len(parts) == 1 and _settable(parts[0])
    if origin in (list, tuple, frozenset):
        return all(part in (str, Path, Ellipsis) for part in arguments)
    return origin is Literal or (isinstance(hint, type) and hint in _TYPES)


def _paths(hint: Any) -> bool:
    """Tell whether a list is one of paths."""
    return Path in get_args(hint)
