"""What follows from other answers, shown as such: “Omdat u Mailchimp gebruikt: gegevens kunnen naar de Verenigde Staten. Klopt dit?” Pure.

Only what is certain, or what the catalogue says of something that was picked or is known by name. Nothing is filled in without the user: `apply` gives the facts
once the user says yes. What contradicts an answer is no derivation but a finding, and has its mend.
"""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from policies.core.catalogue.dpf import is_listed, without_framework
from policies.core.catalogue.pick import cookies_of, slug
from policies.core.catalogue.variants import for_country
from policies.core.checks.cookies import measures
from policies.core.checks.dpf import OPEN, YES, Certification, certifications
from policies.core.checks.dpf import in_words as companies
from policies.core.checks.review import Review, quoted_name
from policies.core.clauses.filters import datum, landnaam
from policies.core.facts import Facts, Recipient, RightsException, paths, periods, value_words
from policies.core.facts.choices import LAW_COUNTRY, SAFEGUARD
from policies.core.facts.fragments import shaped
from policies.core.facts.plain_data import check_numbers
from policies.core.facts.spare_keys import spare_key
from policies.core.language.word_lists import Catalogue

NOBODY = Certification(OPEN)  # of a recipient that does not rest on the framework and was not asked about it
NO_VAT = {
    "vzw",
    "ivzw",
    "vereniging",
    "informele_vereniging",
    "vlaams_bestuur",
}  # these often owe no VAT, and then have no such number


@dataclass(frozen=True)
class DerivedAnswer:
    """One answer that follows from others.

    `because` begins with “Omdat”; `value` is the answer in words; `apply` is None when the answer is given already.
    `is_notice` marks an answer to a question of the user, so a page shows it even though there is nothing to take over.
    """

    path: str
    because: str
    value: str
    apply: Callable[[Facts], Facts] | None
    is_notice: bool = False


def derived_answers(facts: Facts, library: Catalogue, on: date) -> tuple[DerivedAnswer, ...]:
    """Return every answer that follows from the others on that day, in the order of the questions."""
    review = Review(facts, library, on)
    return tuple(found for theme in THEMES for found in theme(review))


def _follows(
    facts: Facts, path: str, because: str, value: Any, more: Mapping[str, Any] | None = None
) -> Iterator[DerivedAnswer]:
    """Yield one answer that follows: proposed where the question is open, shown where it was answered so.

    Nothing follows where the answer is another.
    """
    stored = paths.read(facts, path)
    if stored not in (None, (), value):
        return
    values = {path: value, **(more or {})}
    yield DerivedAnswer(
        path,
        because,
        value_words.in_words(facts, path, value).strip("“”"),
        None if stored == value else lambda now: paths.put_all(now, values),
    )


# --- the company -------------------------------------------------------------------------------------------------


def _company(review: Review) -> Iterator[DerivedAnswer]:
    facts, company = review.facts, review.facts.controller
    if company.country is None:
        return
    because = f"Omdat uw onderneming in {LAW_COUNTRY[company.country]} gevestigd is"
    if company.country == "BE" and company.register_number and company.legal_form not in NO_VAT:
        fixed, faults = check_numbers("BE", {"register_number": company.register_number})
        if not faults:
            same = f"Omdat uw ondernemingsnummer {fixed['register_number']} is: een Belgisch btw-nummer heeft dezelfde cijfers"
            yield from _follows(facts, "controller.vat_number", f"{same}.", f"BE {fixed['register_number']}")
    yield from _follows(facts, "controller.seat_country", f"{because}: daar ligt ook uw zetel.", company.country)
    yield from _follows(facts, "scope.customer_countries", f"{because}: daar wonen ook uw klanten.", (company.country,))


def _reached(review: Review) -> Iterator[DerivedAnswer]:
    """Yield the address for requests that follows from that for questions, and the DPO that follows from an address."""
    facts = review.facts
    if any((facts.dpo.email, facts.dpo.phone, facts.dpo.address)):
        yield from _follows(facts, "dpo.designated", "Omdat u zegt hoe men uw DPO bereikt: u hebt er een.", True)
    if facts.rights.url is None or facts.rights.email:
        if facts.contact.email:
            yield from _follows(
                facts,
                "rights.email",
                "Omdat u daar vragen over privacy krijgt: ook een verzoek kan naar dat adres.",
                facts.contact.email,
            )
        elif facts.controller.email:
            yield from _follows(
                facts,
                "rights.email",
                "Omdat dit uw algemene e-mailadres is: ook een verzoek kan naar dat adres.",
                facts.controller.email,
            )


