"""A reason that fits its period, a period that fits its law, and the lifetime that a known cookie has."""

from policies.core.checks import reasons, retention_law
from policies.core.facts.periods import in_words
from policies.core.mending.site import Mend, Mender, Site


def _as_picked(site: Site) -> Mend | None:
    """Return the mend to the reason of the catalogue, where the period is that of the catalogue.

    Else it is the mend to its period, unless the reason names yet another one.
    """
    row = site.from_catalogue("retention", site.row.catalogue_id)
    if row is None or not row["number"]:
        return None
    if (row["number"], row["unit"]) == (site.row.number, site.row.unit):
        return site.clean(site.take(row["reason"]), reasons)
    other = reasons.other_period(site.row)
    return _length(site, row["number"], row["unit"]) if other in (None, (row["number"], row["unit"])) else None


def _length(site: Site, number: int, unit: str) -> Mend | None:
    values = {f"{site.above}.number": number, f"{site.above}.unit": unit}
    return site.clean(site.set(f"Zet op {in_words(number, unit)}", values), reasons, retention_law)


def _by_law(site: Site) -> Mend | None:
    row = reasons.other_law(site.review, site.row)
    return _length(site, row["number"], row["unit"]) if row else None


def _lifetime(site: Site) -> Mend | None:
    """Return the mend to the lifetime that the catalogue gives a cookie of this name."""
    name = (site.row.name or "").lower()
    rows = site.library.valid("cookies", site.review.on)
    row = next(
        (row for row in rows if name and row["kind"] == "statistics" and name.startswith(row["name"].lower())), None
    )
    return site.clean(site.take(row["lifetime"]), reasons) if row else None


MENDERS: dict[str, Mender] = {
    reasons.OTHER_PERIOD.code: _as_picked,
    reasons.OTHER_LAW.code: _by_law,
    reasons.OUTLIVES.code: _as_picked,
    reasons.FALLS_SHORT.code: _as_picked,
    reasons.SAME_AS_COOKIE.code: _lifetime,
}
