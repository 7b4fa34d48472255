"""Vague and stiff words: none in a clause without a written reason, and no alarm about ordinary speech."""

from collections import Counter

import pytest

from policies.core.clauses.library import load, texts_of
from policies.core.clauses.lint_words import catalogue_texts, library_texts, problems
from policies.core.language.vague_words import in_catalogue, in_clause, in_text, words_of

ROWS, ALLOWED = load().catalogue["vague"], load().catalogue["vague_allowed"]
WORDS = words_of(ROWS)


def test_no_clause_has_a_vague_word_without_a_reason() -> None:
    """Nor has a heading, or what picking copies from the catalogue."""
    assert problems(library_texts(texts_of()) | catalogue_texts(load().catalogue), WORDS, ALLOWED) == []


def test_the_rows_are_whole() -> None:
    for row in ROWS:
        assert row["kind"] in {"vaag", "stijf"} and row["words"] and row["instead"].endswith("."), row["id"]
        assert row["why"][0].islower() and not row["why"].endswith("."), row["id"]
    assert (
        max(Counter(row["id"] for row in ROWS).values())
        == max(Counter(form for row in ROWS for form in row["words"]).values())
        == 1
    )
    for row in ALLOWED:
        assert row.keys() == {"clause", "word", "reason"} and row["reason"].strip(), row
    assert max(Counter((row["clause"], row["word"]) for row in ALLOWED).values()) == 1


def test_every_form_of_the_list_is_found() -> None:
    for row in ROWS:
        for form in row["words"] if not row.get("pattern") else ():
            assert row["id"] in {word.id for word, _, _ in in_clause(f"Wij doen dit {form} hier.", WORDS)}, form


def test_a_word_without_a_reason_is_refused_and_a_reason_without_a_word_too() -> None:
    reason = {"clause": "a/b", "word": "soms", "reason": "daarom"}
    said = {"a/b": ("Wij bellen soms.",)}
    assert problems(said, WORDS, [reason]) == []
    (refused,) = problems(said, WORDS, [{**reason, "reason": " "}])
    assert (
        refused.startswith("a/b: “soms” zegt niet wanneer of hoe vaak. Schrijf wanneer, of hoe vaak.")
        and "Wij bellen soms." in refused
    )
    assert problems(said, WORDS, []) == [refused]
    assert problems({"a/b": ("Wij bellen.",)}, WORDS, [reason]) == [
        "a/b: “soms” staat er niet meer. Haal de regel uit catalogue/vague_allowed.yaml."
    ]


def test_all_words_of_the_library_are_read_in_both_tones() -> None:
    texts = library_texts(texts_of())
    assert texts.keys() >= {
        *load().clauses,
        "opbouw/rubrieken/headings/rechten",
        "opbouw/rubrieken/words/pdf/je",
        "words/required/request/u",
    }
    assert texts["kort/right-access"][0].startswith("U mag gegevens inzien") and texts["kort/right-access"][
        1
    ].startswith("Je mag gegevens inzien")
    assert "Privacyverklaring" in texts["opbouw/rubrieken/title"][0]
    assert "met een overeenkomst" in texts["recipients/table"][0]  # what stands within an if


