"""The 23 completeness criteria of the CompAI research, with the law put right where they stray from it.

Torre, Amaral, Abualhaija, Sabetzadeh and Briand, "AI-enabled Automation for Completeness Checking of Privacy Policies", IEEE Transactions
on Software Engineering, doi:10.1109/TSE.2021.3124332; the criteria and their numbers as in the published code of the tool.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from policies.core.checks.document_index import DocumentIndex
from policies.core.checks.review import ActivityUse, Review
from policies.core.checks.text_rights import RIGHTS, clauses_of_right, denies, legal_bases
from policies.core.document import Document
from policies.core.facts import Facts, Recipient, paths
from policies.core.facts.follow import FROM_OTHERS
from policies.core.facts.planned import without_undated
from policies.core.language.word_lists import Catalogue

WORDS = {articles[0]: word for articles, _, word in RIGHTS}
ARTICLES = {articles[0]: articles for articles, _, _ in RIGHTS}
OF_USE = 4  # names in the path of a data use: activities.orders.uses.address
Test = Callable[[DocumentIndex], bool]


@dataclass(frozen=True)
class Criterion:
    """One criterion for one statement. `met` is None where it does not apply; `better` says how we follow the law instead of the criterion."""

    number: str
    name: str
    articles: tuple[str, ...]
    applies: bool
    met: bool | None
    why: str
    better: str = ""


@dataclass(frozen=True)
class CriterionRule:
    """One criterion in general: when it applies, when it is met, and in Dutch why it applies or does not."""

    number: str
    name: str
    articles: str
    applies: Test
    met: Test
    when: str
    unless: str
    better: str = ""


def criteria(facts: Facts, document: Document, library: Catalogue, on: date) -> list[Criterion]:
    """Return each criterion: whether it applies, whether the text meets it, and why.

    `document` is what assemble() made of these facts.
    """
    index = DocumentIndex(Review(without_undated(facts), library, on), document)
    found = []
    for rule in RULES:
        applies = rule.applies(index)
        found.append(
            Criterion(
                rule.number,
                rule.name,
                tuple(rule.articles.split()),
                applies,
                rule.met(index) if applies else None,
                rule.when if applies else rule.unless,
                rule.better,
            )
        )
    return found


def _named(*articles: str) -> Test:
    """Return the test that each of these rights is named, and not as one that does not exist here."""
    return lambda r: all(
        any(not denies(clause) for clause in clauses_of_right(r, ARTICLES[article], WORDS[article]))
        for article in articles
    )


def _objects(index: DocumentIndex) -> bool:
    """Return whether the right to object of art. 21.1 is named; the one against advertising does not count."""
    return any(not denies(clause) for clause in clauses_of_right(index, ("21", "21.1"), WORDS["21"]))


def _always(index: DocumentIndex) -> bool:
    return True


def _basis(*wanted: str) -> Test:
    return lambda r: bool(legal_bases(r.review) & set(wanted))


def _says(article: str, *wanted: str) -> Test:
    """Return the test that a clause of that article prints one of these facts (any clause, when none is named)."""
    if not wanted:
        return lambda r: article in r.by_article
    return lambda r: not r.printed_about(article).isdisjoint(wanted)


def _outside(index: DocumentIndex, *safeguards: str) -> list[Recipient]:
    """Return the recipients outside the EEA; only those with one of these safeguards when any is named."""
    return [
        row
        for row in index.review.facts.recipients
        if index.review.law.outside(row) and (not safeguards or set(safeguards) & set(row.safeguards))
    ]


def _told_of(*safeguards: str, fields: tuple[str, ...]) -> Test:
    """Return the test that for every such recipient a clause about transfers prints one of these fields."""
    return lambda r: all(
        any(f"recipients.{row.key}.{field}" in r.printed_about("13.1.f") for field in fields)
        for row in _outside(r, *safeguards)
    )


def _indirect(index: DocumentIndex) -> bool:
    return any(used.comes_from_others for used in index.review.uses)


def _sources(index: DocumentIndex) -> bool:
    printed = index.printed_about("14.2.f")
    return all(printed & places for used in index.review.uses for places in _places_of_sources(used))


def _places_of_sources(used: ActivityUse) -> Iterator[set[str]]:
    """Yield, for each source other than the person, the paths that say which one it is."""
    if used.get("source") in FROM_OTHERS:
        yield {used.where("source"), used.where("source_detail")}
    for index, extra in enumerate(used.use.extra_sources):
        if extra.source in FROM_OTHERS:
            yield {f"{used.path}.extra_sources.{index}.{name}" for name in ("source", "detail")}


def _kinds(index: DocumentIndex) -> bool:
    """Return whether, for each use from elsewhere, a clause names the kind of data or the data themselves."""
    named = index.printed_about("14.1.d")
    with_items = {paths.head(path, OF_USE) for path in named if _is_in_item(path)}
    return all(
        f"categories.{used.use.category}.name" in named or used.path in with_items
        for used in index.review.uses
        if used.comes_from_others
    )


def _is_in_item(path: str) -> bool:
    """Say whether a path is of a field of one of the data that a data use lists."""
    names = paths.split(path)
    return len(names) > OF_USE + 1 and names[OF_USE] == "items"


def _retention(index: DocumentIndex) -> bool:
    kept = {used.get("retention") for used in index.review.uses}
    stated = {path for clause in index.about("13.2.a") for path in clause.stated}
    told = index.printed_about("13.2.a") | stated
    return (
        bool(kept)
        and None not in kept
        and all(
            any(f"retention_rules.{key}.{name}" in told for name in ("number", "criterion", "nothing_kept"))
            for key in kept
        )
    )


def _purposes(index: DocumentIndex) -> bool:
    printed = index.printed_about("13.1.c")
    return bool(index.review.purposes) and all(f"{path}.name" in printed for _, _, path in index.review.purposes)


def _recipients(index: DocumentIndex) -> bool:
    printed = index.printed_about("13.1.e")
    return all(f"recipients.{row.key}.name" in printed for row in index.review.facts.recipients)


def _authority(index: DocumentIndex) -> bool:
    text = " ".join(clause.text for clause in index.about("13.2.d"))
    return bool(index.review.law.authorities) and index.review.law.authorities[0]["name"] in text


def _representative(index: DocumentIndex) -> bool:
    return bool(index.review.facts.representative.name)


def _paths(part: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{part}.{name}" for name in names)


ELSEWHERE = "Er komen gegevens van anderen of uit een openbare bron.", "Alle gegevens komen van de mensen zelf."
ABROAD = "Gegevens gaan naar een land buiten de EER.", "Geen gegevens gaan naar een land buiten de EER."
ALWAYS = "Dit geldt altijd.", ""

RULES = (
    CriterionRule(
        "C1",
        "De rechten die altijd gelden",
        "13.2.b 13.2.d",
        _always,
        lambda r: _named("15", "16", "17", "18")(r) and _says("13.2.d")(r),
        *ALWAYS,
        "De wet noemt ook wissen altijd (art. 13.2.b). Wij eisen dat mee.",
    ),
    CriterionRule(
        "C2",
        "De toezichthouder",
        "13.2.d",
        _always,
        _authority,
        *ALWAYS,
        "Wij eisen de toezichthouder van het land van vestiging, met naam.",
    ),
    CriterionRule(
        "C3",
        "Het recht om gegevens mee te nemen",
        "13.2.b 20",
        _basis("contract", "consent"),
        _named("20"),
        "Een doel steunt op een overeenkomst of op toestemming.",
        "Geen doel steunt op een overeenkomst of op toestemming.",
        "Het recht bestaat ook als er alleen toestemming is.",
    ),
    CriterionRule(
        "C4",
        "Het recht van bezwaar",
        "13.2.b 21",
        _basis("legitimate_interest", "public_task"),
        _objects,
        "Een doel steunt op een gerechtvaardigd belang of een taak van algemeen belang.",
        "Geen doel steunt op een gerechtvaardigd belang of een taak van algemeen belang.",
    ),
    CriterionRule(
        "C5",
        "De rechten bij toestemming",
        "13.2.b 13.2.c 7.3",
        _basis("consent"),
        lambda r: _named("17", "20")(r) and _says("13.2.c")(r),
        "Een doel steunt op toestemming.",
        "Geen doel steunt op toestemming.",
        "Het onderzoek vraagt hier ook bezwaar. Art. 21 geeft dat niet bij toestemming: intrekken doet het werk.",
    ),
    CriterionRule(
        "C6",
        "Doorgifte buiten de EER",
        "13.1.f",
        lambda r: bool(_outside(r)),
        _told_of(fields=("name",)),
        *ABROAD,
        "Het onderzoek vraagt dit altijd. Wij vragen het alleen als er doorgifte is.",
    ),
    CriterionRule(
        "C7",
        "De bescherming bij doorgifte",
        "13.1.f 45 46",
        lambda r: bool(_outside(r)),
        _told_of(fields=("safeguards",)),
        *ABROAD,
        "Wij vragen het per ontvanger, met de weg naar een kopie.",
    ),
    CriterionRule(
        "C8",
        "Uitdrukkelijke toestemming voor doorgifte",
        "49.1.a",
        lambda r: bool(_outside(r, "explicit_consent")),
        _told_of("explicit_consent", fields=("safeguards",)),
        "Een doorgifte steunt op uitdrukkelijke toestemming.",
        "Geen doorgifte steunt op uitdrukkelijke toestemming.",
    ),
    CriterionRule(
        "C9",
        "Welke waarborgen",
        "46 47",
        lambda r: bool(_outside(r, "scc", "bcr")),
        _told_of("scc", "bcr", fields=("safeguards",)),
        "Een doorgifte steunt op modelcontractbepalingen of bedrijfsvoorschriften.",
        "Geen doorgifte steunt op modelcontractbepalingen of bedrijfsvoorschriften.",
    ),
    CriterionRule(
        "C10",
        "Welk adequaatheidsbesluit",
        "45",
        lambda r: bool(_outside(r, "adequacy", "dpf")),
        _told_of("adequacy", "dpf", fields=("country", "transfer_countries")),
        "Een doorgifte steunt op een adequaatheidsbesluit.",
        "Geen doorgifte steunt op een adequaatheidsbesluit.",
    ),
    CriterionRule("C11", "Gegevens die van anderen komen", "14.2.f", _indirect, _says("14.2.f"), *ELSEWHERE),
    CriterionRule(
        "C12", "Van wie ze komen", "14.2.f", _indirect, _sources, *ELSEWHERE, "Wij vragen de bron bij elk gebruik."
    ),
    CriterionRule("C13", "De soorten gegevens", "14.1.d", _indirect, _says("14.1.d"), *ELSEWHERE),
    CriterionRule("C14", "Welke soort van welke bron", "14.1.d", _indirect, _kinds, *ELSEWHERE),
    CriterionRule(
        "C15",
        "De ontvangers",
        "13.1.e",
        lambda r: bool(r.review.facts.recipients or r.review.facts.disclosure.shares is not False),
        lambda r: bool(r.review.facts.recipients) and _recipients(r),
        "Anderen zien gegevens, of u zei nog niet van niet.",
        "Niemand buiten de onderneming ziet gegevens.",
        "Wij vragen elke ontvanger, met naam of als duidelijke soort.",
    ),
    CriterionRule(
        "C16",
        "Hoelang gegevens bewaard worden",
        "13.2.a",
        _always,
        _retention,
        *ALWAYS,
        "Wij vragen een termijn of criterium bij elk gebruik.",
    ),
    CriterionRule(
        "C17",
        "Wat als men geen gegevens geeft",
        "13.2.e",
        lambda r: any(used.get("source") == "person" for used in r.review.uses),
        _says("13.2.e"),
        "Mensen geven zelf gegevens.",
        "Niemand geeft zelf gegevens.",
        "Het onderzoek kijkt alleen bij wet en overeenkomst. De wet vraagt het bij alles wat men zelf geeft.",
    ),
    CriterionRule(
        "C18", "De doelen", "13.1.c", _always, _purposes, *ALWAYS, "Wij vragen bij elk doel ook de grondslag."
    ),
    CriterionRule(
        "C19",
        "Hoe men de DPO bereikt",
        "13.1.b",
        lambda r: bool(r.review.facts.dpo.designated),
        _says("13.1.b", *_paths("dpo", "email", "phone", "address")),
        "Er is een DPO aangesteld.",
        "Er is geen DPO aangesteld.",
    ),
    CriterionRule(
        "C20",
        "Wie verantwoordelijk is",
        "13.1.a",
        _always,
        _says("13.1.a", "controller.legal_name"),
        *ALWAYS,
        "Een nummer zonder naam is voor het onderzoek genoeg. Wij eisen de officiële naam.",
    ),
    CriterionRule(
        "C21",
        "Hoe men die bereikt",
        "13.1.a",
        _always,
        _says("13.1.a", *_paths("controller", "email", "phone", "seat_street", "postal_address")),
        *ALWAYS,
    ),
    CriterionRule(
        "C22",
        "Wie de vertegenwoordiger in de EU is",
        "13.1.a 27",
        _representative,
        _says("13.1.a", "representative.name"),
        "Er is een vertegenwoordiger in de EU.",
        "Er is geen vertegenwoordiger in de EU.",
    ),
    CriterionRule(
        "C23",
        "Hoe men de vertegenwoordiger bereikt",
        "13.1.a 27",
        _representative,
        _says("13.1.a", *_paths("representative", "email", "phone", "address")),
        "Er is een vertegenwoordiger in de EU.",
        "Er is geen vertegenwoordiger in de EU.",
    ),
)
