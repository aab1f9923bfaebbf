"""The rule: a decorated generator whose signature gives its options and whose docstring its page.

``@rule`` only marks a function; `read_rule` makes the frozen `Rule` from it once its family (the
folder it lies in) and its plugin are known.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypeVar, get_args, get_origin

from newslint.diagnostic import SEVERITIES, Severity
from newslint.errors import RuleDefinitionError
from newslint.patterns import regexp
from newslint.structs import Struct
from newslint.text.forms import FormKind
from newslint.text.phrases import Phrases

Near: TypeAlias = Phrases | FormKind
"""What a rule waits for."""
F = TypeVar("F", bound=Callable[..., Any])
MARK = "__newslint_rule__"
_CODE = regexp(r"[A-Z]{2,5}\d{3,4}")
_NAME = regexp(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
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


class Declaration(Struct):
    """What ``@rule(...)`` was given."""

    code: str
    severity: Severity
    default: bool
    languages: tuple[str, ...]
    supersedes: tuple[str, ...]
    data: tuple[str, ...]
    near: Near | None
    fields: tuple[str, ...]
    family: str | None
    gather: Callable[..., Any] | None
    min_articles: int
    min_values: int


class Rule(Struct):
    """One rule, ready to run.

    Args:
        code: ``GAR001``.
        name: ``fused-words``.
        family: ``garbled``.
        severity: The gravest severity of its findings.
        default: Whether it runs without being selected.
        languages: The languages it knows; ``()`` for any.
        supersedes: Codes of rules that are silent where this one speaks.
        about: Its docstring: documentation and examples.
        options: Its options.
        function: ``(doc, **options) -> findings``; for a corpus rule ``(group, **options)``.
        near: Phrases, or forms, without which it has nothing to do.
        fields: Metadata that it reads as well.
        gather: For a corpus rule: ``(doc, **options) -> facts``.
        origin: The plugin it came from.
        file: The file it stands in.
        data: Files it reads.
        min_articles: A corpus rule judges only keys of so many articles.
        min_values: … and of so many different values.
    """

    code: str
    name: str
    family: str
    severity: Severity
    about: str
    function: Callable[..., Any]
    default: bool = True
    languages: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    near: Near | None = None
    fields: tuple[str, ...] = ()
    gather: Callable[..., Any] | None = None
    origin: str = ""
    file: str = ""
    data: tuple[str, ...] = ()
    min_articles: int = 1
    min_values: int = 1
    judge_options: frozenset[str] = frozenset()
    gather_options: frozenset[str] = frozenset()

    @property
    def summary(self) -> str:
        """The first sentence of its documentation."""
        return " ".join(self.about.strip().split("\n\n")[0].split())

    def defaults(self) -> dict[str, Any]:
        """Return its options at their defaults."""
        return {option.name: option.default for option in self.options}


def rule(
    code: str,
    *,
    severity: Severity = "warning",
    default: bool = True,
    languages: Iterable[str] = (),
    supersedes: Iterable[str] = (),
    data: Iterable[str] = (),
    near: Near | None = None,
    fields: Iterable[str] = (),
    family: str | None = None,
    gather: Callable[..., Any] | None = None,
    min_articles: int = 1,
    min_values: int = 1,
) -> Callable[[F], F]:
    """Mark a generator of findings as a rule. The function itself stays as it is.

    Args:
        code: Its code: capital letters and digits, ``HOU001``; never used again for another rule.
        severity: The gravest severity of its findings; a finding may be milder.
        default: ``False`` ships it switched off.
        languages: Two-letter codes of the languages it knows; none means any.
        supersedes: Codes of rules that shall be silent where this one speaks; in the whole article
            when it speaks of the article as a whole.
        data: Names of files it reads.
        near: Phrases, or a kind of forms, without one of which it has nothing to do; the engine
            then calls it only in articles that have one.
        fields: Names of metadata (``headline``, ``description``) that it reads as well, each as a
            text of its own. What it leaves alone in the article it leaves alone there, too.
        family: Its family, when the folder it lies in is not to be it.
        gather: Makes it a rule across articles: gives the facts of an article.
        min_articles: Judge only keys that so many articles share.
        min_values: Judge only keys with so many different values.

    Raises:
        RuleDefinitionError: for a code or severity that cannot be.
    """
    if not _CODE.fullmatch(code):
        raise RuleDefinitionError(f"rule code {code!r} must look like 'ABC123'")
    if severity not in SEVERITIES:
        raise RuleDefinitionError(
            f"{code}: severity {severity!r} is none of {', '.join(SEVERITIES)}"
        )
    given = {"languages": languages, "supersedes": supersedes, "data": data, "fields": fields}
    for key, value in given.items():
        if isinstance(value, str):  # tuple("en") would be two languages, "e" and "n"
            raise RuleDefinitionError(f"{code}: {key!r} must be a list of strings, not {value!r}")
    supersedes = tuple(supersedes)
    if code in supersedes:
        raise RuleDefinitionError(f"{code}: a rule cannot supersede itself")
    declaration = Declaration(
        code, severity, default, tuple(languages), supersedes, tuple(data), near,
        tuple(fields), family,
        gather, min_articles, min_values,
    )  # fmt: skip

    def mark(function: F) -> F:
        setattr(function, MARK, declaration)
        return function

    return mark


def read_rule(function: Callable[..., Any], *, family: str, origin: str, file: str = "") -> Rule:
    """Make the rule from a marked function.

    Raises:
        RuleDefinitionError: when the function has no docstring or an option of a strange type.
    """
    declaration: Declaration = getattr(function, MARK)
    name = rule_name(function.__name__, declaration.code)
    about = _documentation(function)
    if not about:
        raise RuleDefinitionError(
            f"{file or origin}: rule {name} ({declaration.code}) has no docstring; it is the "
            "rule's documentation and test"
        )
    options = _options(function, declaration.code)
    gather = declaration.gather
    gathering = _options(gather, declaration.code) if gather else ()
    names = {option.name for option in options}
    return Rule(
        code=declaration.code,
        name=name,
        family=family_name(declaration.family or family),
        severity=declaration.severity,
        about=about,
        function=function,
        default=declaration.default,
        languages=declaration.languages,
        supersedes=declaration.supersedes,
        options=(*options, *(one for one in gathering if one.name not in names)),
        near=declaration.near,
        fields=declaration.fields,
        gather=gather,
        origin=origin,
        file=file,
        data=declaration.data,
        min_articles=declaration.min_articles,
        min_values=declaration.min_values,
        judge_options=frozenset(names),
        gather_options=frozenset(option.name for option in gathering),
    )


def rule_name(name: str, code: str) -> str:
    """Return a rule's name as users write it.

    Raises:
        RuleDefinitionError: when nobody could select it by that name.
    """
    shown = name.strip("_").replace("_", "-")
    if not _NAME.fullmatch(shown):
        raise RuleDefinitionError(
            f"{code}: the name {shown!r} must be lower-case words with '-' between them"
        )
    return shown


def family_name(name: str) -> str:
    """Return a family's name as users write it: ``house_style`` is ``house-style``."""
    return name.replace("_", "-").lower()


def _documentation(function: Callable[..., Any]) -> str:
    """Return what `inspect.getdoc` does, without its 4 ms of imports."""
    first, *others = (function.__doc__ or "").expandtabs().split("\n")
    margin = min((len(one) - len(one.lstrip()) for one in others if one.strip()), default=0)
    return "\n".join([first.lstrip(), *[one[margin:] for one in others]]).strip("\n")


def _options(function: Callable[..., Any], code: str) -> tuple[Option, ...]:
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
