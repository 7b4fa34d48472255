"""The list of the Data Privacy Framework (Decision (EU) 2023/1795, art. 45): whether the American company behind a recipient stands on it on the day, and who says so.

Only the list answers: what we read there ourselves, or what the user found there. What a company says of itself, and what we know from memory, answers nothing.
A question about the list is one finding for all recipients, never one for each.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from policies.core.catalogue.dpf import LIST, is_listed
from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name
from policies.core.facts import Recipient
from policies.core.facts.periods import moved

CERTIFIED = CheckRule("45-dpf-certified", "error", "45 13.1.f 14.1.f", "CHK-16")
STALE_LOOK = CheckRule("45-dpf-stale", "error", "45 13.1.f 14.1.f", "CHK-16")
READ_TOO_LONG_AGO = CheckRule("45-dpf-over", "error", "45 13.1.f 14.1.f", "CHK-16")
LOOK = CheckRule("45-dpf-look", "info", "45", "CHK-16")
ALONE = CheckRule("45-dpf-alone", "info", "45 46", "CHK-16")

YES, NO, OPEN, STALE, OVER = "yes", "no", "open", "stale", "over"
OTHERS = {
    "scc",
    "bcr",
    "explicit_consent",
    "contract_need",
    "claims",
}  # what else can protect data in the United States
AGAIN = f"Kijk op {LIST} en vul de dag in. Staat het bedrijf er niet meer op, haal het Data Privacy Framework dan weg bij de bescherming."


@dataclass(frozen=True)
class Certification:
    """What is known of one recipient.

    `state`: YES; NO; OPEN, nobody looked; STALE, the user looked more than a year before the day; OVER, what we read on the list no longer holds.
    `entity` is the name to look for on the list; `listing` what the catalogue says of it, where that answers: it was read on the list and holds.
    """

    state: str
    entity: str | None = None
    listing: Mapping[str, Any] | None = None


Service = Mapping[str, Any] | None  # the row of the catalogue of a recipient


def certifications(review: Review) -> dict[str, Certification]:
    """Return, by key, the certification of every recipient that rests on the framework or was asked about it.

    The list names companies and not services: an answer about one service of a company counts for its other services.
    """
    asked = [
        recipient for recipient in review.facts.recipients if "dpf" in recipient.safeguards or recipient.dpf_certified
    ]
    services = {recipient.key: review.service(recipient) for recipient in asked}
    answers: dict[str, list[Recipient]] = {}
    for recipient in asked:
        if recipient.dpf_certified in {YES, NO}:
            answers.setdefault(_entity(services[recipient.key]) or recipient.key, []).append(recipient)
    return {
        one.key: _certification(
            review, _answer(one, answers.get(_entity(services[one.key]) or one.key, ())), services[one.key]
        )
        for one in asked
    }


def _entity(service: Service) -> str | None:
    return service["dpf"]["entity"] if service and service["dpf"] else None


def _answer(recipient: Recipient, others: Sequence[Recipient]) -> Recipient | None:
    """Return the recipient with the answer that counts for this one; None when there is no answer.

    A no here comes first, then the yes of the last look, then a no at another service of the company.
    """
    if recipient.dpf_certified == NO:
        return recipient
    found = [other for other in others if other.dpf_certified == YES] or others
    return max(found, key=lambda other: looked_on(other) or date.max, default=None)


def looked_on(recipient: Recipient) -> date | None:
    """Return the day on which the user looked at the list, else at the whole recipient.

    None when neither is recorded.
    """
    day = recipient.dpf_checked_on or recipient.checked_on
    return date.fromisoformat(day) if day else None


def _certification(review: Review, answer: Recipient | None, service: Service) -> Certification:
    entity = _entity(service)
    looked = looked_on(answer) if answer else None
    if answer and answer.dpf_certified == NO:
        return Certification(NO, entity)
    if answer and (looked is None or looked >= moved(review.on, -1, "year")):
        return Certification(YES, entity)
    if service and is_listed(service, review.on):
        return Certification(YES, entity, service["dpf"])
    if answer:
        return Certification(STALE, entity)
    return Certification(OVER if service and service["dpf"] and service["dpf"]["state"] == "read" else OPEN, entity)


def in_words(found: Iterable[tuple[Recipient, Certification]]) -> str:
    """Return these recipients in Dutch, each with the name to look for on the list.

    Example: “YouTube” en “Google Maps” (Google LLC); “Stripe” (Stripe, Inc.).
    """
    by_entity: dict[str, list[str]] = {}
    for recipient, certification in found:
        by_entity.setdefault(certification.entity or "", []).append(quoted_name(recipient))
    return "; ".join(_list(names) + (f" ({entity})" if entity else "") for entity, names in by_entity.items())


def _list(names: list[str]) -> str:
    return " en ".join(filter(None, (", ".join(names[:-1]), names[-1])))


# --- what is found -----------------------------------------------------------------------------------------------

Found = Sequence[tuple[Recipient, Certification]]


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about the list of the Data Privacy Framework (Decision (EU) 2023/1795, art. 45).

    There are none when the decision itself does not hold: that is a finding of `transfers`.
    """
    if review.switch("dpf", "US") is None:
        return
    known = certifications(review)
    american = [
        (one, known[one.key]) for one in review.facts.recipients if one.key in known and "US" in review.law.outside(one)
    ]
    resting = [(one, certification) for one, certification in american if "dpf" in one.safeguards]
    yield from _not_answered(resting)
    yield from _no_longer(resting)
    yield from _quiet(american, resting)