# --- who sees the data, and where --------------------------------------------------------------------------------


def _recipients(review: Review) -> Iterator[DerivedAnswer]:
    facts = review.facts
    if facts.recipients:
        named = facts.recipients[0].name or "een ontvanger"
        yield from _follows(
            facts,
            "disclosure.shares",
            f"Omdat u {named} bij de ontvangers zet: iemand buiten uw onderneming ziet gegevens.",
            True,
        )
    for recipient in facts.recipients:
        row = review.service(recipient)
        if row and recipient.name and not review.looked_lately(recipient):
            yield from _transfer(review, recipient, for_country(row, review.country or "BE"))


def _transfer(review: Review, recipient: Recipient, row: Mapping[str, Any]) -> Iterator[DerivedAnswer]:
    """Yield the countries of a service that the catalogue knows, with what protects the data there.

    The framework counts only when somebody looked at its list.
    """
    countries = tuple(code for code in row["transfer_countries"] if code not in review.law.eea)
    if not countries or (recipient.country and recipient.country not in (row["country"], *review.law.eea)):
        return
    path = f"recipients.{recipient.key}"
    there = [code for code in countries if code not in {*recipient.transfer_countries, recipient.country}]
    because = f"Omdat u {shaped(recipient)} gebruikt: gegevens kunnen naar {' en '.join(map(landnaam, countries))}."
    certified = recipient.dpf_certified == "yes" or is_listed(row, review.on)
    safeguards = recipient.safeguards or tuple(row["safeguards"] if certified else without_framework(row["safeguards"]))
    value = " en ".join(map(landnaam, countries)) + (
        f", met: {' en '.join(SAFEGUARD[code] for code in safeguards)}" if safeguards else ""
    )
    values: dict[str, Any] = {f"{path}.transfer_countries": (*recipient.transfer_countries, *there)}
    if not recipient.safeguards:
        values[f"{path}.safeguards"] = safeguards
        values |= {
            f"{path}.{name}": row[name]
            for name in ("safeguard_url", "safeguard_copy")
            if row[name] and not getattr(recipient, name)
        }
    yield DerivedAnswer(
        f"{path}.transfer_countries", because, value, (lambda now: paths.put_all(now, values)) if there else None
    )


def _framework(review: Review) -> Iterator[DerivedAnswer]:
    """Yield the framework as a safeguard for companies on its list, and what we read on that list ourselves."""
    if review.switch("dpf", "US") is None:
        return
    known = certifications(review)
    for recipient in review.facts.recipients:
        if (
            known.get(recipient.key, NOBODY).state == YES
            and recipient.safeguards
            and "dpf" not in recipient.safeguards
            and "US" in review.law.outside(recipient)
        ):
            path = f"recipients.{recipient.key}.safeguards"
            because = (
                f"Omdat het bedrijf achter {shaped(recipient)} op de DPF-lijst staat: uw verklaring kan ook dat noemen."
            )
            yield DerivedAnswer(
                path,
                because,
                SAFEGUARD["dpf"],
                _with(path, tuple(code for code in SAFEGUARD if code in {"dpf", *recipient.safeguards})),
            )
    read = [
        (recipient, known[recipient.key])
        for recipient in review.facts.recipients
        if recipient.key in known and known[recipient.key].listing
    ]
    if read:
        until = min(certification.listing["valid_until"] for _, certification in read if certification.listing)
        because = "Omdat wij dit op de DPF-lijst lazen: u hoeft het niet na te kijken."
        yield DerivedAnswer(
            "recipients", because, f"{companies(read)}, tot en met {datum(until)}", None, is_notice=True
        )


def _with(path: str, value: Any) -> Callable[[Facts], Facts]:
    return lambda now: paths.put_all(now, {path: value})


# --- cookies and advertising -------------------------------------------------------------------------------------


