"""The rights as the assembled text gives them: those that exist here named, objection apart, and no other promised (art. 13.2.b–d, 21)."""

import re
from collections.abc import Iterator

from policies.core.checks.document_index import DocumentIndex, PlacedClause
from policies.core.checks.finding import CheckRule, Finding
from policies.core.checks.review import Review
from policies.core.clauses.case import leaves_a_basis_open

RIGHT = CheckRule("13.2.b-in-text", "error", "13.2.b 14.2.c", "CHK-30")
PROMISED = CheckRule("13.2.b-promised", "error", "13.2.b 14.2.c", "CHK-30")
OBJECTION = CheckRule("21.4-in-text", "error", "21.1 21.4 13.2.b 14.2.c", "CHK-06")
HIDDEN = CheckRule("21.4-apart", "error", "21.4", "CHK-06")
AGAINST_ADVERTISING = CheckRule("21.2-in-text", "error", "21.2 21.3 21.4 13.2.b 14.2.c", "CHK-07")
WITHDRAW = CheckRule("13.2.c-in-text", "error", "13.2.c 14.2.d 7.3", "CHK-08")
AUTHORITY = CheckRule("13.2.d-in-text", "error", "13.2.d 14.2.e 77", "CHK-36")
WRONG_AUTHORITY = CheckRule("13.2.d-other", "error", "13.2.d 14.2.e 77", "CHK-36")
OWN_PORTABILITY = CheckRule("20-promised", "warning", "20.1", "CHK-32")
OWN_OBJECTION = CheckRule("21-promised", "warning", "21.1", "CHK-30")

# Each right: the articles that its clause may carry, its name for the user, and a word without which it is not named.
RIGHTS = (
    (("15",), "inzage", r"\b(inzage|inzien|kopie)\b"),
    (("16",), "verbetering", r"\b(verbeter\w*|aanvul\w*|rectif\w*|corrig\w*)\b"),
    (("17",), "wissen", r"\b(wis|wissen|gewist|verwijder\w*)\b"),
    (("18",), "beperking", r"\b(beperk\w*|even niet gebruik\w*)\b"),
    (("20",), "meenemen", r"\b(meene\w*|overdr\w*|overdra\w*)\b"),
    (("21", "21.1", "21.2"), "bezwaar", r"\bbezwaar\b"),
)
DENIES = re.compile(
    r"\b(niets|niet|geen)\b[^.]{0,30}\b(onder|toepassing|recht)\b|\bbestaat (alleen|hier niet)\b|\b(valt|vallen|geldt|gelden)\b[^.]{0,30}\b(niets|niet)\b",
    re.IGNORECASE,
)
OWN_MOVES = re.compile(
    r"\b(overdraagbaarheid|gegevensoverdracht|data ?portabilit\w+)\b|\b(gegevens)\b[^.]{0,40}\b(meenemen|overdragen|laten overzetten)\b",
    re.IGNORECASE,
)
OWN_OBJECTS = re.compile(
    r"\brecht (van|op|om) bezwaar\b|\bbezwaar (maken|aantekenen|te maken)?\b[^.]{0,20}\btegen (de|het|onze|ons) (verwerking|gebruik)",
    re.IGNORECASE,
)
NOT_PROMISED = re.compile(r"\b(niet|geen|nooit|alleen als|enkel als|tenzij)\b", re.IGNORECASE)
MENDED = "De verklaring zelf is niet in orde. Meld dit aan de beheerder: aan uw antwoorden ligt het niet."


def findings(index: DocumentIndex) -> Iterator[Finding]:
    """Yield the findings about the rights in the assembled text (art. 13.2.b–d, 21)."""
    yield from _named(index)
    yield from _objection(index)
    yield from _withdrawal(index)
    yield from _authority(index)
    yield from _own(index)


def clauses_of_right(index: DocumentIndex, articles: tuple[str, ...], word: str) -> list[PlacedClause]:
    """Return the clauses about the rights (art. 13.2.b) that carry one of the articles and match the word."""
    says = re.compile(word, re.IGNORECASE)
    return [clause for clause in index.about(*articles) if "13.2.b" in clause.articles and says.search(clause.text)]


def denies(clause: PlacedClause) -> bool:
    """Return whether a clause only says that the right does not apply here."""
    return bool(DENIES.search(clause.library))


def legal_bases(review: Review) -> set[str]:
    """Return the codes of the legal bases that the purposes rest on."""
    return {purpose.legal_basis for _, purpose, _ in review.purposes if purpose.legal_basis}


def advertises(review: Review) -> bool:
    """Return whether there is direct marketing in the broad sense: cookies for advertising count (art. 21.2–3)."""
    facts = review.facts
    cookies = any(cookie.kind == "marketing" for cookie in facts.cookies.placed)
    return facts.marketing.used is True or cookies or any(purpose.marketing_rule for _, purpose, _ in review.purposes)


def may_object(review: Review) -> bool:
    """Return whether people may object (art. 21.1).

    They may only against a public task or a legitimate interest; giving data to others for an interest of our own is one.
    """
    disclosure = review.facts.disclosure
    own = bool(set(disclosure.cases) - {"law"}) or disclosure.business_transfer
    return own or bool(legal_bases(review) & {"legitimate_interest", "public_task"})


