"""Outside the EEA: the country, the safeguard that holds on the day, and where to get a copy (art. 13.1.f, 44–49). Who is on the list of the DPF: `framework`."""

from collections.abc import Iterator

from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review, quoted_name
from policies.core.clauses.filters import landnaam
from policies.core.facts import Facts, Recipient

PLACES = CheckRule("13.1.f-places", "error", "13.1.f 14.1.f", "CHK-14")
COUNTRY = CheckRule("13.1.f-country", "error", "13.1.f 14.1.f", "CHK-14")
KIND_COUNTRY = CheckRule("13.1.f-kind-country", "warning", "13.1.f 14.1.f", "CHK-14")
SAFEGUARD = CheckRule("13.1.f-safeguard", "error", "13.1.f 14.1.f 46", "CHK-14")
UNCOVERED = CheckRule("13.1.f-uncovered", "error", "13.1.f 14.1.f 44", "CHK-14")
NO_TRANSFER = CheckRule("13.1.f-no-country", "error", "13.1.f 14.1.f", "CHK-14")
INSIDE = CheckRule("13.1.f-inside", "warning", "13.1.f 14.1.f")
TOOL = CheckRule("13.1.f-tool", "warning", "13.1.f 14.1.f", "CHK-14 CHK-18")
COPY = CheckRule("13.1.f-copy", "error", "13.1.f 14.1.f", "CHK-15")
DPF_WITHOUT_US = CheckRule("45-dpf-country", "error", "45 13.1.f 14.1.f", "CHK-16")
DPF_GONE = CheckRule("45-dpf-gone", "error", "45 13.1.f 14.1.f", "CHK-19")
NOT_ADEQUATE = CheckRule("45-not-adequate", "error", "45 13.1.f 14.1.f", "CHK-19")
PARTLY_ADEQUATE = CheckRule("45-partly-adequate", "info", "45", "CHK-19")
OCCASIONAL = CheckRule("49-occasional", "warning", "49")

ANYWHERE = {"scc", "bcr", "explicit_consent", "contract_need", "claims"}
WITH_COPY = {"scc", "bcr"}
EXCEPTIONS = {"explicit_consent", "contract_need", "claims"}
SCOPES = {
    "commercial": "bedrijven",
    "private": "de privésector",
    "pipa": "wie onder de Koreaanse privacywet valt, en niet voor zendingswerk, kandidaten van politieke partijen en gegevens over krediet",
}


def findings(review: Review) -> Iterator[Finding]:
    """Yield the findings about transfers outside the EEA (art. 13.1.f, 44–49)."""
    if not review.facts.scope.processing_countries:
        yield PLACES.at(
            "scope.processing_countries",
            "U zei nog niet in welke landen u zelf gegevens bewaart.",
            "Kies elk land waar u gegevens bewaart. Denk aan uw kantoor, uw computers en uw eigen servers.",
        )
    yield from _anywhere(review)
    for recipient in review.facts.recipients:
        path = f"recipients.{recipient.key}"
        if recipient.kind == "named" and not recipient.country:
            yield COUNTRY.at(
                f"{path}.country",
                f"Het land van {quoted_name(recipient)} ontbreekt. Zo is niet duidelijk of de gegevens buiten de EER gaan.",
                "Kies het land.",
            )
        outside = review.law.outside(recipient)
        if outside:
            yield from _protected(review, recipient, path, outside)
        elif recipient.safeguards:
            yield NO_TRANSFER.at(
                f"{path}.transfer_countries",
                f"Bij {quoted_name(recipient)} staat een bescherming, maar geen land buiten de EER.",
                "Kies naar welk land de gegevens gaan, of maak de bescherming leeg.",
            )
        elif not review.looked_lately(recipient):
            yield from _known_elsewhere(review, recipient, path)
        inside = [code for code in recipient.transfer_countries if code in review.law.eea]
        if inside:
            yield INSIDE.at(
                f"{path}.transfer_countries",
                f"{_list(inside)} ligt in de EER. Dat is geen doorgifte.",
                "Haal het weg bij de landen buiten de EER.",
            )


def kinds_anywhere(facts: Facts) -> list[Recipient]:
    """Return the kinds of processors of which nobody said where they are: a service that works for us may well be outside the EEA.

    A bank, a lawyer or an authority is there for those of its own country; for them nothing is asked.
    """
    return [
        one
        for one in facts.recipients
        if one.kind == "category" and one.role == "processor" and not one.country and not one.transfer_countries
    ]


def _anywhere(review: Review) -> Iterator[Finding]:
    if kinds := kinds_anywhere(review.facts):
        names = [quoted_name(one) for one in kinds]
        yield KIND_COUNTRY.at(
            f"recipients.{kinds[0].key}.country",
            f"U zei niet in welk land {', '.join(names[:-1])}{' en ' if names[1:] else ''}{names[-1]} werken. Zo weet de lezer niet of zijn gegevens buiten de EER gaan.",
            "Kies bij elke soort het land, of noem het bedrijf zelf.",
        )


