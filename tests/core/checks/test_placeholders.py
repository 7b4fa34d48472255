"""Empty places of a sample text block; real names, cookies and a list left open do not."""

import time

import pytest

from policies.core.checks.placeholders import LEFT_OVER, PLACEHOLDER, phrases_of
from policies.core.checks.texts import matches
from policies.core.clauses.library import load
from policies.core.facts import Cookie, OwnSection
from tests.core.checks.company import found
from tests.core.reading.test_faults import faults

BLOCKS, DOUBTS = phrases_of(load().catalogue)
EMPTY = (
    "[naam]",
    "Mail naar [e-mailadres].",
    "[Naam van uw bedrijf]",
    "<naam bedrijf>",
    "{{ email }}",
    "{naam}",
    "[ … naam … ]",
    "[datum invullen]",
    "naam: ...",
    "Telefoon: ……",
    "Adres: ____",
    "____ (plaats)",
    "__naam__",
    "…naam…",
    "... bedrijfsnaam ...",
    "(NOG IN TE VULLEN)",
    "(nog in te vullen)",
    "(NAAM BEDRIJF)",
    "[naam bedrijf, adres, telefoonnummer]",
    "[vul hier uw naam in]",
    "«naam»",
    "[[naam]]",
    "Wij zijn [uw bedrijfsnaam] en wij bakken.",
    "<<uw adres>>",
    "[aantal] dagen",
    "[KvK-nummer]",
    "[naam_bedrijf]",
    "nummer ______",
    "......... (naam)",
    "[Postcode en plaats]",
    "[in te vullen]",
    "[url]",
    "bedrijf …………",
    "(naam invullen)",
    "(bedrijfsnaam)",
    "(vul hier uw adres in)",
    "(hier naam invullen)",
    "(in te vullen door klant)",
    "(aan te vullen)",
    "[btw-nummer]",
    "[aantal jaren]",
    "[straat + nummer]",
    "[gsm]",
    "[gemeente]",
    "[INVOEGEN]",
    "[Insert name]",
    "[naam zaak]",
    "‹naam›",
    "【naam】",
    "${naam}",
    "[nog aan te vullen]",
    "(… invullen)",
)
REAL = (
    "XXX Events",
    "Bakkerij [De Kluis]",
    "_gat_UA-XXXXXXXX-X",
    "_hjSession_{site_id}",
    "_ga_<container-id>",
    "Studio ...",
    "[zie boven]",
    "[Zie het adres hierboven]",
    "naam, adres, ...",
    "Adres…",
    "Naam...",
    "Wij vragen de naam (adres, telefoonnummer enz.)",
    "het adres van de pagina (URL)",
    "Kamer van Koophandel (KVK)",
    "< 10 euro",
    "De termijn is XX dagen",
    "naam ... en adres",
    "naam",
    "jonger dan < 18 jaar, ouder dan > 16 jaar",
    "Wij noteren: naam, adres",
    "Atelier {Plus}",
    "Onze naam: De Kluis...",
    "art. 6 [AVG]",
    "[1]",
    "Oase <3",
    "Testen van software",
    "CONTACTGEGEVENS (NAAM, ADRES)",
    "Telefoonnummer (GSM)",
    "de cookie PREF_{naam}",
    "_pk_id.[website].[nr]",
    "wp-settings-{time}-[UID]",
    "Vul hier uw naam in op het formulier",
    "door een formulier in te vullen (thuis)",
    "wij vragen u (de klant) dit in te vullen",
    "naam (verplicht)",
    "100 % naam 50 %",
    "#naamloos",
    "Contrast",
    "Testcentrum",
)
DOUBTFUL = (
    "xxx",
    "De termijn is XXX dagen.",
    "lorem ipsum dolor",
    "TODO",
    "test",
    "[...]",
    "[…]",
    "{{ site }}",
    "________",
    "........",
    "Dat is nog in te vullen",
    "[xxx]",
    "[ ]",
    "vul hier uw naam in",
    "INVULLEN!",
    "nog aan te vullen",
    "XX-XX-XXXX",
    "xx/xx/xx",
    "dd-mm-jjjj",
    "[dd/mm/yyyy]",
    "%naam%",
    "##NAAM##",
    "@@naam@@",
    "???",
    "asdf",
    "n.t.b.",
    "…………",
)


