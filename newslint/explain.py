"""A rule as a page of plain Markdown, for ``newslint explain`` and the documentation."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from newslint.errors import RuleDefinitionError
from newslint.examples import About, Example, ExampleArticle, parse_about
from newslint.rule_options import Option
from newslint.rulebook import Rule

_TYPES = {
    bool: "true or false", int: "whole number", float: "number", str: "string", Path: "path",
}  # fmt: skip


def page(rule: Rule) -> str:
    """Return the page of a rule: what it is, why, its examples, its options."""
    about = _about(rule)
    sections = [
        f"# {rule.code} {rule.name}",
        _visible(about.prose),
        "\n".join(_facts(rule, about)),
        *_examples(about),
        *_options(rule),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def prose(rule: Rule) -> str:
    """Return what a rule is and why, without its examples."""
    return _visible(_about(rule).prose).strip()


def has_fix(rule: Rule) -> bool:
    """Tell whether a rule mends what it finds: whether one of its examples is fixed."""
    return any(example.fixed is not None for example in _about(rule).examples)


def _about(rule: Rule) -> About:
    try:
        return parse_about(rule.about, rule.name)
    except RuleDefinitionError:  # `newslint test` says so; here the text is shown as it is
        return About(rule.about, ())


def _facts(rule: Rule, about: About) -> Iterator[str]:
    yield f"- Family: {rule.family}"
    yield f"- Severity: {rule.severity}"
    yield f"- On by default: {'yes' if rule.default else 'no'}"
    yield f"- Languages: {', '.join(rule.languages) or 'any'}"
    yield f"- Fix: {_fix(about)}"
    if rule.gather is not None:
        yield "- Looks: across articles"
    if rule.fields:
        yield f"- Reads, besides the text: {', '.join(rule.fields)}"
    if rule.supersedes:
        yield f"- Silences where both speak: {', '.join(rule.supersedes)}"
    if rule.needs:
        wanted = " ".join(f"'{one}'" for one in dict.fromkeys(what for _, what in rule.needs))
        missing = ", which is not installed here" if rule.lacks else ""
        yield f"- Needs: `pip install {wanted}`{missing}"
    if rule.origin:
        yield f"- From: {rule.origin}"


def _fix(about: About) -> str:
    kinds = {example.unsafe for example in about.examples if example.fixed is not None}
    if not kinds:
        return "no"
    if kinds == {True, False}:
        return "yes, some of them unsafe (`--fix --unsafe-fixes`)"
    return "yes, unsafe (`--fix --unsafe-fixes`)" if True in kinds else "yes (`--fix`)"


def _examples(about: About) -> Iterator[str]:
    if about.examples:
        yield "## Examples"
    for example in about.examples:
        yield f"{_title(example)}:"
        yield _block("\n".join(_article(one, example) for one in example.articles))
        if example.fixed is not None:
            yield "Fixed (unsafe):" if example.unsafe else "Fixed:"
            yield _block(_visible(example.fixed))


def _title(example: Example) -> str:
    title = example.kind.capitalize()
    if not example.options:
        return title
    pairs = (f"`{name.replace('_', '-')} = {_toml(one)}`" for name, one in example.options.items())
    return f"{title}, with {', '.join(pairs)}"


def _article(article: ExampleArticle, example: Example) -> str:
    """Return the text of an example with its marks, as it is written in a docstring."""
    parts, position = [], 0
    for place in article.places:
        parts.append(_literal(article.content[position : place.start]))
        parts.append(f">>{_literal(article.content[place.start : place.end])}<<")
        position = place.end
    parts.append(_literal(article.content[position:]))
    name = f"=== {article.name}\n" if len(example.articles) > 1 else ""
    return name + "".join(parts)


def _literal(text: str) -> str:
    return re.sub(r">>|<<", r"\\\g<0>", _visible(text))


def _visible(text: str) -> str:
    """Return ``text`` with what cannot be seen as escapes."""
    return "".join(
        one if one == "\n" or one.isprintable() else one.encode("unicode_escape").decode()
        for one in text
    )


def _block(text: str) -> str:
    """Return a fenced block; the fence is longer than any in the text."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def _options(rule: Rule) -> Iterator[str]:
    if not rule.options:
        return
    yield "## Options"
    lines = [f"[options.{rule.name}]"]
    notes = []
    for option in rule.options:
        name = option.name.replace("_", "-")
        hint = f": {option.help}" if option.help else ""
        notes.append(f"- `{name}` ({_kind(option)}, default {_default(option)}){hint}")
        if option.default is not None:
            lines.append(f"{name} = {_toml(option.default)}")
    yield "\n".join(notes)
    yield "In `newslint.toml`, with the defaults:"
    yield "```toml\n" + "\n".join(lines) + "\n```"


def _kind(option: Option) -> str:
    wanted = option.type
    if get_origin(wanted) in (Union, types.UnionType):
        wanted = next(one for one in get_args(wanted) if one is not type(None))
    if get_origin(wanted) is Literal:
        return " or ".join(f"`{_toml(choice)}`" for choice in get_args(wanted))
    if (get_origin(wanted) or wanted) in (tuple, frozenset, list):
        return "list of paths" if Path in get_args(wanted) else "list of strings"
    return _TYPES.get(wanted, str(wanted))


def _default(option: Option) -> str:
    return "not set" if option.default is None else f"`{_toml(option.default)}`"


def _toml(value: Any) -> str:
    if isinstance(value, list | tuple | frozenset):
        parts = sorted(value) if isinstance(value, frozenset) else value
        return f"[{', '.join(map(_toml, parts))}]"
    return json.dumps(value, ensure_ascii=False, default=str)  # a path is written as a string
