"""One kind of data over all activities that use it.

Each item stands once, and what differs beside the activity where it differs.
"""

from collections.abc import Iterable

from markupsafe import Markup, escape

from policies.core.clauses.filters import opsomming, zonder_punt
from policies.core.clauses.values import FactGap, FactRow
from policies.core.clauses.wording.data_uses import differences, opened


def soort(category: FactRow) -> Markup:
    """Return the items of a kind, each once (art. 14.1.d).

    “naam; bij contact met bedrijven: functie (om de juiste persoon te spreken)”. What holds for every use of the kind
    is said without the names of activities. Uses without items are a gap.
    """
    uses = category.uses
    found: dict[str, list[tuple[FactRow, FactRow]]] = {}
    for use in uses:
        for item in () if isinstance(use.items, FactGap) else use.items:
            found.setdefault("" if isinstance(item.name, FactGap) else item.name.text.casefold(), []).append(
                (use, item)
            )
    parts: dict[Markup, list[Markup]] = {Markup(""): []}  # what holds everywhere first
    for places in found.values():
        parts.setdefault(_at([use for use, _ in places], uses, "bij {}: "), []).append(_item(places))
    for use in uses:
        if isinstance(use.items, FactGap):
            parts.setdefault(_at([use], uses, "bij {}: "), []).append(escape(use.items))
    pieces = [where + Markup(", ").join(items) for where, items in parts.items() if items]
    return Markup("; ").join(pieces) + _exceptions(uses)


def _item(places: list[tuple[FactRow, FactRow]]) -> Markup:
    """Return an item with its reasons between brackets, each with its activities unless it holds in all."""
    here = [use for use, _ in places]
    reasons: dict[str, list[tuple[FactRow, Markup]]] = {}
    for use, item in places:
        if item.reason:
            reasons.setdefault(item.reason.text.casefold(), []).append((use, escape(zonder_punt(item.reason))))
    beside = [_at([use for use, _ in one], here, "bij {} ") + one[0][1] for one in reasons.values()]
    leave_out = [use for use, item in places if item.optional]
    if leave_out:
        beside.append(escape(here[0]._words.of("item", "optional")) + _at(leave_out, here, " bij {}"))
    return escape(places[0][1].name) + (Markup(" ({})").format(Markup("; ").join(beside)) if beside else Markup(""))


def _exceptions(uses: list[FactRow]) -> Markup:
    """Return what differs from the activity or from most data, as sentences by activity.

    It is of whom, from where and whether they must be given.
    """
    found: dict[tuple[Markup, ...], list[FactRow]] = {}
    for use in uses:
        if apart := tuple(differences(use, form="row")):
            found.setdefault(apart, []).append(use)
    return Markup("").join(
        Markup(". ") + opened(_at(here, uses, "bij {}: ") + Markup("; ").join(apart)) for apart, here in found.items()
    )


def _at(here: Iterable[FactRow], uses: list[FactRow], form: str) -> Markup:
    """Return the names of the activities of these uses, in a form; nothing where they are all there are."""
    here = list(here)
    if len(here) == len(uses):
        return Markup("")
    return Markup(form).format(opsomming([use.activity.name for use in here]))


FILTERS = {f.__name__: f for f in (soort,)}
