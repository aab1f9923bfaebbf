"""``newslint check``: the main job, as the command line asks for it."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from newslint.cli.check_request import CheckRequest
from newslint.cli.check_run import CheckRun
from newslint.cli.loading import take_loading
from newslint.config import Config
from newslint.diagnostic import Severity
from newslint.errors import InputError
from newslint.structs import replace


def check(paths: tuple[str, ...], **given: Any) -> int:
    """Lint files and folders, and return the exit status; see ``newslint check --help``."""
    if given["watch"]:
        from newslint.cli.watch import watch

        return watch(lambda: check_request(paths, **given), stdout=sys.stdout, stderr=sys.stderr)
    request = check_request(paths, **given)
    if sys.stdin is None and request.stdin:  # started with a closed one
        raise InputError("standard input is closed")
    stdin = sys.stdin.buffer if sys.stdin is not None else BytesIO()
    return CheckRun(request, stdin=stdin, stdout=sys.stdout, stderr=sys.stderr).run()


def check_request(
    paths: tuple[str, ...],
    *,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    extend_ignore: tuple[str, ...],
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    extend_exclude: tuple[str, ...],
    min_severity: Severity | None = None,
    fail_on: str | None = None,
    timings: bool = False,
    baseline: str | None = None,
    **request: Any,
) -> CheckRequest:
    """Return what is asked, on top of the configuration as it is now."""
    loading = take_loading(request)
    config = loading.config.with_values(
        fail_on=fail_on,
        min_severity=min_severity,
        include=include or None,
        exclude=exclude or None,
        extend_exclude=(*loading.config.extend_exclude, *extend_exclude),
    )
    options = replace(
        loading,
        config=_with_baseline(config, baseline),
        select=split_names(select) or None,
        extend_select=split_names(extend_select),
        ignore=split_names(ignore) or None,
        extend_ignore=split_names(extend_ignore),
        time_rules=timings,
    )
    return CheckRequest(
        paths=paths,
        options=options,
        filtered=bool(include or exclude or extend_exclude),
        hides=config.min_severity != loading.config.min_severity,
        timings=timings,
        **request,
    )


def _with_baseline(config: Config, given: str | None) -> Config:
    """Return the configuration with the baseline of the command line; ``""`` stands for none."""
    if given is None:
        return config
    return replace(config, baseline=Path(given) if given else None)


def split_names(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return names given by repeating an option or separated by commas."""
    return tuple(name for value in values for part in value.split(",") if (name := part.strip()))
