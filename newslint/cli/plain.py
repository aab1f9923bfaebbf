"""A command line of ``newslint check`` in which nothing is out of the ordinary, read by itself."""

from __future__ import annotations

from typing import Any


def read_check(arguments: list[str]) -> dict[str, Any] | None:
    """Return what a line gives to `newslint.cli.checking.check`, as click would.

    ``None`` where anything calls for click: another verb, help, a mistake, a rarer way to write.
    """
    if not arguments or arguments[0] != "check":
        return None
    from newslint.cli.options import CHECK, LOADING

    options = {name: one for one in (*CHECK, *LOADING) for name in one.names}
    given: dict[str, Any] = {
        one.parameter: () if one.takes == "many" else False if one.takes == "flag" else one.default
        for one in options.values()
    }
    paths: list[str] = []
    rest = iter(arguments[1:])
    for argument in rest:
        if argument == "--":  # as hooks have it, in front of the names of files
            paths += rest
            break
        if not argument.startswith("-") or argument == "-":
            paths.append(argument)
            continue
        name, equals, value = argument.partition("=")
        option = options.get(name)
        if option is None or (equals and (option.takes == "flag" or not name.startswith("--"))):
            return None
        if option.takes == "flag":
            given[option.parameter] = True
            continue
        if not equals:
            value = next(rest, "")
        if not value or value[0] == "-" or (option.choices and value not in option.choices):
            return None
        if option.takes == "many":
            given[option.parameter] += (value,)
        elif not option.number:
            given[option.parameter] = value
        elif value.isascii() and value.isdecimal() and int(value):
            given[option.parameter] = int(value)
        else:
            return None
    return {"paths": tuple(paths), **given} if paths else None
