"""New rules and plugins to start from; what is written passes its own tests.

The files are made from ``newslint/templates``.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from itertools import count
from pathlib import Path
from string import Template

from newslint.errors import InputError
from newslint.patterns import regexp

LOCAL_PREFIX = "LOC"
"""What the codes in a new rules folder begin with, if nothing else is asked for."""

_NAME = regexp(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_CODE = regexp(r"[A-Z]{2,5}\d{3,4}")
_DECLARED = regexp(r"""(?m)(?:@rule\(\s*|^\s*code\s*=\s*)["']([A-Z]{2,5}\d{3,4})["']""")
_PLUGIN_FILES = ("pyproject.toml", "README.md", "{package}/__init__.py", "tests/test_rules.py")


def new_rule(
    name: str,
    folder: Path,
    code: str | None = None,
    *,
    toml: bool = False,
    taken: Iterable[str] = (),
) -> Path:
    """Write a rule file and return its path.

    Args:
        name: The rule's name, ``house-spelling`` (``_`` and spaces are accepted for ``-``).
        folder: The rules folder; made if there is none.
        code: The rule's code; if not given, the next free one with the prefix that the other
            rules of the folder have, else ``LOC001``.
        toml: Write a rule without code instead of a Python file.
        taken: Codes, names and families that are in use elsewhere.

    Raises:
        InputError: when the name or code cannot be or is in use, or the file cannot be written.
    """
    name = _rule_name(name)
    stem = name.replace("-", "_")
    for existing in (folder / f"{stem}.py", folder / f"{stem}.toml"):
        if existing.exists():
            raise InputError(f"{existing} exists; choose another name")
    here = _codes_in(folder)
    used = {*taken, *here}
    if name in {*used, "local", folder.resolve().name.replace("_", "-")}:
        raise InputError(f"{name!r} is the name of a rule or family already; choose another one")
    prefixes = {_letters(one) for one in here}
    prefix = prefixes.pop() if len(prefixes) == 1 else LOCAL_PREFIX
    code = _free_code(prefix, used) if code is None else _new_code(code, used)
    path = folder / f"{stem}.{'toml' if toml else 'py'}"
    template = "rule.toml" if toml else "rule.py"
    _write(path, template, {"code": code, "name": name, "function": stem})
    return path


def new_plugin(name: str, folder: Path, *, taken: Iterable[str] = ()) -> Path:
    """Write an installable plugin with one rule and return its folder.

    Args:
        name: Its name, ``acme`` or ``newslint-acme``.
        folder: Where to put the folder ``newslint-acme``.
        taken: Codes, names and families that are in use elsewhere.

    Raises:
        InputError: when the name cannot be, the folder exists, or it cannot be written.
    """
    slug = _slug(name, "plugin").removeprefix("newslint-")
    if slug in {"newslint", "rules"}:
        raise InputError(f"plugin name {name!r} is taken by newslint itself; choose another one")
    distribution = f"newslint-{slug}"
    package = distribution.replace("-", "_")
    root = folder / distribution
    if root.exists():
        raise InputError(f"{root} exists; choose another name")
    values = {"slug": slug, "distribution": distribution, "package": package}
    for file in _PLUGIN_FILES:
        path = root / file.format(package=package)
        _write(path, f"plugin/{path.name}", values)
    used = frozenset(taken)
    rule = f"{slug}-wording"
    code = _free_code(_prefix(slug, used), used)
    new_rule(rule, root / package, code, taken=used)
    return root


def _rule_name(name: str) -> str:
    slug = _slug(name, "rule")
    if keyword.iskeyword(slug) or _CODE.fullmatch(slug.upper()):
        what = "a word of Python" if keyword.iskeyword(slug) else "a code"
        raise InputError(f"rule name {name!r} is {what}; choose one like 'house-spelling'")
    return slug


def _slug(name: str, what: str) -> str:
    slug = re.sub(r"[\s_]+", "-", name.strip()).lower()
    if not _NAME.fullmatch(slug):
        raise InputError(
            f"{what} name {name!r} must be words of a-z and 0-9 with '-' between them, "
            "beginning with a letter, like 'house-spelling'"
        )
    return slug


def _new_code(code: str, used: Iterable[str]) -> str:
    if not _CODE.fullmatch(code):
        raise InputError(f"rule code {code!r} must be two to five capital letters and three or "
                         "four digits, like 'LOC001'")  # fmt: skip
    if code in used:
        raise InputError(f"rule code {code} is in use; leave it out to get the next free one")
    return code


def _free_code(prefix: str, used: Iterable[str]) -> str:
    used = frozenset(used)
    return next(code for n in count(1) if (code := f"{prefix}{n:03}") not in used)


def _prefix(slug: str, used: Iterable[str]) -> str:
    """Return the first letters of a name, more of them if a prefix is used by somebody else."""
    letters = re.sub(r"[^a-z]", "", slug).upper()
    prefixes = {_letters(one) for one in used}
    candidates = (letters[:length] for length in (3, 4, 5))
    free = (one for one in candidates if len(one) > 1 and one not in prefixes)
    return next(free, LOCAL_PREFIX)


def _letters(code: str) -> str:
    return code.rstrip("0123456789")


def _codes_in(folder: Path) -> set[str]:
    """Return every code that is written in a rule file below a folder."""
    found: set[str] = set()
    for file in (*folder.rglob("*.py"), *folder.rglob("*.toml")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if not hidden and file.is_file():
            found.update(_DECLARED.findall(file.read_text(encoding="utf-8", errors="replace")))
    return found


def _write(path: Path, template: str, values: Mapping[str, str]) -> None:
    source = files("newslint").joinpath("templates", f"{template}.txt")
    content = Template(source.read_text(encoding="utf-8")).substitute(values)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(content)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error
