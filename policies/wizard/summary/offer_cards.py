"""What the catalogue offers, as cards to recognise: what it is, what it does with data, and what it brings along."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from policies.core.catalogue.pick import pick_activity
from policies.core.clauses.filters import landnaam
from policies.core.facts import Facts, RetentionRule
from policies.core.facts import choices as c
from policies.core.facts.values import country_names
from policies.core.language.word_lists import Catalogue
from policies.core.picking import CatalogueOffer
from policies.wizard.summary.answer_cards import AnswerLine, period, purpose_in_words, small

SHORT = {
    "adequacy": "adequaatheidsbesluit",
    "dpf": "DPF",
    "scc": "SCC",
    "bcr": "BCR",
}  # as people meet them in a contract
UNREAD = "DPF (nog na te kijken)"  # where nobody read the list of the framework
ROLE = {"processor": "verwerker", "controller": "zelf verantwoordelijk", "joint": "samen met u verantwoordelijk"}
CHECK = "controleer dit"
KEPT = {"minimum": "minstens zo lang", "maximum": "hooguit zo lang", "exact": "precies zo lang"}


@dataclass(frozen=True)
class OfferCard:
    """One offer. `extras` are questions that an activity asks before it is added: id and question."""

    id: str
    title: str
    about: str
    lines: tuple[AnswerLine, ...]
    there: bool
    doubt: str = ""
    hint: str = ""
    extras: tuple[tuple[str, str], ...] = ()


def cards_of(kind: str, found: Sequence[CatalogueOffer], facts: Facts, library: Catalogue, on: date) -> list[OfferCard]:
    """The offers of one list as cards. `facts` name the country. Raises KeyError for a list that is none."""
    if kind == "verwerkingen":
        return [_activity(offer, facts, library, on) for offer in found]
    return [CARDS[kind](offer) for offer in found]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _activity(offer: CatalogueOffer, facts: Facts, library: Catalogue, on: date) -> OfferCard:
    """Purposes with their basis (art. 13.1.c), data and period, as they would be added."""
    picked = pick_activity(library, offer.id, facts.controller.country or "", on, tone=facts.style.tone)
    names = {row.key: row.name or "" for row in picked.categories}
    rule = next((row for row in picked.retention_rules if row.key == picked.activity.retention), None)
    lines = (
        AnswerLine("Waarvoor", tuple(purpose_in_words(purpose) for purpose in picked.activity.purposes)),
        AnswerLine(
            "Gegevens",
            (
                "; ".join(
                    f"{names[use.category or '']} ({', '.join(item.name or '' for item in use.items)})"
                    for use in picked.activity.uses
                ),
            ),
        ),
        AnswerLine("Bewaartermijn", (period(rule),)),
    )
    extras = tuple((extra["id"], extra["ask"]) for extra in offer.row["extras"])
    return OfferCard(
        offer.id,
        _capital(offer.name),
        picked.activity.story or "",
        lines,
        offer.there,
        _low(offer),
        picked.hint or "",
        extras,
    )


def _low(offer: CatalogueOffer) -> str:
    return CHECK if offer.row["confidence"] == "low" else ""


def _recipient(offer: CatalogueOffer) -> OfferCard:
    """Where it is, as what it works, and what happens outside the EEA (art. 13.1.e, 13.1.f). Of a kind there is no contract to look into."""
    row, countries = offer.row, country_names()
    named = row["kind"] == "named"
    away = ", ".join(landnaam(code) for code in row["transfer_countries"])
    unread = "dpf" in row["safeguards"] and row["dpf"]["state"] != "read"
    safe = ", ".join(
        UNREAD if code == "dpf" and unread else SHORT.get(code, c.SAFEGUARD[code]) for code in row["safeguards"]
    )
    transfer = (
        _joined(f"Gegevens kunnen naar {away}", safe)
        if away
        else "Geen doorgifte buiten de EER bekend"
        if named
        else ""
    )
    about = _joined(
        row["entity"] if named else "Een soort bedrijf of instantie",
        countries.get(row["country"] or ""),
        ROLE[row["roles"][0]],
    )
    lines = (
        AnswerLine("Wat", (_capital(row["task"] or ""),)),
        AnswerLine("Ziet", (", ".join(row["data"]),)),
        AnswerLine("Waar", (transfer,)),
    )
    doubt = CHECK if named and row["confidence"] != "high" else ""
    return OfferCard(
        offer.id, _capital(offer.name) if not named else offer.name, about, lines, offer.there, doubt, row["note"] or ""
    )


def _rule(offer: CatalogueOffer) -> OfferCard:
    return OfferCard(
        offer.id,
        _capital(offer.name),
        period_in_words(offer.row),
        (AnswerLine("Waarom", (_capital(offer.row["reason"] or ""),)),),
        offer.there,
        _low(offer),
    )


def period_in_words(row: Mapping) -> str:
    """“7 jaar vanaf 1 januari na het boekjaar · wettelijk (art. …)”, or “· keuze”; what the user looks up himself as it asks."""
    rule = RetentionRule(
        key="",
        number=row["number"],
        unit=row["unit"],
        start_event=row["start_event"],
        criterion=row.get("criterion"),
        law=row["law"],
        nothing_kept=bool(row.get("nothing_kept")),
    )
    told = period(rule) or row.get("ask") or ""
    return told if row["law"] else _joined(told, KEPT.get(row["kind"], "keuze"))


def _cookie(offer: CatalogueOffer) -> OfferCard:
    row = offer.row
    about = _joined(
        row["provider"] or "Uw eigen website",
        small(c.COOKIE_KIND[row["kind"]]),
        row["lifetime"],
        small(c.COOKIE_CONSENT[row["consent"]]),
    )
    return OfferCard(
        offer.id, offer.name, about, (AnswerLine("Wat", (_capital(row["purpose"]),)),), offer.there, _low(offer)
    )


def _category(offer: CatalogueOffer) -> OfferCard:
    row = offer.row
    special = f"Bijzondere gegevens: {small(c.SPECIAL_KIND[row['special']])}" if row["special"] else ""
    return OfferCard(
        offer.id,
        _capital(offer.name),
        row["description"] or "",
        (AnswerLine("Bijvoorbeeld", (", ".join(row["items"]),)), AnswerLine("Let op", (special,))),
        offer.there,
        _low(offer),
    )


CARDS: dict[str, Callable[[CatalogueOffer], OfferCard]] = {
    "ontvangers": _recipient,
    "bewaartermijnen": _rule,
    "cookies": _cookie,
    "soorten": _category,
}
