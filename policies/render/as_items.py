"""Items and criteria → plain data: what art. 12–14 ask of one statement, and where it stands."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from policies.core import document as d
from policies.core.completeness import Criterion, DutyItem
from policies.render.as_html import title

SCHEMA = 1


def data(document: d.Document, items: Sequence[DutyItem], criteria: Sequence[Criterion], digest: str) -> dict[str, Any]:
    """Return the table as data. `digest` is the content digest of the statement that was judged: it says which text this is about."""
    return {
        "schema": SCHEMA,
        "title": title(document),
        "digest": digest,
        "complete": not any(item.state == "missing" for item in items),
        "items": [asdict(item) for item in items],
        "criteria": [asdict(criterion) for criterion in criteria],
    }


def dumps(document: d.Document, items: Sequence[DutyItem], criteria: Sequence[Criterion], digest: str) -> str:
    """Return the same as a JSON text with sorted names, so that equal tables are equal bytes."""
    return json.dumps(data(document, items, criteria, digest), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