@pytest.mark.parametrize("text", EMPTY)
def test_signs_around_a_word_of_the_list_block(text: str) -> None:
    assert matches(BLOCKS, text)


@pytest.mark.parametrize("text", REAL)
def test_a_real_name_and_an_ordinary_sentence_pass(text: str) -> None:
    assert not matches(BLOCKS, text) and not matches(DOUBTS, text)


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_only_looks_empty_is_a_question_that_one_can_leave(text: str) -> None:
    assert not matches(BLOCKS, text) and matches(DOUBTS, text)
    assert LEFT_OVER.severity == "warning" and PLACEHOLDER.severity == "error"


@pytest.mark.parametrize("text", [*EMPTY, *DOUBTFUL])
def test_a_company_is_told_of_each(text: str) -> None:
    own = {"sections.+": OwnSection(key="eigen", title="Kaarten", body=text, place="end")}
    assert CODES & {finding.code for finding in found(own)}


CODES = {PLACEHOLDER.code, LEFT_OVER.code}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("controller.legal_name", "XXX Events"),
        ("controller.legal_name", "Bakkerij [De Kluis]"),
        ("controller.legal_name", "Studio ..."),
        ("controller.legal_name", "Xxx"),
        ("recipients.mailer.name", "{{ mustache }}"),
        ("recipients.mailer.entity", "TODO BV"),
    ],
)
def test_a_name_may_hold_anything_but_an_empty_place(path: str, name: str) -> None:
    assert not CODES & {finding.code for finding in found({path: name}) if finding.path == path}
    blocked = found({path: "[uw bedrijfsnaam]"})
    assert any(finding.path == path and finding.code == PLACEHOLDER.code for finding in blocked)


@pytest.mark.parametrize(
    "name", ["_gat_UA-XXXXXXXX-X", "_hjSession_{site_id}", "{{naam}}", "[naam]", "__adres__", "xxx"]
)
def test_the_name_of_a_cookie_is_not_judged(name: str) -> None:
    told = {
        (finding.code, finding.path)
        for finding in found({"cookies.placed.+": Cookie(key="c", name=name, purpose="telt [naam]")})
    }
    assert (PLACEHOLDER.code, "cookies.placed.c.purpose") in told
    assert not any(code in CODES and path == "cookies.placed.c.name" for code, path in told)


def test_a_company_with_three_x_in_its_name_may_tell_of_itself() -> None:
    body = "Bij xxx bestelt men kaarten."
    own = {"sections.+": OwnSection(key="eigen", title="Kaarten", body=body, place="end")}
    assert LEFT_OVER.code in {finding.code for finding in found(own)}
    assert LEFT_OVER.code not in {finding.code for finding in found(own | {"controller.trade_names": ("XXX",)})}


@pytest.mark.parametrize("text", ["Wij zijn [uw bedrijfsnaam].", "Telefoon: ……", "Mail naar {{ email }}."])
def test_the_reader_of_a_statement_has_the_same_list(text: str) -> None:
    assert "placeholder" in faults(text)


@pytest.mark.parametrize(
    "text",
    ["Wij zijn XXX Events.", "Brood komt van Bakkerij [De Kluis].", "De cookie _gat_UA-XXXXXXXX-X telt bezoeken."],
)
def test_the_reader_lets_real_names_pass(text: str) -> None:
    assert not faults(text) & {"placeholder", "left-over"}


@pytest.mark.parametrize(
    "piece", ["_", ".", "[", "…", "(", "{{", "x", "a", "naam ", "[naam ", "adres: ", "naam-", "<naam ", "[ "]
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    begin = time.process_time()
    for phrase in (BLOCKS, DOUBTS):
        phrase.in_sentence(piece * (100_000 // len(piece)))
    assert time.process_time() - begin < 5
