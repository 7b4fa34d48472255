"""A small lawful company without a single finding, and a way to change one fact of it."""

import dataclasses
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from policies.core.checks import check
from policies.core.checks.finding import Finding
from policies.core.clauses.library import load
from policies.core.facts import Facts, paths
from policies.core.facts.plain_data import read_yaml

ON = date(2026, 11, 22)

LAWFUL = """
schema: 2
controller:
  country: BE
  register_number: 1999.999.151
  vat_number: BE 1999.999.151
  legal_form: bv
  legal_name: Lampenist
  seat_street: Gloeiweg 4
  seat_postcode: "9300"
  seat_city: Aalst
  seat_country: BE
  phone: 053 00 00 00
  email: info@lampenist.example
contact: {name: Roos, email: privacy@lampenist.example}
dpo: {designated: nee}
scope: {applies_to: everything, websites: ["https://www.lampenist.example"], services: Wij verkopen lampen., processing_countries: [BE]}
groups:
  - {key: klanten, name: klanten}
categories:
  - {key: contact, name: e-mailadressen}
  - {key: stukken, name: facturen, catalogue_id: invoices}
retention_rules:
  - {key: vraag, name: vraag, number: 1, unit: year, start_event: na ons antwoord, reason: om te kunnen antwoorden}
  - {key: zolang, name: inschrijving, criterion: tot iemand zich uitschrijft}
  - key: boekhouding
    number: 7
    unit: year
    start_event: vanaf 1 januari na het boekjaar
    law: art. III.86 Wetboek van economisch recht; art. 60 Btw-wetboek
    catalogue_id: RET-BE-01
activities:
  - key: vragen
    name: vragen
    groups: [klanten]
    source: person
    required: request
    consequence: Zonder adres kunnen wij niet antwoorden.
    retention: vraag
    purposes:
      - {key: antwoorden, name: vragen beantwoorden, legal_basis: legitimate_interest, interest: mensen helpen die iets vragen}
    uses:
      - {category: contact, items: [{name: e-mailadres}]}
  - key: nieuws
    name: nieuwsbrief
    groups: [klanten]
    source: person
    required: voluntary
    retention: zolang
    purposes:
      - {key: sturen, name: een nieuwsbrief sturen, legal_basis: consent, marketing_rule: opt_in}
    uses:
      - {category: contact, items: [{name: e-mailadres}]}
  - key: facturen
    name: boekhouding
    groups: [klanten]
    source: person
    required: law
    consequence: Zonder deze gegevens maken wij geen factuur.
    retention: boekhouding
    purposes:
      - {key: boeken, name: rekeningen maken, legal_basis: legal_obligation, law: art. 53 Btw-wetboek}
    uses:
      - {category: stukken, items: [{name: bedragen}]}
recipients:
  - {key: host, name: Combell, kind: named, entity: Combell nv, role: processor, country: BE, task: bewaart onze website, activities: [vragen], agreement: ja}
  - key: mailer
    name: Mailchimp
    kind: named
    entity: The Rocket Science Group LLC
    role: processor
    country: US
    task: verstuurt onze nieuwsbrief
    activities: [nieuws]
    safeguards: [dpf, scc]
    dpf_certified: "yes"
    safeguard_url: https://mailchimp.com/legal/data-processing-addendum/
    agreement: ja
    checked_on: 2026-11-16
  - key: google
    name: Google Analytics
    kind: named
    entity: Google Ireland Limited
    role: controller
    country: IE
    task: meet het bezoek
    activities: [vragen]
    transfer_countries: [US]
    safeguards: [dpf, scc]
    dpf_certified: "yes"
    safeguard_url: https://business.safety.google/adsprocessorterms/
  - {key: bank, name: banken, kind: category, role: controller, task: voeren betalingen uit, activities: [facturen]}
disclosure: {shares: ja}
cookies:
  used: ja
  consent_how: met de knop Toestaan
  withdraw_how: met de link Cookiekeuze
  placed:
    - {key: sessie, name: lamp_sessie, provider: www.lampenist.example, kind: necessary, purpose: onthoudt het mandje, lifetime: een uur, access: alleen wij, consent: exempt}
    - {key: meting, name: _ga, provider: Google, kind: statistics, purpose: telt bezoeken, lifetime: 13 maanden, access: wij en Google, consent: consent}
marketing: {used: ja, channels: [email], stop_how: met de link in elke brief}
rights: {email: privacy@lampenist.example, term_number: 1, term_unit: month, identity_check: known_channel, withdraw_how: met een e-mail}
minors: {directed: nee}
automated: {used: nee}
changes: {channels: [website, email]}
style: {pattern: rubrieken, tone: u}
"""

DUTCH = {
    "controller.country": "NL",
    "controller.register_number": "99999001",
    "controller.vat_number": None,
    "controller.seat_postcode": "3511 AB",
    "controller.seat_city": "Utrecht",
    "controller.seat_country": "NL",
    "retention_rules.boekhouding.law": "art. 52 lid 4 AWR",
    "retention_rules.boekhouding.catalogue_id": "RET-NL-01",
}
GONE = object()


class Case(NamedTuple):
    """One row = one check: these changes fire `code` at `path`; those, a near miss, do not fire it at all."""

    code: str
    path: str
    fires: dict[str, Any]
    near: dict[str, Any]
    on: date = ON
    near_on: date = ON


@cache
def lawful() -> Facts:
    return read_yaml(LAWFUL)


def company(changes: dict[str, Any]) -> Facts:
    """The lawful company with other facts at dotted paths; a path that ends in + adds a row, GONE takes one away."""
    facts = lawful()
    for path, value in changes.items():
        facts = _put(facts, path.split("."), value)
    return facts


def _put(row: Any, names: list[str], value: Any) -> Any:
    name, *rest = names
    assert hasattr(row, name), name
    old = getattr(row, name)
    if not rest:
        new = value
    elif rest == ["+"]:
        new = (*old, value)
    elif isinstance(old, tuple):
        keys = [paths.row_name(child) or str(index) for index, child in enumerate(old)]
        at = keys.index(rest[0])
        child = () if value is GONE and len(rest) == 1 else (_put(old[at], rest[1:], value),)
        new = (*old[:at], *child, *old[at + 1 :])
    else:
        new = _put(old, rest, value)
    return dataclasses.replace(row, **{name: new})


def found(changes: dict[str, Any], on: date = ON) -> list[Finding]:
    return check(company(changes), load(), on)


def show(case: Case) -> None:
    """The row holds: it fires at its path, and its near miss does not fire."""
    fired = [finding for finding in found(case.fires, case.on) if finding.code == case.code]
    assert [finding.path for finding in fired] == [case.path]
    missed = [finding for finding in found(case.near, case.near_on) if finding.code == case.code]
    assert not missed
    for finding in fired:
        assert finding.message.endswith(".") or finding.message.endswith("?")
        assert finding.remedy.endswith(".") or finding.remedy.endswith("?")