def _cookies(review: Review) -> Iterator[DerivedAnswer]:
    """Yield that cookies are placed where some are listed, and the cookies of services that measure visits."""
    facts = review.facts
    if facts.cookies.placed:
        name = facts.cookies.placed[0].name or "een cookie"
        yield from _follows(
            facts, "cookies.used", f"Omdat u {name} bij de cookies zet: uw website plaatst cookies.", True
        )
    if facts.cookies.used is False or review.country not in LAW_COUNTRY:
        return
    for recipient in facts.recipients:
        row = review.service(recipient)
        if row and recipient.name and measures(review, row):
            yield from _of_service(review, recipient, row)


def _of_service(review: Review, recipient: Recipient, row: Mapping[str, Any]) -> Iterator[DerivedAnswer]:
    placed = review.facts.cookies.placed
    for cookie in cookies_of(
        review.library, row["id"], review.country or "BE", review.on, tone=review.facts.style.tone
    ):
        has = any((one.name or "").casefold() == (cookie.name or "").casefold() for one in placed)
        because = f"Omdat u {shaped(recipient)} gebruikt: uw website plaatst de cookie {cookie.name}."
        yield DerivedAnswer("cookies.placed", because, cookie.name or "", None if has else _with_cookie(cookie))


def _with_cookie(cookie: Any) -> Callable[[Facts], Facts]:
    def apply(facts: Facts) -> Facts:
        placed = facts.cookies.placed
        new = dataclasses.replace(cookie, key=spare_key(cookie.key, placed))
        return paths.put_all(facts, {"cookies.used": True, "cookies.placed": (*placed, new)})

    return apply


def _marketing(review: Review) -> Iterator[DerivedAnswer]:
    purpose = next((purpose for _, purpose, _ in review.purposes if purpose.marketing_rule), None)
    if purpose:
        yield from _follows(
            review.facts, "marketing.used", f"Omdat het doel {quoted_name(purpose)} reclame is: u stuurt reclame.", True
        )


# --- rights and machines -----------------------------------------------------------------------------------------


def _rights(review: Review) -> Iterator[DerivedAnswer]:
    """Yield the way to withdraw consent that follows from that for requests, and exceptions by law (art. 17.3.b)."""
    facts = review.facts
    purpose = next((purpose for _, purpose, _ in review.purposes if purpose.legal_basis == "consent"), None)
    if purpose and facts.rights.email:
        because = f"Omdat u toestemming vraagt ({quoted_name(purpose)}) en verzoeken per e-mail krijgt: intrekken kan daar ook."
        yield from _follows(facts, "rights.withdraw_how", because, f"met een e-mail aan {facts.rights.email}")
    if not facts.rights.exceptions:
        yield from _must_keep(review)


def _must_keep(review: Review) -> Iterator[DerivedAnswer]:
    legal = {row["id"] for row in review.rows("retention") if row["kind"] in {"minimum", "exact"} and row["law"]}
    for rule in review.facts.retention_rules:
        categories = dict.fromkeys(
            category.name
            for used in review.uses
            if used.get("retention") == rule.key and (category := review.category(used.use)) and category.name
        )
        if rule.catalogue_id in legal and rule.number and rule.unit and categories:
            what, told = "; ".join(categories), periods.in_words(rule.number, rule.unit)
            row = RightsException(
                key=slug(what) or "bewaarplicht", what=what[:200], why=f"omdat de wet vraagt om ze {told} te bewaren"
            )
            yield DerivedAnswer(
                "rights.exceptions",
                f"Omdat de wet u verplicht om dit {told} te bewaren: u kunt het niet wissen als iemand dat vraagt.",
                what,
                _with_exception(row),
            )


def _with_exception(row: RightsException) -> Callable[[Facts], Facts]:
    def apply(facts: Facts) -> Facts:
        rows = facts.rights.exceptions
        return paths.put_all(
            facts, {"rights.exceptions": (*rows, dataclasses.replace(row, key=spare_key(row.key, rows)))}
        )

    return apply


def _machines(review: Review) -> Iterator[DerivedAnswer]:
    decisions = review.facts.automated.decisions
    if decisions:
        because = f"Omdat u de beslissing {quoted_name(decisions[0])} noemt: een computer beslist alleen over mensen."
        yield from _follows(review.facts, "automated.used", because, True)


THEMES = (_company, _reached, _recipients, _framework, _cookies, _marketing, _rights, _machines)
