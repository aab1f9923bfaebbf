"""Values as lines of JSON."""

from __future__ import annotations

import base64
import json
import math
from datetime import date, time
from decimal import Decimal
from typing import Any


def json_line(value: Any) -> str:
    """Return a value as one line of JSON, without the line feed, that UTF-8 can hold.

    Times are in ISO 8601, decimals are numbers, bytes are text or else base64; what is no number
    (NaN) is null, as JSON has it.
    """
    try:
        line = json.dumps(value, ensure_ascii=False, allow_nan=False, default=_plain)
        line.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return json.dumps(value, allow_nan=False, default=_plain)
    except ValueError:
        return json_line(_without_nan(value))
    return line


def _plain(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return base64.b64encode(value).decode()
    return str(value)


def _without_nan(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: _without_nan(one) for key, one in value.items()}
    return [_without_nan(one) for one in value] if isinstance(value, list | tuple) else value