def _known_elsewhere(review: Review, recipient: Recipient, path: str) -> Iterator[Finding]:
    """Yield a finding for a service from which, by the catalogue, data leaves the EEA.

    Another service of the same company counts too.
    """
    row = review.service(recipient) or review.service_of_same_company(recipient)
    codes = (*row["transfer_countries"], row["parent_country"]) if row else ()
    elsewhere = list(dict.fromkeys(code for code in codes if code and code not in review.law.eea))
    if elsewhere:
        yield TOOL.at(
            f"{path}.transfer_countries",
            f"Volgens onze lijst kunnen gegevens via {quoted_name(recipient)} ook naar {_list(elsewhere)}. U noemt geen land buiten de EER.",
            "Kijk in uw contract. Klopt het, kies dan dat land en de bescherming. Blijft alles in de EER, vul dan in wanneer u dat nakeek.",
        )


def _protected(review: Review, recipient: Recipient, path: str, outside: tuple[str, ...]) -> Iterator[Finding]:
    safeguards = set(recipient.safeguards)
    if not safeguards:
        yield SAFEGUARD.at(
            f"{path}.safeguards",
            f"Gegevens gaan via {quoted_name(recipient)} naar {_list(outside)}, maar er staat geen bescherming bij.",
            "Kies welke bescherming geldt. Ze staat in uw contract met dit bedrijf.",
        )
        return
    yield from _dpf(review, recipient, path, outside)
    yield from _adequacy(review, recipient, path, outside)
    uncovered = [code for code in outside if not _covered(review, code, safeguards)]
    # Claimed for the wrong country: that finding says it already.
    if uncovered and not ("adequacy" in safeguards and not _adequate(review, outside)):
        yield UNCOVERED.at(
            f"{path}.safeguards",
            f"De bescherming bij {quoted_name(recipient)} geldt niet voor {_list(uncovered)}.",
            "Kies een bescherming die er wel geldt, bijvoorbeeld modelcontractbepalingen.",
        )
    if safeguards & WITH_COPY and not recipient.safeguard_url and not recipient.safeguard_copy:
        yield COPY.at(
            f"{path}.safeguard_url",
            f"Bij {quoted_name(recipient)} staat niet waar men de bescherming kan lezen.",
            "Geef een link, of schrijf op hoe men een kopie krijgt.",
        )
    if safeguards <= EXCEPTIONS:
        yield OCCASIONAL.at(
            f"{path}.safeguards",
            f"De uitzondering bij {quoted_name(recipient)} geldt alleen voor een doorgifte die niet vaak gebeurt.",
            "Gebeurt ze geregeld, kies dan een andere bescherming.",
        )


def _covered(review: Review, code: str, safeguards: set[str]) -> bool:
    if safeguards & ANYWHERE:
        return True
    return "dpf" in safeguards if code == "US" else "adequacy" in safeguards and code in review.law.adequate


def _adequate(review: Review, outside: tuple[str, ...]) -> list[str]:
    return [code for code in outside if code in review.law.adequate and code != "US"]


def _dpf(review: Review, recipient: Recipient, path: str, outside: tuple[str, ...]) -> Iterator[Finding]:
    if "dpf" not in recipient.safeguards:
        return
    if "US" not in outside:
        yield DPF_WITHOUT_US.at(
            f"{path}.safeguards",
            f"Het Data Privacy Framework geldt alleen voor de Verenigde Staten; bij {quoted_name(recipient)} staan die niet.",
            "Voeg de Verenigde Staten toe bij de landen, of kies een andere bescherming.",
        )
    elif review.switch("dpf", "US") is None:
        yield DPF_GONE.at(
            f"{path}.safeguards",
            f"Het Data Privacy Framework geldt niet op de ingangsdatum; {quoted_name(recipient)} steunt er wel op.",
            "Kies een andere bescherming, bijvoorbeeld modelcontractbepalingen.",
        )


def _adequacy(review: Review, recipient: Recipient, path: str, outside: tuple[str, ...]) -> Iterator[Finding]:
    if "adequacy" not in recipient.safeguards:
        return
    adequate = _adequate(review, outside)
    if not adequate:
        yield NOT_ADEQUATE.at(
            f"{path}.safeguards",
            f"Voor {_list(outside)} geldt op de ingangsdatum geen adequaatheidsbesluit.",
            "Kies een andere bescherming, bijvoorbeeld modelcontractbepalingen"
            + (" of het Data Privacy Framework." if "US" in outside else "."),
        )
    for row in review.library.valid("adequacy", review.on):
        if row["code"] in adequate and row["scope"] in SCOPES:
            yield PARTLY_ADEQUATE.at(
                f"{path}.safeguards",
                f"Het besluit over {_list([row['code']])} geldt alleen voor {SCOPES[row['scope']]}.",
                f"Kijk na of {quoted_name(recipient)} eronder valt.",
            )


def _list(codes: tuple[str, ...] | list[str]) -> str:
    names = [landnaam(code) for code in codes]
    return " en ".join(filter(None, (", ".join(names[:-1]), names[-1])))
