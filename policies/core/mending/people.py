"""Cookies, advertising, rights, children and machines that decide: the answer that the others already hold, or that the law gives."""

import dataclasses
from urllib.parse import urlsplit

from policies.core.catalogue.pick import OWN_SITE, cookies_of
from policies.core.checks import automated, cookies, marketing, minors, own, purposes, rights, special
from policies.core.facts import Cookie, Purpose
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.facts.periods import compare, in_words
from policies.core.facts.spare_keys import spare_key
from policies.core.mending.context import FindingContext, Mend, Mender

NETWORKS = {
    "facebook": "Facebook",
    "instagram": "Instagram",
    "linkedin": "LinkedIn",
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "pinterest": "Pinterest",
}
CHANNEL = {"phone": "phone", "post": "post", "ads": "social"}


# --- cookies -----------------------------------------------------------------------------------------------------


def _uses_cookies(context: FindingContext) -> Mend | None:
    given = context.facts.cookies.placed or context.facts.cookies.policy_url
    return context.set("Ja, onze website plaatst cookies", {context.path: True}) if given else None


def _cookies_of_services(context: FindingContext) -> tuple[Cookie, ...]:
    """Return the cookies that the catalogue knows of the services among the recipients, with free keys."""
    placed = list(context.facts.cookies.placed)
    for recipient in context.facts.recipients:
        row = context.review.service(recipient)
        if row is None or row["id"].endswith("-page") or context.review.country not in LAW_COUNTRY:
            continue
        for cookie in cookies_of(
            context.library, row["id"], context.review.country, context.review.on, tone=context.facts.style.tone
        ):
            if cookie.name not in {one.name for one in placed}:
                placed.append(dataclasses.replace(cookie, key=spare_key(cookie.key, placed)))
    return tuple(placed[len(context.facts.cookies.placed) :])


def _list_cookies(context: FindingContext) -> Mend | None:
    new = _cookies_of_services(context)
    if not new:
        return None
    label = (
        f"{'Ja, en voeg' if context.field == 'used' else 'Voeg'} toe: {', '.join(cookie.name or '' for cookie in new)}"
    )
    return context.set(label, {"cookies.used": True, "cookies.placed": (*context.facts.cookies.placed, *new)})


def _cookie_field(context: FindingContext) -> Mend | None:
    """Return the mend with the field as the catalogue has it for a cookie with that name."""
    cookie: Cookie = context.row
    rows = [
        row
        for row in context.library.valid("cookies", context.review.on)
        if cookie.name and row["name"].casefold() == cookie.name.casefold()
    ]
    row = context.from_catalogue("cookies", rows[0]["id"]) if rows else None
    return context.take(row[context.field] or OWN_SITE) if row else None


def _consent(context: FindingContext) -> Mend | None:
    """Return the mend to what the kind of cookie leaves no choice in: strictly needed, or only after consent.

    Dutch statistics and preferences are a choice.
    """
    kind, belgian = context.row.kind, context.review.country == "BE"
    if kind in {"necessary", "security"}:
        picked = _cookie_field(context)
        return picked or context.take("exempt")
    only = (
        kind == "marketing"
        or (kind == "statistics" and belgian)
        or (context.finding.code == cookies.LOW_IMPACT.code and kind == "preferences")
    )
    return context.take("consent") if only else _cookie_field(context) if context.row.consent is None else None


# --- advertising -------------------------------------------------------------------------------------------------


def _advertises(context: FindingContext) -> Mend | None:
    rules = any(purpose.marketing_rule for _, purpose, _ in context.review.purposes)
    return context.set("Ja, wij sturen reclame", {context.path: True}) if rules else None


def _opt_in(context: FindingContext) -> Mend | None:
    """Return the mend to opt-in for a purpose of sending advertising that rests on consent."""
    purpose = context.row
    if (
        not isinstance(purpose, Purpose)
        or purpose.legal_basis != "consent"
        or not marketing.SENDS.search(purpose.name or "")
    ):
        return None
    return context.clean(context.take("opt_in"), marketing)


def _channels(context: FindingContext) -> Mend | None:
    """Return the mend with the channels of the rules, where each rule has one channel only."""
    rules = [purpose.marketing_rule for _, purpose, _ in context.review.purposes if purpose.marketing_rule]
    return context.take(
        tuple(dict.fromkeys(CHANNEL[rule] for rule in rules)) if rules and set(rules) <= CHANNEL.keys() else ()
    )


