"""Each kind of fault in the words of many people, in own texts, in facts and in a text from elsewhere; and sentences close to it that are right (wordings.yaml)."""

from pathlib import Path

import pytest
import yaml

from policies.core.checks import phrases, plain, texts
from policies.core.checks.cookies import takes_browsing_for_consent
from policies.core.checks.dpo_title import CALLED_DPO
from policies.core.checks.economy_words import kind_says_less, listed, only_repeats_a_right, repeats
from policies.core.checks.marketing import NO_ADS, REMARKETS
from policies.core.checks.review import Review
from policies.core.checks.vague_terms import tells_no_lifetime, tells_no_start, tells_no_term
from policies.core.clauses.library import load
from policies.core.facts import OwnSection
from policies.core.language.address import first_of_other
from policies.core.language.vague_words import in_text, words_of
from policies.core.reading.rules import rules_of
from policies.core.reading.text import index_of
from tests.core.checks.company import ON, company, found

RULE = "retention_rules.vraag"
CRITERION = {f"{RULE}.number": None, f"{RULE}.unit": None, f"{RULE}.start_event": None}
COOKIE = "cookies.placed.meting"
NO_NEWS = {"marketing.used": False, "activities.nieuws.purposes.sturen.marketing_rule": None}
WORDINGS = yaml.safe_load(Path(__file__).with_name("wordings.yaml").read_text("utf-8"))
KINDS = WORDINGS["kinds"]
JUDGES = {
    "terms": tells_no_term,
    "starts": tells_no_start,
    "lifetimes": tells_no_lifetime,
    "given": takes_browsing_for_consent,
    "says_u": lambda text: bool(first_of_other(text, "je")),
    "says_je": lambda text: bool(first_of_other(text, "u")),
    "lists": lambda text: listed(text, ("naam", "adres", "e-mailadres", "telefoonnummer", "de vraag")),
    "repeats": lambda text: repeats(*text.split(" | ")),
    "rights": only_repeats_a_right,
    "kinds": lambda text: kind_says_less(*text.split(" | ")),
    "remarketing": lambda text: bool(REMARKETS.search(text)) and not NO_ADS.search(text),
    "titles": lambda text: bool(CALLED_DPO.search(text)),
}


def test_each_kind_is_tried_in_many_words() -> None:
    assert JUDGES.keys() == WORDINGS["facts"].keys()
    for rows in (*KINDS.values(), *WORDINGS["facts"].values()):
        assert len(rows["wrong"]) == len(set(rows["wrong"])) >= 8 and len(rows["right"]) == len(set(rows["right"])) >= 8


def told_of(sentences: list[str], code: str) -> set[str]:
    """Those of the sentences, each an own text of one company, of which a rule is told."""
    sections = tuple(
        OwnSection(key=f"stuk-{number}", title="Extra", body=text) for number, text in enumerate(sentences)
    )
    review = Review(company({"sections": sections}), load(), ON)
    told = {finding.path for theme in (phrases, plain) for finding in theme.findings(review) if finding.code == code}
    return {section.body for section in sections if f"sections.{section.key}.body" in told}


def told_in(fault: str, sentences: list[str]) -> set[str]:
    """The sentences in which reading sees this fault, whatever else the text must say for it."""
    rules = rules_of(load())
    rule = next(rule for rule in rules.faults if rule.id == fault)
    reading = index_of("\n\n".join(sentences), rules.marks)
    numbers = {number for pattern in rule.says for number in reading.matching(pattern)}
    numbers |= {
        one.number for one in reading.sentences if any(phrase.in_sentence(one.shown) for phrase in rule.phrases)
    }
    return {reading.sentences[number].text for number in numbers}


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if "code" in kind])
def test_own_texts(name: str) -> None:
    kind = KINDS[name]
    wrong, right = kind["wrong"], kind["right"]
    told = told_of([*wrong, *right], kind["code"])
    assert [text for text in wrong if text not in told] == []
    assert [text for text in right if text in told] == []


def test_ordinary_sentences_are_left_alone() -> None:
    words = words_of(load().catalogue["vague"])
    told = [
        (text, phrase.rule.code)
        for text in WORDINGS["ordinary"]
        for phrase in phrases.PHRASES
        if texts.matches(phrase, text)
    ]
    assert told + [(text, form) for text in WORDINGS["ordinary"] for _, form, _ in in_text(text, words)] == []


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if "fault" in kind])
def test_texts_from_elsewhere(name: str) -> None:
    kind = KINDS[name]
    wrong, right = kind["wrong"], kind["right"]
    told = told_in(kind["fault"], wrong)
    assert [text for text in wrong if not any(text.endswith(one) for one in told)] == []
    assert told_in(kind["fault"], right) == set()


@pytest.mark.parametrize("name", JUDGES)
def test_words_of_facts(name: str) -> None:
    rows, judge = WORDINGS["facts"][name], JUDGES[name]
    assert [text for text in rows["wrong"] if not judge(text)] == []
    assert [text for text in rows["right"] if judge(text)] == []


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("13.2.a-vague", {**CRITERION, f"{RULE}.criterion": "zo lang als redelijkerwijs nodig"}),
        ("13.2.a-vague", {f"{RULE}.criterion": "zolang dat redelijk nodig is voor ons werk"}),
        ("13.2.a-vague", {f"{RULE}.start_event": "na afloop"}),
        ("13-cookie-lifetime", {f"{COOKIE}.lifetime": "volgens de leverancier"}),
        ("4.11-browsing-on", {"cookies.consent_how": "door op de site te blijven"}),
        ("13.1.b-in-name", {"contact.name": "Functionaris"}),
        ("5.1.a-marketing", {**NO_NEWS, f"{COOKIE}.purpose": "remarketing"}),
        ("5.1.a-marketing", {**NO_NEWS, "recipients.host.task": "toont onze advertenties opnieuw op andere websites"}),
        ("5.1.a-marketing-check", {**NO_NEWS, f"{COOKIE}.name": "_fbp", f"{COOKIE}.kind": "marketing"}),
    ],
)
def test_a_check_asks_them(code: str, changes: dict[str, object]) -> None:
    """The words above are asked at their field, and told once."""
    assert [finding.code for finding in found(changes) if finding.code in {code, "4.11-use"}] == [code]


def test_no_term_start_or_lifetime_of_the_catalogue_is_called_vague() -> None:
    catalogue = load().catalogue
    told = [*_values({name: catalogue[name] for name in ("retention", "activities", "cookies", "doings")})]
    assert len(told) > 80
    judges = {"criterion": tells_no_term, "start_event": tells_no_start, "lifetime": tells_no_lifetime}
    assert [(name, text) for name, text in told if judges[name](text)] == []


def _values(data: object, name: str = "") -> list[tuple[str, str]]:
    """Every criterion, start and lifetime below, also where the countries differ."""
    if isinstance(data, dict):
        return [found for key, value in data.items() for found in _values(value, name if key in {"BE", "NL"} else key)]
    if isinstance(data, list):
        return [found for value in data for found in _values(value, name)]
    return [(name, data)] if isinstance(data, str) and name in {"criterion", "start_event", "lifetime"} else []


def test_a_sentence_without_an_end_takes_no_time() -> None:
    """However long somebody's text is, what is looked at of one sentence has a bound."""
    phrase = next(phrase for phrase in rules_of(load()).faults if phrase.id == "consent-by-use").phrases[0]
    assert not phrase.in_sentence(
        "wie dit leest " * (texts.LONGEST // 10) + "en het formulier invult, gaat akkoord met het gebruik van gegevens"
    )
