"""What is said of files and records that cannot be read, or are too large to be."""

from __future__ import annotations

from newslint.diagnostic import Diagnostic, Location, Record
from newslint.engine_rules import TOO_LARGE, UNREADABLE, engine_diagnostic
from newslint.errors import InputError, MissingExtraError, NotAnArticleFileError, ReaderError
from newslint.fingerprints import Fingerprints
from newslint.placing import PlacedFile
from newslint.raw import RawProblem, RawTooLarge, SourceFile
from newslint.results import FileResult


def told(error: OSError | InputError, result: FileResult, *, named: bool) -> FileResult:
    """Say why a file cannot be read; in a note where it was found and holds no article."""
    if isinstance(error, OSError):
        return _unreadable(result, f"cannot be read: {error.strerror or error}", trouble=named)
    if not isinstance(error, NotAnArticleFileError | MissingExtraError):
        trouble = named or isinstance(error, ReaderError)
        place = error.line, error.column
        return _unreadable(result, str(error), trouble=trouble, place=place)
    if named:
        return _unreadable(result, str(error), trouble=True)
    result.note = f"{result.path}: {error}"
    return result


def _unreadable(
    result: FileResult, message: str, *, trouble: bool, place: tuple[int, int] = (1, 1)
) -> FileResult:
    location = Location(result.path, None, *place, *place)
    fingerprints = Fingerprints()
    result.diagnostics.append(engine_diagnostic(UNREADABLE, message, location, fingerprints))
    if result.part is not None:
        result.origins.update(fingerprints.origins)
    result.diagnostics.sort(key=Diagnostic.sort_key)
    result.trouble = result.trouble or trouble
    return result


def problem(raw: RawProblem, placed: PlacedFile, fingerprints: Fingerprints) -> Diagnostic:
    """Say so of a record that cannot be read, among others that can."""
    location = placed.location((raw.start, raw.end), Record(raw.index, None, "", 1, 1))
    rule = TOO_LARGE if isinstance(raw, RawTooLarge) else UNREADABLE
    return engine_diagnostic(rule, raw.message, location, fingerprints)


def too_large(file: SourceFile, result: FileResult) -> FileResult:
    """Say so of a part that is one record too large to be read."""
    part = file.part
    assert part is not None
    fingerprints = Fingerprints()
    record = Record(part.record, None, "", 1, 1)
    location = Location(file.path, record, part.line, 1, part.line, 1)
    message = RawTooLarge.of(part.too_large, file.largest, 0, part.record).message
    result.diagnostics.append(engine_diagnostic(TOO_LARGE, message, location, fingerprints))
    result.origins = fingerprints.origins
    return result
