"""Mends of recipients and transfers: roles by law, and the answers of the catalogue about a service that it knows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policies.core.catalogue.dpf import without_framework
from policies.core.checks import dpf, drift, recipients, roles, transfers
from policies.core.checks.review import quoted_name, words_of
from policies.core.clauses.filters import landnaam
from policies.core.facts import JointController, Recipient, paths
from policies.core.facts.choices import SAFEGUARD
from policies.core.facts.spare_keys import spare_key
from policies.core.facts.values import country_names
from policies.core.mending.context import FindingContext, Mend, Mender

ASK_US = "Vraag ons een kopie."  # whoever sends data out of the EEA on clauses must give a copy of them (art. 13.1.f)


def _shares(context: FindingContext) -> Mend | None:
    return context.set("Ja, wij delen gegevens", {context.path: True}) if context.facts.recipients else None


def _as_picked(context: FindingContext) -> Mend | None:
    if ".other_roles." in context.path:
        return None  # the catalogue tells one task of each
    row = context.picked_recipient(context.row)
    return context.clean(context.take(row[context.field]), recipients) if row else None


def _kind(context: FindingContext) -> Mend | None:
    """Return the mend by which a recipient with an official name is a certain company."""
    row = context.picked_recipient(context.row)
    more = (
        {
            f"{context.above}.{name}": row[name]
            for name in ("entity", "country")
            if row[name] and not getattr(context.row, name)
        }
        if row
        else {}
    )
    return _clean(context, context.take(row["kind"] if row else "named" if context.row.entity else None, more))


def _role(context: FindingContext) -> Mend | None:
    """Return the mend to the role that the law gives by name; else to the only one that the catalogue knows.

    With a network that includes an arrangement.
    """
    if ".other_roles." in context.path:
        recipient = paths.read(context.facts, paths.head(context.path, 2))
        return context.clean(context.take(roles.right_role(context.review, recipient, context.row.task)), roles)
    by_law = roles.right_role(context.review, context.row)
    row = context.picked_recipient(context.row)
    role = by_law or (row["roles"][0] if row and len(row["roles"]) == 1 else None)
    return _joint(context, context.row) if role == "joint" else context.clean(context.take(role), roles)


def _activities(context: FindingContext) -> Mend | None:
    """Return the mend with the activities for which the catalogue names this recipient; else with the only one."""
    row = context.picked_recipient(context.row)
    every = context.facts.activities
    known = [
        activity.key
        for activity in every
        if row and (picked := context.picked_activity(activity)) and row["id"] in picked["recipients"]
    ]
    return context.clean(
        context.take(tuple(known) or (tuple(a.key for a in every) if len(every) == 1 else ())), recipients
    )


def _no_link(context: FindingContext) -> Mend:
    return context.set("Maak deze link leeg", {context.path: None})


# --- together (art. 26) ------------------------------------------------------------------------------------------


def _network(context: FindingContext) -> Mend | None:
    return _joint(context, context.row)


def _without_arrangement(context: FindingContext) -> Mend | None:
    """Return the mend for the recipient that the finding names: its path is that of the list."""
    told = (
        row
        for row in context.facts.recipients
        if row.role == "joint" and row.name and quoted_name(row) in context.finding.message
    )
    return next((_joint(context, row) for row in told), None)


def _joint(context: FindingContext, recipient: Recipient) -> Mend | None:
    """Return the mend to the joint role, with the arrangement that the network itself lays down."""
    names = (recipient.name, recipient.entity)
    measures = bool(words_of(recipient.name or "") & recipients.MEASURES)
    row = context.arrangement(names, measures)
    if row is None or not recipient.activities:
        return None
    rows = context.facts.joint_controllers
    new = JointController(
        key=spare_key(row["id"], rows),
        name=recipient.entity or row["name"],
        activities=recipient.activities,
        **{name: row[name] for name in ("arrangement", "contact_point", "url")},
    )
    values = {f"recipients.{recipient.key}.role": "joint", "joint_controllers": (*rows, new)}
    return context.clean(
        context.set(f"Samen verantwoordelijk, volgens de afspraak van {row['name']}", values), recipients
    )


# --- outside the EEA ---------------------------------------------------------------------------------------------


def _clean(context: FindingContext, mend: Mend | None) -> Mend | None:
    return context.clean(mend, transfers, dpf)


def _country(context: FindingContext) -> Mend | None:
    """Return the mend to the country of the catalogue; outside the EEA with what protects the data there."""
    row = context.picked_recipient(context.row)
    if row is None or not row["country"]:
        return None
    label = f"Zet op {country_names()[row['country']]}"
    mends = (
        context.set(f"{label}{_with(context, way)}", {context.path: row["country"], **way})
        for way in ({}, *_protections(context, row))
    )
    return next(filter(None, (_clean(context, mend) for mend in mends)), None)


def _with(context: FindingContext, way: Mapping[str, Any]) -> str:
    """Return the protection that comes along, as the button says it."""
    codes = way.get(f"{context.above}.safeguards", ())
    return f", met {_names(codes)}" if codes else ""


def _protections(context: FindingContext, row: Mapping[str, Any] | None) -> Iterator[dict[str, Any]]:
    """Yield the ways to fill in the protection, as values by path.

    They are a decision on adequacy, the safeguards of the catalogue without the framework, and with it.
    """
    known = tuple(row["safeguards"]) if row else ()
    for codes in (("adequacy",), without_framework(known), known):
        if codes:
            yield _safeguards(context, codes, row)


def _safeguards(context: FindingContext, codes: Sequence[str], row: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return those safeguards by path, with where to read them or how to get a copy."""
    values: dict[str, Any] = {f"{context.above}.safeguards": tuple(dict.fromkeys(codes))}
    recipient: Recipient = context.row
    if set(codes) & transfers.WITH_COPY and not (recipient.safeguard_url or recipient.safeguard_copy):
        values |= _copy_of(context, row)
    return values


