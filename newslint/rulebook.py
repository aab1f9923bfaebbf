"""The rule: a decorated generator whose signature gives its options and whose docstring its page.

``@rule`` only marks a function; `read_rule` makes the frozen `Rule` from it once its family (the
folder it lies in) and its plugin are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

from newslint.diagnostic import SEVERITIES, Severity
from newslint.errors import RuleDefinitionError
from newslint.installed import is_importable
from newslint.patterns import regexp
from newslint.rule_options import Option, options_of
from newslint.structs import Struct
from newslint.text.forms import FormKind
from newslint.text.phrases import Phrases

Near: TypeAlias = Phrases | FormKind
"""What a rule waits for."""
F = TypeVar("F", bound=Callable[..., Any])
MARK = "__newslint_rule__"
_CODE = regexp(r"[A-Z]{2,5}\d{3,4}")
_NAME = regexp(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


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
    most_uses: int | None
    needs: tuple[tuple[str, str], ...]
    teaches: bool


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
        most_uses: … and looks at the first so many uses of it, if it has to hold them.
        needs: Modules without which it cannot run, each with what ``pip install`` gets it by.
        teaches: Whether the keys that it finds fault with are learned (`doc.learned.found`).
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
    most_uses: int | None = None
    needs: tuple[tuple[str, str], ...] = ()
    teaches: bool = False
    judge_options: frozenset[str] = frozenset()
    gather_options: frozenset[str] = frozenset()

    @property
    def summary(self) -> str:
        """The first sentence of its documentation."""
        return " ".join(self.about.strip().split("\n\n")[0].split())

    @cached_property
    def lacks(self) -> str:
        """What ``pip install`` has to be given for it to run here; ``""`` when all is there."""
        wanted = (what for module, what in self.needs if not is_importable(module))
        return " ".join(f"'{one}'" for one in dict.fromkeys(wanted))

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
    most_uses: int | None = None,
    needs: Mapping[str, str] | None = None,
    teaches: bool = False,
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
        most_uses: Look at the first so many uses of a key only, for a rule that must hold them:
            a key may be shared by millions of articles.
        needs: Modules without which it cannot run, each with what ``pip install`` gets it by:
            ``{"rensa": "newslint[corpus]"}``. Where one is missing the rule is listed as
            unavailable and does not run. It imports them when it is called, not before.
        teaches: For a rule across articles: the keys that it finds fault with are learned by
            ``newslint learn``, and a rule on one article can ask for them (`doc.learned.found`).

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
        gather, min_articles, min_values, most_uses, tuple((needs or {}).items()), teaches,
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
    options = options_of(function, declaration.code)
    gather = declaration.gather
    gathering = options_of(gather, declaration.code) if gather else ()
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
        most_uses=declaration.most_uses,
        needs=declaration.needs,
        teaches=declaration.teaches,
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
