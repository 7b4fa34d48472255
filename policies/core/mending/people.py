"""Cookies, advertising, rights, children and machines that decide: the answer that the others already hold, or that the law gives."""

import dataclasses
from urllib.parse import urlsplit

from policies.core.catalogue.pick import OWN_SITE, cookies_of
from policies.core.checks import automated, cookies, marketing, minors, own, purposes, rights, special
from policies.core.facts import Cookie, Purpose
from policies.core.facts.choices import LAW_COUNTRY
from policies.core.facts.periods import compare, in_words
from policies.core.facts.spare_keys import spare_key
from policies.core.mending.site import Mend, Mender, Site

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


def _uses_cookies(site: Site) -> Mend | None:
    given = site.facts.cookies.placed or site.facts.cookies.policy_url
    return site.set("Ja, onze website plaatst cookies", {site.path: True}) if given else None


def _cookies_of_services(site: Site) -> tuple[Cookie, ...]:
    """Return the cookies that the catalogue knows of the services among the recipients, with free keys."""
    placed = list(site.facts.cookies.placed)
    for recipient in site.facts.recipients:
        row = site.review.service(recipient)
        if row is None or row["id"].endswith("-page") or site.review.country not in LAW_COUNTRY:
            continue
        for cookie in cookies_of(
            site.library, row["id"], site.review.country, site.review.on, tone=site.facts.style.tone
        ):
            if cookie.name not in {one.name for one in placed}:
                placed.append(dataclasses.replace(cookie, key=spare_key(cookie.key, placed)))
    return tuple(placed[len(site.facts.cookies.placed) :])


def _list_cookies(site: Site) -> Mend | None:
    new = _cookies_of_services(site)
    if not new:
        return None
    label = f"{'Ja, en voeg' if site.field == 'used' else 'Voeg'} toe: {', '.join(cookie.name for cookie in new)}"
    return site.set(label, {"cookies.used": True, "cookies.placed": (*site.facts.cookies.placed, *new)})


def _cookie_field(site: Site) -> Mend | None:
    """Return the mend with the field as the catalogue has it for a cookie with that name."""
    cookie: Cookie = site.row
    rows = [
        row
        for row in site.library.valid("cookies", site.review.on)
        if cookie.name and row["name"].casefold() == cookie.name.casefold()
    ]
    row = site.from_catalogue("cookies", rows[0]["id"]) if rows else None
    return site.take(row[site.field] or OWN_SITE) if row else None


def _consent(site: Site) -> Mend | None:
    """Return the mend to what the kind of cookie leaves no choice in: strictly needed, or only after consent.

    Dutch statistics and preferences are a choice.
    """
    kind, belgian = site.row.kind, site.review.country == "BE"
    if kind in {"necessary", "security"}:
        picked = _cookie_field(site)
        return picked or site.take("exempt")
    only = (
        kind == "marketing"
        or (kind == "statistics" and belgian)
        or (site.finding.code == cookies.LOW_IMPACT.code and kind == "preferences")
    )
    return site.take("consent") if only else _cookie_field(site) if site.row.consent is None else None


# --- advertising -------------------------------------------------------------------------------------------------


def _advertises(site: Site) -> Mend | None:
    rules = any(purpose.marketing_rule for _, purpose, _ in site.review.purposes)
    return site.set("Ja, wij sturen reclame", {site.path: True}) if rules else None


def _opt_in(site: Site) -> Mend | None:
    """Return the mend to opt-in for a purpose of sending advertising that rests on consent."""
    purpose = site.row
    if (
        not isinstance(purpose, Purpose)
        or purpose.legal_basis != "consent"
        or not marketing.SENDS.search(purpose.name or "")
    ):
        return None
    return site.clean(site.take("opt_in"), marketing)


def _channels(site: Site) -> Mend | None:
    """Return the mend with the channels of the rules, where each rule has one channel only."""
    rules = [purpose.marketing_rule for _, purpose, _ in site.review.purposes if purpose.marketing_rule]
    return site.take(
        tuple(dict.fromkeys(CHANNEL[rule] for rule in rules)) if rules and set(rules) <= CHANNEL.keys() else ()
    )


def _to_consent(site: Site) -> Mend | None:
    return site.clean(site.take("consent"), purposes, special, marketing)


def _strangers(site: Site) -> Mend:
    return site.set("Alleen met toestemming vooraf", {site.path: "opt_in", f"{site.above}.legal_basis": "consent"})


# --- rights ------------------------------------------------------------------------------------------------------


def _requests(site: Site) -> Mend | None:
    return site.take(site.facts.contact.email or site.facts.controller.email)


def _term(site: Site) -> Mend | None:
    """Return the mend to the term that the law gives.

    A number without a unit gets the only unit in which it is not too long.
    """
    limit = site.review.switch("answer-term")
    if limit is None:
        return None
    number, unit = site.facts.rights.term_number, site.facts.rights.term_unit
    if site.finding.code == rights.TERM.code and number:
        fitting = [one for one in ("day", "week", "month") if compare(number, one, limit["value"], limit["unit"]) <= 0]
        unit = fitting[0] if len(fitting) == 1 else limit["unit"] if number == limit["value"] else None
        return site.set(f"Zet op {in_words(number, unit)}", {"rights.term_unit": unit}) if unit else None
    return site.set(
        f"Zet op {in_words(limit['value'], limit['unit'])}",
        {"rights.term_number": limit["value"], "rights.term_unit": limit["unit"]},
    )


def _free(site: Site) -> Mend:
    return site.set("Maak leeg: een verzoek is gratis", {site.path: None})


def _withdraw(site: Site) -> Mend | None:
    """Return the mend that lets people withdraw consent at the e-mail address for requests."""
    email = site.facts.rights.email
    return site.take(f"met een e-mail aan {email}") if email else None


def _empty_row(site: Site) -> Mend | None:
    """Return the mend that drops a row in which nothing is filled in."""
    given = [name for name, value in vars(site.row).items() if name != "key" and value]
    return None if given else site.drop(site.above, "Haal deze lege regel weg")


# --- children, machines, pages -----------------------------------------------------------------------------------


def _for_children(site: Site) -> Mend | None:
    """Return the mend that answers yes for a company that gives a minimum age."""
    return site.set("Ja, wij richten ons ook op jongeren", {site.path: True}) if site.facts.minors.minimum_age else None


def _decides(site: Site) -> Mend | None:
    return site.set("Ja, een computer beslist", {site.path: True}) if site.facts.automated.decisions else None


def _network(site: Site) -> Mend | None:
    """Return the mend with the network that the address of the page shows."""
    host = (urlsplit(site.row.url or "").hostname or "").split(".")
    found = next((NETWORKS[part] for part in host if part in NETWORKS), None)
    return site.take(found) if found and site.field == "network" else _empty_row(site)


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
