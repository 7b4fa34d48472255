"""A reason that fits its period, a period that fits its law, and the lifetime that a known cookie has."""

from policies.core.checks import retention_law, retention_reasons
from policies.core.facts.periods import in_words
from policies.core.mending.context import FindingContext, Mend, Mender


def _as_picked(context: FindingContext) -> Mend | None:
    """Return the mend to the reason of the catalogue, where the period is that of the catalogue.

    Else it is the mend to its period, unless the reason names yet another one.
    """
    row = context.from_catalogue("retention", context.row.catalogue_id)
    if row is None or not row["number"]:
        return None
    if (row["number"], row["unit"]) == (context.row.number, context.row.unit):
        return context.clean(context.take(row["reason"]), retention_reasons)
    other = retention_reasons.other_period(context.row)
    return _length(context, row["number"], row["unit"]) if other in (None, (row["number"], row["unit"])) else None


def _length(context: FindingContext, number: int, unit: str) -> Mend | None:
    values = {f"{context.above}.number": number, f"{context.above}.unit": unit}
    return context.clean(context.set(f"Zet op {in_words(number, unit)}", values), retention_reasons, retention_law)


def _by_law(context: FindingContext) -> Mend | None:
    row = retention_reasons.other_law(context.review, context.row)
    return _length(context, row["number"], row["unit"]) if row else None


def _lifetime(context: FindingContext) -> Mend | None:
    """Return the mend to the lifetime that the catalogue gives a cookie of this name."""
    name = (context.row.name or "").lower()
    rows = context.library.valid("cookies", context.review.on)
    row = next(
        (row for row in rows if name and row["kind"] == "statistics" and name.startswith(row["name"].lower())), None
    )
    return context.clean(context.take(row["lifetime"]), retention_reasons) if row else None


MENDERS: dict[str, Mender] = {
    retention_reasons.OTHER_PERIOD.code: _as_picked,
    retention_reasons.OTHER_LAW.code: _by_law,
    retention_reasons.OUTLIVES.code: _as_picked,
    retention_reasons.FALLS_SHORT.code: _as_picked,
    retention_reasons.SAME_AS_COOKIE.code: _lifetime,
}
