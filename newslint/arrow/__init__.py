"""newslint on Arrow: a batch of articles in, a batch of diagnostics out.

What runs on tables calls `lint_batch`: Spark (`newslint.spark`), Ray, datatrove and what else hands
rows over as Arrow. `docs/engines.md` has the recipes.
"""

from newslint.errors import NewslintError

try:
    import pyarrow  # noqa: F401, ICN001 - 150 ms
except ImportError as missing:
    raise NewslintError("newslint.arrow needs more: pip install 'newslint[parquet]'") from missing

from newslint.arrow.linting import lint_batch
from newslint.arrow.numbering import Numbering, numbered
from newslint.arrow.schema import DIAGNOSTICS, PARTS, batch_of, batch_of_records
from newslint.session import session_options

__all__ = [
    "DIAGNOSTICS",
    "PARTS",
    "Numbering",
    "batch_of",
    "batch_of_records",
    "lint_batch",
    "numbered",
    "session_options",
]
