"""Mends of recipients and transfers: roles by law, and the answers of the catalogue about a service that it knows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policies.core.catalogue.dpf import without_framework
from policies.core.checks import drift, framework, recipients, roles, transfers
from policies.core.checks.review import named, words_of
from policies.core.clauses.filters import landnaam
from policies.core.facts import JointController, Recipient, paths
from policies.core.facts.choices import SAFEGUARD
from policies.core.facts.spare_keys import spare_key
from policies.core.facts.values import country_names
from policies.core.mending.site import Mend, Mender, Site

ASK_US = "Vraag ons een kopie."  # whoever sends data out of the EEA on clauses must give a copy of them (art. 13.1.f)


def _shares(site: Site) -> Mend | None:
    return site.set("Ja, wij delen gegevens", {site.path: True}) if site.facts.recipients else None


def _as_picked(site: Site) -> Mend | None:
    if ".other_roles." in site.path:
        return None  # the catalogue tells one task of each
    row = site.picked_recipient(site.row)
    return site.clean(site.take(row[site.field]), recipients) if row else None


def _kind(site: Site) -> Mend | None:
    """Return the mend by which a recipient with an official name is a certain company."""
    row = site.picked_recipient(site.row)
    more = (
        {
            f"{site.above}.{name}": row[name]
            for name in ("entity", "country")
            if row[name] and not getattr(site.row, name)
        }
        if row
        else {}
    )
    return _clean(site, site.take(row["kind"] if row else "named" if site.row.entity else None, more))


def _role(site: Site) -> Mend | None:
    """Return the mend to the role that the law gives by name; else to the only one that the catalogue knows.

    With a network that includes an arrangement.
    """
    if ".other_roles." in site.path:
        recipient = paths.read(site.facts, paths.head(site.path, 2))
        return site.clean(site.take(roles.right_role(site.review, recipient, site.row.task)), roles)
    by_law = roles.right_role(site.review, site.row)
    row = site.picked_recipient(site.row)
    role = by_law or (row["roles"][0] if row and len(row["roles"]) == 1 else None)
    return _joint(site, site.row) if role == "joint" else site.clean(site.take(role), roles)


def _activities(site: Site) -> Mend | None:
    """Return the mend with the activities for which the catalogue names this recipient; else with the only one."""
    row = site.picked_recipient(site.row)
    every = site.facts.activities
    known = [
        activity.key
        for activity in every
        if row and (picked := site.picked_activity(activity)) and row["id"] in picked["recipients"]
    ]
    return site.clean(site.take(tuple(known) or (tuple(a.key for a in every) if len(every) == 1 else ())), recipients)


def _no_link(site: Site) -> Mend:
    return site.set("Maak deze link leeg", {site.path: None})


# --- together (art. 26) ------------------------------------------------------------------------------------------


def _network(site: Site) -> Mend | None:
    return _joint(site, site.row)


def _without_arrangement(site: Site) -> Mend | None:
    """Return the mend for the recipient that the finding names: its path is that of the list."""
    told = (
        row for row in site.facts.recipients if row.role == "joint" and row.name and named(row) in site.finding.message
    )
    return next((_joint(site, row) for row in told), None)


def _joint(site: Site, recipient: Recipient) -> Mend | None:
    """Return the mend to the joint role, with the arrangement that the network itself lays down."""
    names = (recipient.name, recipient.entity)
    measures = bool(words_of(recipient.name or "") & recipients.MEASURES)
    row = site.arrangement(names, measures)
    if row is None or not recipient.activities:
        return None
    rows = site.facts.joint_controllers
    new = JointController(
        key=spare_key(row["id"], rows),
        name=recipient.entity or row["name"],
        activities=recipient.activities,
        **{name: row[name] for name in ("arrangement", "contact_point", "url")},
    )
    values = {f"recipients.{recipient.key}.role": "joint", "joint_controllers": (*rows, new)}
    return site.clean(site.set(f"Samen verantwoordelijk, volgens de afspraak van {row['name']}", values), recipients)


# --- outside the EEA ---------------------------------------------------------------------------------------------


def _clean(site: Site, mend: Mend | None) -> Mend | None:
    return site.clean(mend, transfers, framework)


def _country(site: Site) -> Mend | None:
    """Return the mend to the country of the catalogue; outside the EEA with what protects the data there."""
    row = site.picked_recipient(site.row)
    if row is None or not row["country"]:
        return None
    label = f"Zet op {country_names()[row['country']]}"
    mends = (
        site.set(f"{label}{_with(site, way)}", {site.path: row["country"], **way})
        for way in ({}, *_protections(site, row))
    )
    return next(filter(None, (_clean(site, mend) for mend in mends)), None)


def _with(site: Site, way: Mapping[str, Any]) -> str:
    """Return the protection that comes along, as the button says it."""
    codes = way.get(f"{site.above}.safeguards", ())
    return f", met {_names(codes)}" if codes else ""


def _protections(site: Site, row: Mapping[str, Any] | None) -> Iterator[dict[str, Any]]:
    """Yield the ways to fill in the protection, as values by path.

    They are a decision on adequacy, the safeguards of the catalogue without the framework, and with it.
    """
    known = tuple(row["safeguards"]) if row else ()
    for codes in (("adequacy",), without_framework(known), known):
        if codes:
            yield _safeguards(site, codes, row)


def _safeguards(site: Site, codes: Sequence[str], row: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return those safeguards by path, with where to read them or how to get a copy."""
    values: dict[str, Any] = {f"{site.above}.safeguards": tuple(dict.fromkeys(codes))}
    recipient: Recipient = site.row
    if set(codes) & transfers.WITH_COPY and not (recipient.safeguard_url or recipient.safeguard_copy):
        values |= _copy_of(site, row)
    return values


