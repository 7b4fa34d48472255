"""Two sets of facts → which public answers differ, leaf by leaf, and which default of the statement turned around."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from policies.core.facts import Facts, defaults, paths
from policies.core.facts.fields import specs_of
from policies.core.facts.planned import without_undated

NOTHING = (None, (), "", False)


@dataclass(frozen=True, slots=True)
class FactChange:
    """One answer that is new, gone or another one, or a whole row that is new or gone; of a row `before` or `after` is the row."""

    path: str
    kind: Literal["added", "removed", "changed"]
    before: Any
    after: Any


def changed_facts(old: Facts, new: Facts) -> tuple[FactChange, ...]:
    """Every public answer that differs, in the order of the facts; a row that is new or gone counts once, whatever it holds."""
    return tuple(_of_row(without_undated(old), without_undated(new), ""))


def _of_row(old: Any, new: Any, path: str) -> Iterator[FactChange]:
    if old == new:
        return
    row: type = type(new)
    for name, spec in specs_of(row).items():
        was, now, here = getattr(old, name), getattr(new, name), paths.under(path, name)
        if spec.internal or spec.kind == "key" or was == now:
            continue
        if spec.kind == "part":
            yield from _of_row(was, now, here)
        elif spec.kind == "rows":
            yield from _of_rows(named_rows(was), named_rows(now), here)
        elif was in NOTHING and now in NOTHING and not (spec.kind == "yesno" and False in (was, now)):
            continue  # not ticked and not answered are the same
        else:
            kind: Any = "added" if was in (None, (), "") else "removed" if now in (None, (), "") else "changed"
            yield FactChange(here, kind, was, now)


def _of_rows(old: Mapping[str, Any], new: Mapping[str, Any], path: str) -> Iterator[FactChange]:
    """Yield what differs between two lists of rows, by name; in another order they are the same rows."""
    for name, row in new.items():
        if name in old:
            yield from _of_row(old[name], row, paths.under(path, name))
        else:
            yield FactChange(paths.under(path, name), "added", None, row)
    yield from (
        FactChange(paths.under(path, name), "removed", row, None) for name, row in old.items() if name not in new
    )


def named_rows(rows: tuple[Any, ...]) -> dict[str, Any]:
    """Rows by what names them: a key, or for a row without one its first text, so that taking out the first item changes no other."""
    names = [
        paths.row_name(row) or str(getattr(row, "name", None) or getattr(row, "detail", None) or "").replace(".", " ")
        for row in rows
    ]
    times = Counter(names)
    return {
        name if name and times[name] == 1 else f"{name or 'rij'} {place}": row
        for place, (name, row) in enumerate(zip(names, rows, strict=True), 1)
    }


# --- defaults --------------------------------------------------------------------------------------------------------

ONCE = "daarom staat dat nu boven de lijst, en in een rij alleen wat anders is."
SOURCE = {
    "person": "De meeste gegevens geven mensen nu zelf",
    "observed": "De meeste gegevens ontstaan nu door het gebruik van uw website, dienst of ruimte",
    "third_party": "De meeste gegevens komen nu van een ander bedrijf of een andere persoon",
    "public": "De meeste gegevens komen nu uit een openbare bron",
    "own": "De meeste gegevens komen nu uit wat u zelf maakt of al bijhoudt",
}
AFTERWARDS = {
    "erase": "De meeste gegevens wist u nu na de termijn",
    "anonymise": "De meeste gegevens maakt u nu anoniem na de termijn",
    "return": "De meeste gegevens geeft u nu terug na de termijn",
    "erase_backups": "De meeste gegevens wist u nu na de termijn, en later ook uit back-ups",
}
NO_SOURCE = "De gegevens komen nu van te veel kanten voor één zin; daarom staat in elke rij waar ze vandaan komen."
NO_AFTERWARDS = "Na de termijn gebeurt nu te veel verschillends voor één zin; daarom staat in elke rij wat er gebeurt."


def turned_defaults(old: Facts, new: Facts) -> tuple[str, ...]:
    """Why many rows read otherwise after few answers: a sentence for each default that another answer, or none, now gives."""
    asked: tuple[tuple[Callable[[Facts], str | None], Mapping[str, str], str], ...] = (
        (defaults.source, SOURCE, NO_SOURCE),
        (defaults.afterwards, AFTERWARDS, NO_AFTERWARDS),
    )
    found = [(of(old), of(new), said, otherwise) for of, said, otherwise in asked]
    return tuple(f"{said[now]}; {ONCE}" if now else otherwise for was, now, said, otherwise in found if was != now)
