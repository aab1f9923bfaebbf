"""The command line: one small module a verb, loaded when it is called.

A plain ``newslint check`` is read here, by the table of its options; all else, help and whatever is
not as it should be, is click's, which takes 15 ms to import and to set up: a fifth of a short run.
"""

from __future__ import annotations

import atexit
import os
import sys
from contextlib import suppress

from newslint.cli.plain import read_check
from newslint.errors import EXIT_TROUBLE, NewslintError
from newslint.garbage import search_seldom

INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells have it."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; every error ends here as a message and an exit status.

    Args:
        arguments: What to run in a program of one's own; by default those of the process, which is
            ended then.
    """
    if arguments is not None:
        return _run(arguments)
    search_seldom()
    return _leave(_run(None))


def _run(arguments: list[str] | None) -> int:
    if sys.stderr is None:  # started with a closed one: nobody wants to hear
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - until the process ends
    if sys.stdout is None:  # started with a closed standard output
        _complain("standard output is closed")
        return EXIT_TROUBLE
    try:
        status = _call(arguments)
        sys.stdout.flush()  # here a closed pipe can still be told from trouble
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        _complain("interrupted")
        return INTERRUPTED
    except NewslintError as error:
        _complain(str(error))
        return EXIT_TROUBLE
    except BrokenPipeError:
        _silence_stdout()
        return EXIT_TROUBLE
    except OSError as error:  # a full disk, a device that is gone
        _silence_stdout()
        _complain(f"cannot go on: {_reason(error)}")
        return EXIT_TROUBLE
    return status


def _call(arguments: list[str] | None) -> int:
    own = os.name != "nt"  # there, globs of the process's own are click's to expand
    given = read_check(sys.argv[1:] if arguments is None and own else arguments or [])
    if given is None:
        from newslint.cli.commands import run

        return run(arguments)
    from newslint.cli.checking import check

    return check(**given)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError) and error.filename is None:  # only getcwd names none
        return "the working directory does not exist any more"
    return f"{f'{error.filename}: ' if error.filename else ''}{error.strerror or error}"


def _complain(message: str) -> None:
    from newslint.reporters.terminal import neutral

    sys.stderr.write(f"newslint: {neutral(message)}\n")
    sys.stderr.flush()


def _silence_stdout() -> None:
    """Point standard output at nothing, so that closing it does not complain once more."""
    with suppress(OSError):  # one that a program made itself has no number
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _leave(status: int) -> int:
    """End the process at once: taking thousands of objects apart first would be 5 ms."""
    atexit._run_exitfuncs()  # noqa: SLF001 - what the end of a process calls
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            status = EXIT_TROUBLE  # nobody is left to be told
    os._exit(status)