def _to_consent(context: FindingContext) -> Mend | None:
    return context.clean(context.take("consent"), purposes, special, marketing)


def _strangers(context: FindingContext) -> Mend:
    return context.set(
        "Alleen met toestemming vooraf", {context.path: "opt_in", f"{context.above}.legal_basis": "consent"}
    )


# --- rights ------------------------------------------------------------------------------------------------------


def _requests(context: FindingContext) -> Mend | None:
    return context.take(context.facts.contact.email or context.facts.controller.email)


def _term(context: FindingContext) -> Mend | None:
    """Return the mend to the term that the law gives.

    A number without a unit gets the only unit in which it is not too long.
    """
    limit = context.review.switch("answer-term")
    if limit is None:
        return None
    number, unit = context.facts.rights.term_number, context.facts.rights.term_unit
    if context.finding.code == rights.TERM.code and number:
        fitting = [one for one in ("day", "week", "month") if compare(number, one, limit["value"], limit["unit"]) <= 0]
        unit = fitting[0] if len(fitting) == 1 else limit["unit"] if number == limit["value"] else None
        return context.set(f"Zet op {in_words(number, unit)}", {"rights.term_unit": unit}) if unit else None
    return context.set(
        f"Zet op {in_words(limit['value'], limit['unit'])}",
        {"rights.term_number": limit["value"], "rights.term_unit": limit["unit"]},
    )


def _free(context: FindingContext) -> Mend:
    return context.set("Maak leeg: een verzoek is gratis", {context.path: None})


def _withdraw(context: FindingContext) -> Mend | None:
    """Return the mend that lets people withdraw consent at the e-mail address for requests."""
    email = context.facts.rights.email
    return context.take(f"met een e-mail aan {email}") if email else None


def _empty_row(context: FindingContext) -> Mend | None:
    """Return the mend that drops a row in which nothing is filled in."""
    given = [name for name, value in vars(context.row).items() if name != "key" and value]
    return None if given else context.drop(context.above, "Haal deze lege regel weg")


# --- children, machines, pages -----------------------------------------------------------------------------------


def _for_children(context: FindingContext) -> Mend | None:
    """Return the mend that answers yes for a company that gives a minimum age."""
    return (
        context.set("Ja, wij richten ons ook op jongeren", {context.path: True})
        if context.facts.minors.minimum_age
        else None
    )


def _decides(context: FindingContext) -> Mend | None:
    return context.set("Ja, een computer beslist", {context.path: True}) if context.facts.automated.decisions else None


def _network(context: FindingContext) -> Mend | None:
    """Return the mend with the network that the address of the page shows."""
    host = (urlsplit(context.row.url or "").hostname or "").split(".")
    found = next((NETWORKS[part] for part in host if part in NETWORKS), None)
    return context.take(found) if found and context.field == "network" else _empty_row(context)


MENDERS: dict[str, Mender] = {
    cookies.UNKNOWN.code: _uses_cookies,
    cookies.DENIED.code: _uses_cookies,
    cookies.NONE_LISTED.code: _list_cookies,
    cookies.TOOL.code: _list_cookies,
    cookies.STATISTICS.code: _to_consent,
    cookies.FIELD.code: _cookie_field,
    cookies.CONSENT_UNKNOWN.code: _consent,
    cookies.CONSENT_NEEDED.code: _consent,
    cookies.LOW_IMPACT.code: _consent,
    marketing.UNKNOWN.code: _advertises,
    marketing.DENIED.code: _advertises,
    marketing.NO_PURPOSE.code: _opt_in,
    marketing.UNRULED.code: _opt_in,
    marketing.CHANNELS.code: _channels,
    marketing.CONSENT.code: _to_consent,
    marketing.STRANGERS.code: _strangers,
    marketing.TELESALES.code: _to_consent,
    rights.CHANNEL.code: _requests,
    rights.TERM.code: _term,
    rights.TERM_LONG.code: _term,
    rights.FEE.code: _free,
    rights.WITHDRAW.code: _withdraw,
    rights.EXCEPTION.code: _empty_row,
    minors.UNKNOWN.code: _for_children,
    automated.UNKNOWN.code: _decides,
    automated.DENIED.code: _decides,
    own.PROFILE.code: _network,
    own.SECTION.code: _empty_row,
}