@pytest.mark.parametrize(
    "text, found",
    [
        ("Wij kunnen uw gegevens wissen.", "kunnen"),
        ("Dat is eventueel nodig.", "mogelijk"),
        ("Wij wissen ze zo snel mogelijk.", "zo-snel-mogelijk"),
        ("Wij bewaren ze zolang als nodig.", "zolang-nodig"),
        ("Partners o.a. in Aalst.", "onder-andere"),
        ("U dient dit te melden.", "dienen-te"),
        ("Naam en/of adres.", "en-of"),
        ("Indien u dit vraagt.", "indien"),
        ("Het is mogelijk dat wij bellen.", "mogelijk"),
        ("Mogelijk bellen wij.", "mogelijk"),
        ("Wij vragen het. Wie weigert, ziet dezelfde pagina's.", "wie"),
        ("Voor wie jonger is, geeft een ouder toestemming.", "wie"),
        ("Hoe men daar met gegevens omgaat, staat op de website.", "men"),
        ("Dat gebeurt in onze opdracht.", "dat-gebeurt"),
        ("Dit zijn de dingen waarvoor wij gegevens gebruiken.", "dingen"),
        ("De wet hierbij: art. 6.", "hierbij"),
        ("Wij krijgen ze van anderen, namelijk een bank.", "namelijk"),
        ("Dit geldt voor: facturen.", "dit-geldt-voor"),
        ("Die werkt onder eigen verantwoordelijkheid.", "eigen-verantwoordelijkheid"),
        ("Wij bewaren ze hooguit een jaar.", "hooguit"),
        ("Onzichtbare beeldjes tellen mee.", "beeldjes"),
        ("Wij beschermen ze tegen nieuwsgierige ogen.", "nieuwsgierige-ogen"),
        ("De ontvangers in de lijst hieronder.", "lijst-hieronder"),
    ],
)
def test_what_is_refused_in_a_clause(text: str, found: str) -> None:
    assert [word.id for word, _, _ in in_clause(text, WORDS)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Dan kunt u een klacht indienen.",
        "Dan kun je dat weigeren.",
        "Wij antwoorden zo snel mogelijk, uiterlijk een maand later.",
        "Dat is nodig om te kunnen antwoorden.",
        "Dit dient niet om het systeem te trainen.",
        "Er is een adequaatheidsbesluit.",
        "Wij zijn een bv. Dat is alles.",
        "Uw mogelijkheden staan hier.",
        "Een onmogelijke vraag.",
        "De partners van het kantoor.",
        "Dat is bepaald in de wet.",
        "Dat is nodig voor de overeenkomst.",
        "Wij antwoorden zo snel mogelijk, uiterlijk binnen een maand.",
        "Als het technisch mogelijk is, sturen wij het door.",
        "Wij vragen zo weinig mogelijk.",
        "Wij bewaren zoveel mogelijk op papier.",
        "Dat blijft mogelijk.",
        "Om dat mogelijk te maken, belt u ons.",
        "Wie krijgt uw gegevens nog?",
        "Wie zijn wij, en wat doen wij?",
        "Wie wij zijn",
        "Voor wie: klanten, leveranciers.",
        "Bij elk staat wie verantwoordelijk is.",
        "De mensen voor wie wij werken, wonen in België.",
        "Wij waarschuwen de mensen om wie het gaat.",
        "Niemand, ook het mentorteam niet.",
        "Wij zeggen wie er verantwoordelijk is.",
        "Een ding-dongbel hangt aan de deur.",
        "Het gebeurt in onze winkel.",
        "Dat geldt niet in Nederland.",
        "De lijst met leveranciers.",
    ],
)
def test_what_is_ordinary_speech(text: str) -> None:
    assert in_clause(text, WORDS) == []


@pytest.mark.parametrize(
    "text, form",
    [
        ("Wij kunnen uw gegevens doorgeven.", "Wij kunnen"),
        ("Die kunnen aan een partner gegeven worden.", "kunnen"),
        ("Uw gegevens kunnen ook naar een ander land gaan.", "gegevens kunnen"),
        ("Wij wissen ze waar nodig.", "waar nodig"),
        ("Wij geven ze aan derden.", "derden"),
        ("Conform de wet wissen wij ze.", "Conform"),
    ],
)
def test_what_is_found_in_the_text_of_a_user(text: str, form: str) -> None:
    ((_, found, sentence),) = in_text(f"Eerst een gewone zin. {text} Dan nog een.", WORDS)
    assert (found, sentence) == (form, text)


@pytest.mark.parametrize(
    "text",
    [
        "Zonder e-mailadres kunnen wij niet antwoorden.",
        "Klanten kunnen hun account zelf wissen.",
        "Wie wil, kan bellen.",
        "Wij geven nooit iets aan derden.",
        "Zonder nummer kan de factuur niet betaald worden.",
        "Wij maken het mogelijk om te bestellen.",
        "Dat is technisch mogelijk.",
    ],
)
def test_what_a_user_may_say(text: str) -> None:
    assert list(in_text(text, WORDS)) == []


@pytest.mark.parametrize(
    "text, found",
    [
        ("Wie zich uitschrijft, krijgt niets meer. Daarna hoort u niets.", ["wie"]),
        ("Wie zich uitschrijft, krijgt niets meer.", []),
        ("Wie om 10 u komt, wacht even.", []),
        ("Men mag dat weigeren.", ["men"]),
        ("Wij krijgen ze namelijk van de bank.", ["namelijk"]),
        ("Wij bewaren hooguit een kopie.", ["hooguit"]),
    ],
)
def test_the_reader_has_one_name_in_the_text_of_a_user(text: str, found: list[str]) -> None:
    """A text that says u or je, and then “wie”, speaks of one reader in two ways. One that only says “wie” may be about others."""
    assert [word.id for word, _, _ in in_text(text, WORDS)] == found


def test_the_catalogue_may_say_what_a_user_may_and_names_no_reader_but_u_and_je() -> None:
    texts = catalogue_texts(load().catalogue)
    assert {
        "catalogue/activities/ACT-01/story",
        "catalogue/groups/mensen-die-ons-iets-vragen/phrase",
        "catalogue/security/https/measure",
    } <= texts.keys()
    assert not {place.rpartition("/")[2] for place in texts} & {"law", "hint", "ask", "help", "source", "note"}
    assert in_catalogue("Zonder e-mailadres kunnen wij niet antwoorden.", WORDS) == []
    assert [word.id for word, _, _ in in_catalogue("Wie weigert, ziet dezelfde pagina's.", WORDS)] == ["wie"]


def test_a_word_is_told_once_a_text() -> None:
    assert len(list(in_text("Soms bellen wij. Soms mailen wij. Soms niet.", WORDS))) == 1