def _copy_of(context: FindingContext, row: Mapping[str, Any] | None) -> dict[str, Any]:
    if row and row["safeguard_url"]:
        return {f"{context.above}.safeguard_url": row["safeguard_url"]}
    return {f"{context.above}.safeguard_copy": (row and row["safeguard_copy"]) or ASK_US}


def _protected(context: FindingContext) -> Mend | None:
    """Return the mend that adds the first protection that holds for all of those countries."""
    row = context.picked_recipient(context.row)
    for values in _protections(context, row):
        codes = (*context.row.safeguards, *values[f"{context.above}.safeguards"])
        added = [code for code in dict.fromkeys(codes) if code not in context.row.safeguards]
        mend = context.set(f"Kies: {_names(added)}", _safeguards(context, codes, row))
        if added and (clean := _clean(context, mend)):
            return clean
    return None


def _without(code: str) -> Mender:
    """Return the mender that takes one safeguard away.

    When nothing else is left that holds, it adds a decision on adequacy or the safeguards of the catalogue.
    """

    def mender(context: FindingContext) -> Mend | None:
        recipient: Recipient = context.row
        if (
            code == "dpf"
            and context.field == "dpf_certified"
            and dpf.certifications(context.review)[recipient.key].state != dpf.NO
        ):
            return None  # somebody must look at the list first
        row = context.picked_recipient(recipient)
        kept = tuple(one for one in recipient.safeguards if one != code)
        more = [values[f"{context.above}.safeguards"] for values in _protections(context, row)]
        for codes in (kept, *((*kept, *(one for one in new if one != code)) for new in more)):
            added = [one for one in codes if one not in kept]
            label = f"Haal weg: {SAFEGUARD[code]}" + (f". Kies: {_names(added)}" if added else "")
            if codes and (mend := _clean(context, context.set(label, _safeguards(context, codes, row)))):
                return mend
        return None

    return mender


def _names(codes: Sequence[str]) -> str:
    return " en ".join(SAFEGUARD[code] for code in codes)


def _inside(context: FindingContext) -> Mend:
    inside = [code for code in context.row.transfer_countries if code in context.review.law.eea]
    kept = tuple(code for code in context.row.transfer_countries if code not in inside)
    return context.set(f"Haal weg: {' en '.join(map(landnaam, inside))}", {context.path: kept})


def _elsewhere(context: FindingContext) -> Mend | None:
    """Return the mend with the countries that the catalogue names, with what protects the data there."""
    row = context.picked_recipient(context.row)
    countries = (
        [code for code in row["transfer_countries"] if code not in context.row.transfer_countries] if row else []
    )
    if not countries:
        return None
    new = {context.path: (*context.row.transfer_countries, *countries)}
    ways = [{}, *(_protections(context, row) if not context.row.safeguards else ())]
    label = f"Voeg toe: {' en '.join(map(landnaam, countries))}"
    return next(
        filter(None, (_clean(context, context.set(f"{label}{_with(context, way)}", {**new, **way})) for way in ways)),
        None,
    )


def _copy(context: FindingContext) -> Mend:
    values = _copy_of(context, context.picked_recipient(context.row))
    return context.set(f"Neem over: “{next(iter(values.values()))}”", values)


# --- what the catalogue says now ---------------------------------------------------------------------------------


def _drift(context: FindingContext) -> Mend | None:
    row = context.picked_recipient(context.row)
    return _clean(context, context.take(row[context.field])) if row else None


def _drift_role(context: FindingContext) -> Mend | None:
    """Return the mend to the only role that the catalogue leaves; joint is no role without an arrangement."""
    row = context.picked_recipient(context.row)
    return context.clean(context.take(row["roles"][0]), recipients) if row and len(row["roles"]) == 1 else None


def _drift_country(context: FindingContext) -> Mend | None:
    return _elsewhere(context) if context.field == "transfer_countries" else _country(context)


def _drift_safeguards(context: FindingContext) -> Mend | None:
    """Return the mend with all that the catalogue has more; or without the framework, when it has that no longer."""
    row = context.picked_recipient(context.row)
    more = [code for code in without_framework(row["safeguards"]) if code not in context.row.safeguards] if row else []
    if not more:
        return _without("dpf")(context)
    return _clean(
        context, context.set(f"Voeg toe: {_names(more)}", _safeguards(context, (*context.row.safeguards, *more), row))
    )


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
    dpf.CERTIFIED.code: _without("dpf"),
    transfers.DPF_WITHOUT_US.code: _without("dpf"),
    transfers.DPF_GONE.code: _without("dpf"),
    transfers.NOT_ADEQUATE.code: _without("adequacy"),
    drift.ROLE_DIFFERS.code: _drift_role,
    drift.ENTITY.code: _drift,
    drift.COUNTRY.code: _drift_country,
    drift.SAFEGUARDS.code: _drift_safeguards,
}