def may_move(review: Review) -> bool:
    """Return whether people may take their data with them (art. 20.1).

    They may only for what rests on consent (art. 6.1.a, 9.2.a) or a contract.
    """
    return bool(legal_bases(review) & {"consent", "contract"}) or any(
        purpose.special_ground == "explicit_consent" for _, purpose, _ in review.purposes
    )


def _named(index: DocumentIndex) -> Iterator[Finding]:
    for articles, name, word in RIGHTS:
        named = clauses_of_right(index, articles, word)
        exists = {
            "meenemen": may_move(index.review),
            "bezwaar": may_object(index.review) or advertises(index.review),
        }.get(name, True)
        if exists and not named:
            yield RIGHT.at("rights", f"Het recht “{name}” staat niet in de tekst.", MENDED)
        if not exists and not leaves_a_basis_open(index.review.facts) and any(not denies(clause) for clause in named):
            yield PROMISED.at(
                "rights", f"De tekst belooft het recht “{name}”, maar bij uw grondslagen bestaat dat niet.", MENDED
            )
        if exists and named and all(denies(clause) for clause in named):
            yield RIGHT.at(
                "rights", f"De tekst zegt dat het recht “{name}” bij u niet bestaat, maar het geldt wel.", MENDED
            )


def _objection(index: DocumentIndex) -> Iterator[Finding]:
    review = index.review
    wanted = [
        (
            may_object(review),
            OBJECTION,
            ("21.1",),
            "Het recht van bezwaar staat niet in de tekst, maar u steunt op een gerechtvaardigd belang of een taak van algemeen belang.",
        ),
        (
            advertises(review),
            AGAINST_ADVERTISING,
            ("21.2",),
            "De tekst zegt niet dat men altijd bezwaar mag maken tegen reclame.",
        ),
    ]
    for applies, rule, articles, message in wanted:
        if not applies:
            continue
        named = [clause for clause in index.about(*articles) if "bezwaar" in clause.text.lower() and not denies(clause)]
        if not named:
            yield rule.at("rights", message, MENDED)
        elif not any(clause.apart for clause in named):
            yield HIDDEN.at(
                "rights", "Het recht van bezwaar staat niet apart van de rest van de tekst. Dat moet.", MENDED
            )


def _withdrawal(index: DocumentIndex) -> Iterator[Finding]:
    if index.review.asks_consent and not any("intrek" in clause.text.lower() for clause in index.about("13.2.c")):
        yield WITHDRAW.at("rights.withdraw_how", "De tekst zegt niet dat men toestemming altijd mag intrekken.", MENDED)


def _authority(index: DocumentIndex) -> Iterator[Finding]:
    review = index.review
    complaint = " ".join(clause.text for clause in index.about("13.2.d"))
    for authority in review.law.authorities:
        if authority["name"] not in complaint:
            yield AUTHORITY.at(
                "scope.customer_countries",
                f"De toezichthouder ({authority['name']}) staat niet bij de klacht in de tekst.",
                MENDED,
            )
    ours = {authority["name"] for authority in review.law.authorities}
    others = [row["name"] for row in review.library.valid("authorities", review.on) if row["name"] not in ours]
    library_says = " ".join(clause.library for clause in index.about("13.2.d"))
    for name in others if ours else ():
        if name in library_says:
            yield WRONG_AUTHORITY.at(
                "controller.country", f"De tekst stuurt klachten naar {name}, maar die gaat niet over u.", MENDED
            )
        for path, text in review.prose:
            if name in text and any(
                name in line and "klacht" in line.lower() for line in re.split(r"(?<=[.!?])\s+|\n", text)
            ):
                yield WRONG_AUTHORITY.at(
                    path,
                    f"U stuurt klachten naar {name}. Die gaat niet over uw onderneming.",
                    "Haal deze zin weg. De juiste toezichthouder staat al in de verklaring. Wonen er klanten in een ander land, vink dat land dan aan.",
                )


def _own(index: DocumentIndex) -> Iterator[Finding]:
    """Yield a finding for each right that the user's own words give and the law does not."""
    review = index.review
    moves, objects = may_move(review), may_object(review) or advertises(review)
    for path, text in review.prose:
        sentences = [line for line in re.split(r"(?<=[.!?])\s+|\n", text) if not NOT_PROMISED.search(line)]
        if not moves and any(OWN_MOVES.search(line) for line in sentences):
            yield OWN_PORTABILITY.at(
                path,
                "U belooft dat men gegevens kan meenemen. Dat recht bestaat alleen bij toestemming of een overeenkomst, en die gebruikt u niet.",
                "Haal deze zin weg. De verklaring zegt zelf voor wat dit recht geldt.",
            )
        if not objects and any(OWN_OBJECTS.search(line) for line in sentences):
            yield OWN_OBJECTION.at(
                path,
                "U belooft een recht van bezwaar. Dat bestaat alleen bij reclame, een gerechtvaardigd belang of een taak van algemeen belang.",
                "Haal deze zin weg. De verklaring zegt zelf voor wat dit recht geldt.",
            )