def _copy_of(site: Site, row: Mapping[str, Any] | None) -> dict[str, Any]:
    if row and row["safeguard_url"]:
        return {f"{site.above}.safeguard_url": row["safeguard_url"]}
    return {f"{site.above}.safeguard_copy": (row and row["safeguard_copy"]) or ASK_US}


def _protected(site: Site) -> Mend | None:
    """Return the mend that adds the first protection that holds for all of those countries."""
    row = site.picked_recipient(site.row)
    for values in _protections(site, row):
        codes = (*site.row.safeguards, *values[f"{site.above}.safeguards"])
        added = [code for code in dict.fromkeys(codes) if code not in site.row.safeguards]
        mend = site.set(f"Kies: {_names(added)}", _safeguards(site, codes, row))
        if added and (clean := _clean(site, mend)):
            return clean
    return None


def _without(code: str) -> Mender:
    """Return the mender that takes one safeguard away.

    When nothing else is left that holds, it adds a decision on adequacy or the safeguards of the catalogue.
    """

    def mender(site: Site) -> Mend | None:
        recipient: Recipient = site.row
        if (
            code == "dpf"
            and site.field == "dpf_certified"
            and framework.certifications(site.review)[recipient.key].state != framework.NO
        ):
            return None  # somebody must look at the list first
        row = site.picked_recipient(recipient)
        kept = tuple(one for one in recipient.safeguards if one != code)
        more = [values[f"{site.above}.safeguards"] for values in _protections(site, row)]
        for codes in (kept, *((*kept, *(one for one in new if one != code)) for new in more)):
            added = [one for one in codes if one not in kept]
            label = f"Haal weg: {SAFEGUARD[code]}" + (f". Kies: {_names(added)}" if added else "")
            if codes and (mend := _clean(site, site.set(label, _safeguards(site, codes, row)))):
                return mend
        return None

    return mender


def _names(codes: Sequence[str]) -> str:
    return " en ".join(SAFEGUARD[code] for code in codes)


def _inside(site: Site) -> Mend:
    inside = [code for code in site.row.transfer_countries if code in site.review.law.eea]
    kept = tuple(code for code in site.row.transfer_countries if code not in inside)
    return site.set(f"Haal weg: {' en '.join(map(landnaam, inside))}", {site.path: kept})


def _elsewhere(site: Site) -> Mend | None:
    """Return the mend with the countries that the catalogue names, with what protects the data there."""
    row = site.picked_recipient(site.row)
    countries = [code for code in row["transfer_countries"] if code not in site.row.transfer_countries] if row else []
    if not countries:
        return None
    new = {site.path: (*site.row.transfer_countries, *countries)}
    ways = [{}, *(_protections(site, row) if not site.row.safeguards else ())]
    label = f"Voeg toe: {' en '.join(map(landnaam, countries))}"
    return next(
        filter(None, (_clean(site, site.set(f"{label}{_with(site, way)}", {**new, **way})) for way in ways)), None
    )


def _copy(site: Site) -> Mend:
    values = _copy_of(site, site.picked_recipient(site.row))
    return site.set(f"Neem over: “{next(iter(values.values()))}”", values)


# --- what the catalogue says now ---------------------------------------------------------------------------------


def _drift(site: Site) -> Mend | None:
    row = site.picked_recipient(site.row)
    return _clean(site, site.take(row[site.field])) if row else None


def _drift_role(site: Site) -> Mend | None:
    """Return the mend to the only role that the catalogue leaves; joint is no role without an arrangement."""
    row = site.picked_recipient(site.row)
    return site.clean(site.take(row["roles"][0]), recipients) if row and len(row["roles"]) == 1 else None


def _drift_country(site: Site) -> Mend | None:
    return _elsewhere(site) if site.field == "transfer_countries" else _country(site)


def _drift_safeguards(site: Site) -> Mend | None:
    """Return the mend with all that the catalogue has more; or without the framework, when it has that no longer."""
    row = site.picked_recipient(site.row)
    more = [code for code in without_framework(row["safeguards"]) if code not in site.row.safeguards] if row else []
    if not more:
        return _without("dpf")(site)
    return _clean(site, site.set(f"Voeg toe: {_names(more)}", _safeguards(site, (*site.row.safeguards, *more), row)))


MENDERS: dict[str, Mender] = {
    recipients.UNKNOWN.code: _shares,
    recipients.DENIED.code: _shares,
    recipients.NAME.code: _as_picked,
    recipients.KIND.code: _kind,
    recipients.ROLE.code: _role,
    roles.WRONG.code: _role,
    roles.IMPOSSIBLE.code: _role,
    recipients.ENTITY.code: _as_picked,
    recipients.TASK.code: _as_picked,
    recipients.VAGUE_TASK.code: _as_picked,
    recipients.ACTIVITIES.code: _activities,
    recipients.RECAPTCHA.code: _no_link,
    recipients.JOINT.code: _without_arrangement,
    recipients.NETWORK.code: _network,
    transfers.COUNTRY.code: _country,
    transfers.SAFEGUARD.code: _protected,
    transfers.UNCOVERED.code: _protected,
    transfers.NO_TRANSFER.code: _elsewhere,
    transfers.INSIDE.code: _inside,
    transfers.TOOL.code: _elsewhere,
    transfers.COPY.code: _copy,
    framework.CERTIFIED.code: _without("dpf"),
    transfers.DPF_WITHOUT_US.code: _without("dpf"),
    transfers.DPF_GONE.code: _without("dpf"),
    transfers.NOT_ADEQUATE.code: _without("adequacy"),
    drift.ROLE_DIFFERS.code: _drift_role,
    drift.ENTITY.code: _drift,
    drift.COUNTRY.code: _drift_country,
    drift.SAFEGUARDS.code: _drift_safeguards,
}
