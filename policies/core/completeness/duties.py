"""The items of art. 12, 13 and 14, with what belongs to them elsewhere (7.3, 21.4, 26.2): when each applies, and which clauses carry it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from policies.core.checks.automated import is_asked as automated_is_asked
from policies.core.checks.document_index import DocumentIndex, PlacedClause
from policies.core.checks.identity import dpo_is_asked
from policies.core.checks.marketing import is_asked as marketing_is_asked
from policies.core.checks.text_rights import advertises, denies, may_object
from policies.core.checks.transfers import kinds_anywhere
from policies.core.facts import roles_of
from policies.core.facts.follow import FROM_OTHERS

Answer = tuple[bool, str]  # whether it applies, and why or why not: a whole sentence
Applies = Callable[[DocumentIndex], Answer]
DutyRow = tuple[str, str, Applies, str]  # article, what it asks, when it applies, and the articles that carry it


@dataclass(frozen=True)
class Duty:
    """One item of the law.

    `carried` are the articles in the heads of the clauses that carry it. `proof` finds those clauses where an article alone does not show it.
    A `deed` is something one does: no text can show it.
    """

    article: str
    what: str
    applies: Applies
    carried: str = ""
    proof: Callable[[DocumentIndex], list[PlacedClause]] | None = None
    deed: bool = False

    def proofs(self, index: DocumentIndex) -> list[PlacedClause]:
        """Return the clauses that carry the item, in reading order."""
        return self.proof(index) if self.proof else index.about(*self.carried.split())


def always(reason: str) -> Applies:
    """Return the answer that an item applies to every statement, for this reason."""
    return lambda index: (True, reason)


def never(reason: str) -> Applies:
    """Return the answer that an item applies to no statement, for this reason."""
    return lambda index: (False, reason)


def count(number: int, one: str, many: str) -> str:
    """Return a number with its noun in Dutch: “één ontvanger”, “3 ontvangers”."""
    return f"één {one}" if number == 1 else f"{number} {many}"


def _dpo(index: DocumentIndex) -> Answer:
    designated = index.review.facts.dpo.designated
    if dpo_is_asked(index.review):
        return True, "U zei nog niet of u een functionaris voor gegevensbescherming hebt."
    if designated is None:
        return (
            False,
            "U noemde geen functionaris voor gegevensbescherming. Alleen wie er een heeft, moet dat vertellen.",
        )
    return (
        designated,
        "U hebt een functionaris voor gegevensbescherming."
        if designated
        else "U hebt geen functionaris voor gegevensbescherming aangesteld.",
    )


def _no(index: DocumentIndex) -> str:
    """Return how a denial begins: “Nog geen” while a legal basis is still unanswered."""
    purposes = index.review.purposes
    return "Geen" if purposes and all(purpose.legal_basis for _, purpose, _ in purposes) else "Nog geen"


def _interest(index: DocumentIndex) -> Answer:
    number = sum(purpose.legal_basis == "legitimate_interest" for _, purpose, _ in index.review.purposes)
    if not number:
        return False, f"{_no(index)} enkel doel steunt op een gerechtvaardigd belang."
    return True, ("Eén doel steunt" if number == 1 else f"{number} doelen steunen") + " op een gerechtvaardigd belang."


def _recipients(index: DocumentIndex) -> Answer:
    facts = index.review.facts
    number = len(facts.recipients)
    if number:
        return True, f"U geeft gegevens aan {count(number, 'ontvanger', 'ontvangers')}. Ook een verwerker telt mee."
    if facts.disclosure.shares is False:
        return False, "U antwoordde dat niemand buiten uw onderneming gegevens ziet."
    return True, "U zei nog niet wie de gegevens krijgt."


def _transfer(index: DocumentIndex) -> Answer:
    review = index.review
    number = sum(bool(review.law.outside(recipient)) for recipient in review.facts.recipients)
    if number:
        return True, f"Bij {count(number, 'ontvanger', 'ontvangers')} gaan gegevens naar een land buiten de EER."
    if any(recipient.kind == "named" and not recipient.country for recipient in review.facts.recipients):
        return True, "Van een ontvanger kennen wij het land nog niet."
    if not review.facts.scope.processing_countries:
        return True, "U zei nog niet in welke landen u zelf gegevens bewaart."
    if not review.facts.recipients and review.facts.disclosure.shares is not False:
        return False, "U noemde nog geen ontvangers."
    if kinds_anywhere(review.facts):
        return (
            False,
            "U noemde geen ontvanger buiten de EER. Van een soort ontvangers kennen wij het land niet: werkt er een daarbuiten, dan moet dit erin.",
        )
    return False, "Geen enkele ontvanger werkt buiten de EER."


def _consent(index: DocumentIndex) -> Answer:
    review = index.review
    if review.asks_consent:
        return True, "U vraagt toestemming voor ten minste één doel."
    if any(cookie.consent == "consent" for cookie in review.facts.cookies.placed):
        return True, "U vraagt toestemming voor cookies."
    asked = _no(index) == "Geen" and review.facts.cookies.used is not None
    return False, "U steunt nergens op toestemming." if asked else "U steunt nog nergens op toestemming."


def _consent_for_a_purpose(index: DocumentIndex) -> Answer:
    if index.review.asks_consent:
        return True, "U vraagt toestemming voor ten minste één doel."
    return False, f"{_no(index)} enkel doel steunt op toestemming."


def _given(index: DocumentIndex) -> Answer:
    number = len({used.activity.key for used in index.review.uses if not {"person", None}.isdisjoint(used.sources)})
    if number or not index.review.uses:
        return (
            True,
            f"Bij {count(number, 'verwerking', 'verwerkingen')} geven mensen zelf gegevens."
            if number
            else "Mensen geven meestal zelf gegevens.",
        )
    return False, "Niemand geeft zelf gegevens: ze ontstaan vanzelf of komen van anderen."


def _decisions(index: DocumentIndex) -> Answer:
    automated = index.review.facts.automated
    if automated_is_asked(index.review):
        return True, "U zei nog niet of een computer alleen over mensen beslist."
    if automated.used or automated.decisions:
        return True, "Een computer beslist bij u alleen over mensen."
    why = (
        "U antwoordde dat geen computer alleen over mensen beslist."
        if automated.used is False
        else "U noemde geen beslissing die een computer alleen neemt."
    )
    return False, f"{why} Alleen wie dat wel doet, moet het vertellen."


def _elsewhere(index: DocumentIndex) -> Answer:
    """Return whether art. 14 as a whole applies: only for data that does not come from the person."""
    uses = index.review.uses
    number = len({used.activity.key for used in uses if used.comes_from_others})
    if number:
        return (
            True,
            f"Bij {count(number, 'verwerking', 'verwerkingen')} komen gegevens van anderen of uit een openbare bron.",
        )
    if not uses:
        return False, "U noemde nog geen gegevens die van anderen komen."
    if any(used.get("source") is None for used in uses):
        return True, "U zei nog niet overal hoe u de gegevens krijgt."
    return False, "U krijgt alle gegevens van de mensen zelf. Art. 14 geldt dan niet."


def _from_people(index: DocumentIndex) -> Answer:
    """Return whether art. 13 as a whole applies.

    It does for data that the person gives, or that comes about by what the person does.
    """
    uses = index.review.uses
    if uses and all(FROM_OTHERS.issuperset(used.sources) for used in uses):
        return False, "U krijgt geen enkel gegeven van de mensen zelf. Dan geldt art. 14."
    return True, ""


def _objection(index: DocumentIndex) -> Answer:
    if may_object(index.review):
        return True, "Een doel steunt op een gerechtvaardigd belang of een taak van algemeen belang."
    if advertises(index.review):
        return True, "U stuurt reclame. Daartegen mag men altijd bezwaar maken."
    if marketing_is_asked(index.review):
        return True, "U zei nog niet of u reclame stuurt."
    return False, "U noemde geen reclame, geen gerechtvaardigd belang en geen taak van algemeen belang."


def _identity(index: DocumentIndex) -> Answer:
    rights = index.review.facts.rights
    if rights.identity_check or rights.identity_detail:
        return True, "U mag bij twijfel meer vragen. De lezer hoort hoe u dat doet."
    return (
        False,
        "U zei niet hoe u nakijkt wie iemand is. U mag bij twijfel meer vragen, maar hoeft dat niet vooraf te vertellen.",
    )


def _apart(index: DocumentIndex) -> list[PlacedClause]:
    """Return the clauses with the right to object that are set apart, without those that say it does not exist here."""
    return [clause for clause in index.about("21.4", "21.1", "21.2") if clause.apart and not denies(clause)]


def _joint(index: DocumentIndex) -> Answer:
    facts = index.review.facts
    number = len(facts.joint_controllers) + sum("joint" in roles_of(recipient) for recipient in facts.recipients)
    return (
        (True, "U beslist samen met een ander over gegevens.")
        if number
        else (False, "U beslist met niemand samen over gegevens.")
    )


def _arrangement(index: DocumentIndex) -> list[PlacedClause]:
    """Return the clauses with the arrangement itself, or with the link to it at a joint recipient."""
    links = {f"recipients.{row.key}.privacy_url" for row in index.review.facts.recipients if "joint" in roles_of(row)}
    found = index.about("26.2")
    return found + [clause for clause in index.about("13.1.e", "26") if links & clause.paths and clause not in found]


def _numbered(article: str, rows: Iterable[DutyRow]) -> Iterator[DutyRow]:
    """Yield these rows with their number put behind that of the article."""
    for number, what, applies, carried in rows:
        yield f"{article}.{number}", what, applies, carried


BOTH: tuple[DutyRow, ...] = (
    (
        "1.a",
        "Wie verantwoordelijk is en hoe men die bereikt",
        always("Elke verklaring moet zeggen wie verantwoordelijk is."),
        "13.1.a 14.1.a",
    ),
    ("1.b", "Hoe men de functionaris voor gegevensbescherming bereikt", _dpo, "13.1.b 14.1.b"),
    (
        "1.c",
        "Waarvoor de gegevens dienen, en op welke grondslag",
        always("Elke verklaring moet bij elk doel de grondslag noemen."),
        "13.1.c 14.1.c",
    ),
)
SHARED: tuple[DutyRow, ...] = (
    ("1.e", "Wie de gegevens krijgt", _recipients, "13.1.e 14.1.e"),
    ("1.f", "Doorgifte buiten de EER: land, bescherming en een kopie", _transfer, "13.1.f 14.1.f"),
    (
        "2.a",
        "Hoelang de gegevens bewaard worden",
        always("Elke verklaring moet zeggen hoelang u gegevens bewaart."),
        "13.2.a 14.2.a",
    ),
)
THIRTEEN: tuple[DutyRow, ...] = (
    *_numbered("13", BOTH),
    ("13.1.d", "Welk gerechtvaardigd belang u hebt", _interest, "13.1.d 14.2.b"),
    *_numbered("13", SHARED),
    (
        "13.2.b",
        "De rechten: inzage, verbetering, wissen en beperking, en waar ze bestaan ook bezwaar en meenemen",
        always("Elke verklaring moet de rechten noemen die mensen hebben."),
        "13.2.b 14.2.c",
    ),
    ("13.2.c", "Toestemming mag men altijd intrekken", _consent_for_a_purpose, "13.2.c 14.2.d"),
    (
        "13.2.d",
        "Het recht om te klagen bij de toezichthouder",
        always("Elke verklaring moet zeggen bij wie men kan klagen."),
        "13.2.d 14.2.e",
    ),
    ("13.2.e", "Of men de gegevens moet geven, en wat er anders gebeurt", _given, "13.2.e"),
    ("13.2.f", "Of een computer alleen over mensen beslist", _decisions, "13.2.f 14.2.g"),
    (
        "13.3",
        "Een nieuw doel vertelt u vooraf",
        always("Men moet weten hoe u een wijziging meldt. Een nieuw doel meldt u vooraf."),
        "13.3 14.4",
    ),
)
FOURTEEN: tuple[DutyRow, ...] = (
    *_numbered("14", BOTH),
    ("14.1.d", "Welke soorten gegevens u gebruikt", always(""), "14.1.d"),
    *_numbered("14", SHARED),
    ("14.2.b", "Welk gerechtvaardigd belang u hebt", _interest, "13.1.d 14.2.b"),
    ("14.2.c", "De rechten", always(""), "13.2.b 14.2.c"),
    ("14.2.d", "Toestemming mag men altijd intrekken", _consent_for_a_purpose, "13.2.c 14.2.d"),
    ("14.2.e", "Het recht om te klagen bij de toezichthouder", always(""), "13.2.d 14.2.e"),
    ("14.2.f", "Waar de gegevens vandaan komen, en of de bron openbaar is", always(""), "14.2.f"),
    ("14.2.g", "Of een computer alleen over mensen beslist", _decisions, "13.2.f 14.2.g"),
)


def _within(whole: Applies, part: Applies) -> Applies:
    """Return the answer of an item of an article that must itself apply.

    The reason is that of the item, or else of the article.
    """

    def applies(index: DocumentIndex) -> Answer:
        article, why_article = whole(index)
        if not article:
            return False, why_article
        item, why = part(index)
        return item, why or why_article

    return applies


DUTIES = (
    Duty("12.1", "Duidelijke en eenvoudige taal", always("Iedereen moet de verklaring begrijpen."), "12.1"),
    Duty("12.2", "Hoe men een recht gebruikt", always("U moet het makkelijk maken om een recht te gebruiken."), "12.2"),
    Duty(
        "12.3",
        "Binnen welke tijd u antwoordt",
        always("U moet binnen één maand antwoorden. De lezer hoort dat te weten."),
        "12.3",
    ),
    Duty(
        "12.4",
        "Wat er gebeurt als u weigert",
        always("Wie een weigering krijgt, moet weten waarom, en waar men kan klagen."),
        "12.4",
    ),
    Duty("12.5", "Een recht gebruiken is gratis", always("Een verzoek moet in principe gratis zijn."), "12.5"),
    Duty("12.6", "Hoe u nakijkt wie iemand is", _identity, "12.6"),
    Duty("12.7", "Pictogrammen", never("Pictogrammen mogen, maar hoeven niet.")),
    Duty("12.8", "Vaste pictogrammen van de Europese Commissie", never("De Commissie legde geen pictogrammen vast.")),
    *(Duty(article, what, _within(_from_people, applies), carried) for article, what, applies, carried in THIRTEEN),
    Duty(
        "13.4",
        "Wat men al weet, hoeft u niet te zeggen",
        never("U vertelt alles. U hebt deze uitzondering niet nodig."),
    ),
    *(Duty(article, what, _within(_elsewhere, applies), carried) for article, what, applies, carried in FOURTEEN),
    Duty("14.3", "Binnen één maand vertellen dat u gegevens van anderen kreeg", _elsewhere, deed=True),
    Duty(
        "14.4",
        "Een nieuw doel vertelt u vooraf",
        _within(_elsewhere, always("Men moet weten hoe u een wijziging meldt.")),
        "13.3 14.4",
    ),
    Duty(
        "14.5",
        "Uitzonderingen: bekend, onmogelijk, bij wet of geheim",
        never("U vertelt alles. U hebt deze uitzonderingen niet nodig."),
    ),
    Duty("7.3", "Vooraf zeggen dat men toestemming mag intrekken", _consent, "7.3"),
    Duty("21.4", "Het recht van bezwaar staat apart en valt op", _objection, proof=_apart),
    Duty("26.2", "De kern van de afspraak met wie samen met u beslist", _joint, proof=_arrangement),
)