def _not_answered(resting: Found) -> Iterator[Finding]:
    """Yield a finding for recipients that rest on the framework while nobody looked, or the list lacks the company."""
    for recipient, certification in resting:
        if certification.state == NO:
            yield CERTIFIED.at(
                f"recipients.{recipient.key}.dpf_certified",
                f"{quoted_name(recipient)} steunt op het Data Privacy Framework, maar staat volgens u niet op de lijst.",
                "Kies een andere bescherming, bijvoorbeeld modelcontractbepalingen.",
            )
    if found := _with(resting, OPEN):
        yield CERTIFIED.at(
            f"recipients.{found[0][0].key}.dpf_certified",
            f"Staat het bedrijf op de DPF-lijst? Uw verklaring steunt daarop, en u keek niet na: {in_words(found)}.",
            f"Kijk op {LIST} en antwoord bij de ontvanger. Staat het bedrijf er niet op, kies dan een andere bescherming.",
        )


def _no_longer(resting: Found) -> Iterator[Finding]:
    """Yield a finding for what was looked up too long ago.

    A certificate holds for a year (Annex I to the decision, III.6).
    """
    if found := _with(resting, STALE):
        yield STALE_LOOK.at(
            f"recipients.{found[0][0].key}.dpf_checked_on",
            f"Staat het bedrijf nog op de DPF-lijst? U keek meer dan een jaar geleden, en elke inschrijving vervalt na een jaar: {in_words(found)}.",
            AGAIN,
        )
    if found := _with(resting, OVER):
        yield READ_TOO_LONG_AGO.at(
            f"recipients.{found[0][0].key}.dpf_certified",
            f"Staat het bedrijf nog op de DPF-lijst? Wat wij daar lazen, geldt niet meer: {in_words(found)}.",
            AGAIN,
        )


def _quiet(american: Found, resting: Found) -> Iterator[Finding]:
    """Yield the findings that need no action: a company that could be named too, and one without other protection."""
    if found := [pair for pair in _with(american, OPEN) if pair not in resting and OTHERS & set(pair[0].safeguards)]:
        yield LOOK.at(
            f"recipients.{found[0][0].key}.dpf_certified",
            f"Staat het bedrijf ook op de DPF-lijst? Niemand keek dat na, en daarom noemt uw verklaring alleen de andere bescherming: {in_words(found)}.",
            f"Dat mag zo blijven. Wilt u het erbij, kijk dan op {LIST} en antwoord bij de ontvanger.",
        )
    if found := [pair for pair in _with(resting, YES) if not OTHERS & set(pair[0].safeguards)]:
        yield ALONE.at(
            f"recipients.{found[0][0].key}.safeguards",
            f"Alleen het Data Privacy Framework beschermt de gegevens in de Verenigde Staten: {in_words(found)}. Vervalt dat besluit, dan mogen zij daar niet meer heen.",
            "U hoeft nu niets te doen. Biedt het bedrijf ook modelcontractbepalingen aan, zet die er dan bij.",
        )


def _with(found: Found, state: str) -> Found:
    return [pair for pair in found if pair[1].state == state]
