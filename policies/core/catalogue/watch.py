"""What may change in the law: clauses/catalogue/watch.yaml.

It says for each change what we read last, and when it would begin.
"""

from dataclasses import dataclass
from datetime import date

from policies.core.language.word_lists import Catalogue

FIELDS = ("id", "name", "state", "now", "change", "due", "last", "url", "touches", "source", "checked_on", "confidence")
STATES = ("proposed", "pending", "announced", "adopted", "unsure")
DPF_ALONE, EVERYONE = "dpf-alone", "everyone"


@dataclass(frozen=True)
class Watched:
    """One change of law that may come.

    `due` is the day from which it would hold, None while nobody knows; `touches` says whom it concerns.
    """

    id: str
    name: str
    state: str
    now: str
    change: str
    due: date | None
    last: str
    url: str
    touches: tuple[str, ...]
    source: str
    checked_on: date
    confidence: str

    def came(self, on: date) -> bool:
        """Return whether its day has come.

        Then the row must become law elsewhere in the catalogue, or be removed.
        """
        return self.due is not None and self.due <= on


def watch(library: Catalogue, on: date) -> tuple[Watched, ...]:
    """Return what is watched on a day, the first to begin first.

    What has no day comes last, in the order of the file.
    """
    rows = library.valid("watch", on)
    found = [Watched(**{**{name: row[name] for name in FIELDS}, "touches": tuple(row["touches"])}) for row in rows]
    return tuple(sorted(found, key=lambda change: change.due or date.max))
