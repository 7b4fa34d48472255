"""A clause that promises or denies something stands there only while every fact backs it: the smallest fact against it removes it.

Who answers the question behind each is in test_promises_asked.py.
"""

import dataclasses
from datetime import date

import pytest

from policies.core import document as d
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import load
from policies.core.document import plain
from policies.core.facts import (
    Activity,
    AiSystem,
    Automated,
    Changes,
    Controller,
    Cookie,
    Cookies,
    DataCategory,
    Decision,
    Disclosure,
    Facts,
    JointController,
    Links,
    Marketing,
    Minors,
    PrivacyContact,
    Purpose,
    Recipient,
    Rights,
    Scope,
    Security,
    Unasked,
)

ON = date(2026, 12, 1)
HOST = Recipient(key="host", name="Host", kind="named", country="BE", role="processor", agreement=True)
MAILER = Recipient(
    key="mailer", name="Mailer", kind="named", country="US", role="processor", agreement=True, safeguards=("scc",)
)
MAIL = Purpose(key="mail", name="nieuws sturen", legal_basis="consent")
NEWS = Activity(key="news", name="nieuwsbrief", purposes=(MAIL,))
QUIET = Scope(no_site_data=True)
SITE = Scope(websites=("https://www.lampenist.example",))
NUMBER = DataCategory(key="x", name="nationaal nummer", national_number=True)
BOT = AiSystem(key="bot", name="Bot", trains=False)


def swap(row, **changes):
    return dataclasses.replace(row, **changes)


def with_purpose(**changes) -> Facts:
    return Facts(activities=(swap(NEWS, purposes=(swap(MAIL, **changes),)),))


# clause: facts that back it, and each smallest fact against it
CASES = {
    "cookies/none": (
        Facts(cookies=Cookies(used=False), scope=SITE),
        [
            Facts(cookies=Cookies(used=None), scope=SITE),
            Facts(cookies=Cookies(used=False, placed=(Cookie(key="x"),)), scope=SITE),
            Facts(cookies=Cookies(used=False, techniques=("pixels",)), scope=SITE),
            Facts(cookies=Cookies(used=False)),
        ],
    ),
    "opening/no-site-data": (
        Facts(scope=QUIET),
        [
            Facts(),
            Facts(scope=swap(QUIET, no_site_data=False)),
            Facts(scope=QUIET, cookies=Cookies(used=True)),
            Facts(scope=QUIET, cookies=Cookies(placed=(Cookie(key="x"),))),
            Facts(scope=QUIET, cookies=Cookies(techniques=("pixels",))),
            Facts(scope=QUIET, links=Links(buttons=True)),
            Facts(scope=QUIET, contact=PrivacyContact(form_url="https://x.example")),
            Facts(scope=QUIET, rights=Rights(url="https://x.example")),
            Facts(scope=QUIET, rights=Rights(account_how="in het account")),
            Facts(scope=QUIET, changes=Changes(channels=("account",))),
        ],
    ),
    "data/unasked": (
        Facts(unasked=Unasked(erases=True)),
        [
            Facts(),
            Facts(unasked=Unasked(erases=True), categories=(DataCategory(key="x", special="health"),)),
            Facts(unasked=Unasked(erases=True), categories=(DataCategory(key="x", criminal=True),)),
            swap(with_purpose(special_ground="care"), unasked=Unasked(erases=True)),
        ],
    ),
    "transfer/none": (
        Facts(disclosure=Disclosure(shares=True), recipients=(HOST,), scope=Scope(processing_countries=("BE",))),
        [
            Facts(disclosure=Disclosure(shares=True), recipients=(HOST, MAILER)),
            Facts(disclosure=Disclosure(shares=True), recipients=(HOST, swap(HOST, key="b", country=None))),
            Facts(disclosure=Disclosure(shares=True), recipients=(swap(HOST, transfer_countries=("US",)),)),
            Facts(
                disclosure=Disclosure(shares=True), recipients=(HOST,), scope=Scope(processing_countries=("BE", "US"))
            ),
            Facts(disclosure=Disclosure(shares=True), recipients=(HOST,)),
            Facts(
                disclosure=Disclosure(shares=True),
                recipients=(swap(HOST, safeguards=("scc",)),),
                scope=Scope(processing_countries=("BE",)),
            ),
            Facts(
                disclosure=Disclosure(shares=True),
                recipients=(HOST,),
                scope=Scope(processing_countries=("BE",)),
                controller=Controller(seat_country="GB"),
            ),
            Facts(),
        ],
    ),
    "disclosure/no-sale": (Facts(disclosure=Disclosure(no_sale=True)), [Facts()]),
    "recipients/none": (
        Facts(disclosure=Disclosure(shares=False)),
        [
            Facts(),
            Facts(disclosure=Disclosure(shares=True)),
            Facts(disclosure=Disclosure(shares=False), recipients=(HOST,)),
            Facts(disclosure=Disclosure(shares=False, business_transfer=True)),
            Facts(disclosure=Disclosure(shares=False, cases=("rights",))),
            Facts(disclosure=Disclosure(shares=False), joint_controllers=(JointController(key="x"),)),
        ],
    ),
    "recipients/table": (Facts(recipients=(HOST,)), [Facts()]),  # what it promises of a recipient is below
    "recipients/kinds": (Facts(recipients=(swap(HOST, kind="category"),)), [Facts(recipients=(HOST,))]),
    "marketing/none": (
        Facts(marketing=Marketing(used=False)),
        [
            Facts(),
            Facts(marketing=Marketing(used=False, channels=("email",))),
            Facts(marketing=Marketing(used=False, stop_how="met een mail")),
            Facts(marketing=Marketing(used=True)),
            swap(with_purpose(marketing_rule="opt_in"), marketing=Marketing(used=False)),
            Facts(marketing=Marketing(used=False), cookies=Cookies(placed=(Cookie(key="x", kind="marketing"),))),
        ],
    ),
    "automated/none": (
        Facts(automated=Automated(used=False)),
        [
            Facts(),
            Facts(automated=Automated(used=True)),
            Facts(automated=Automated(used=False, decisions=(Decision(key="x"),))),
        ],
    ),
    "ai/trains-not": (
        Facts(ai_systems=(BOT,)),
        [Facts(ai_systems=(swap(BOT, trains=True),)), Facts(ai_systems=(swap(BOT, trains=None),))],
    ),
    "minors/erase": (Facts(minors=Minors(erases_unasked=True)), [Facts()]),
    "minors/report": (Facts(minors=Minors(parents_can_report=True)), [Facts()]),
    "minors/parents": (
        Facts(minors=Minors(directed=True, parental_consent="x")),
        [
            Facts(minors=Minors(directed=False, parental_consent="x")),
            Facts(minors=Minors(directed=None, parental_consent="x")),
            Facts(minors=Minors(directed=True)),
        ],
    ),
    "data/criminal": (
        Facts(categories=(DataCategory(key="x", criminal=True),)),
        [Facts(categories=(DataCategory(key="x"),))],
    ),
    "data/national-number": (
        Facts(categories=(NUMBER,)),
        [
            Facts(categories=(swap(NUMBER, national_number=False),)),
            Facts(categories=(swap(NUMBER, name="kopie met het nummer"),)),
            Facts(categories=(swap(NUMBER, name="dossier"),)),
        ],
    ),
    "data/number-within": (
        Facts(categories=(swap(NUMBER, name="dossier"),)),
        [Facts(categories=(swap(NUMBER, name="dossier", national_number=False),)), Facts(categories=(NUMBER,))],
    ),
    "security/breach": (Facts(security=Security(tells_breaches=True)), [Facts()]),
    "retention/backups": (Facts(security=Security(backup_days=30)), [Facts()]),
    "purpose/marketing": (with_purpose(marketing_rule="opt_in"), [with_purpose()]),
    "activity/control": (Facts(activities=(swap(NEWS, control="Men belt ons."),)), [Facts(activities=(NEWS,))]),
    "cookies/how": (Facts(cookies=Cookies(withdraw_how="met een knop")), [Facts()]),
    "disclosure/case": (
        Facts(disclosure=Disclosure(cases=("law",))),
        [Facts(), Facts(disclosure=Disclosure(cases=("law", "abuse")))],
    ),
    "disclosure/cases": (
        Facts(disclosure=Disclosure(cases=("law", "abuse"))),
        [Facts(), Facts(disclosure=Disclosure(cases=("law",)))],
    ),
    "marketing/stop-anyway": (Facts(marketing=Marketing(stop_how="met een mail")), [Facts()]),
    "minors/check": (Facts(minors=Minors(age_check="met een vraag")), [Facts()]),
    "minors/not-directed": (
        Facts(minors=Minors(directed=False, minimum_age=18)),
        [
            Facts(minors=Minors(directed=False)),
            Facts(minors=Minors(minimum_age=18)),
            Facts(minors=Minors(directed=True, minimum_age=18)),
        ],
    ),
    "minors/parents-anyway": (
        Facts(minors=Minors(directed=False, parental_consent="x")),
        [Facts(minors=Minors(directed=False)), Facts(minors=Minors(directed=True, parental_consent="x"))],
    ),
    "rights/corrections": (Facts(recipients=(HOST,)), [Facts()]),
    "rights/identity": (Facts(rights=Rights(identity_check="questions")), [Facts()]),
    "security/measures": (Facts(security=Security(measures=("een slot",))), [Facts()]),
    "security/register": (
        Facts(security=Security(keeps_register=True)),
        [Facts(), Facts(security=Security(keeps_register=False))],
    ),
    "transfer/places": (Facts(scope=Scope(processing_countries=("BE",))), [Facts()]),
}

# clause that stands there anyway: the promise that is told in it, the facts that back it
WITHIN = [
    ("rights/how", "een brief sturen", Facts(rights=Rights(by_post=True))),
    ("rights/how", "bellen", Facts(rights=Rights(by_phone=True))),
    ("rights/how", "langskomen", Facts(rights=Rights(in_person=True))),
    ("rights/how", "gegevens ook zelf", Facts(rights=Rights(account_how="in het account"))),
    ("purpose/marketing", "die lijken op", with_purpose(own_similar=True)),
    ("purpose/marketing", "bij een verkoop", with_purpose(address_from_sale=True)),
    ("purpose/marketing", "Weigeren is gratis", with_purpose(objection_offered=True)),
    ("changes/how", "14 dagen vooraf", Facts(changes=Changes(notice_days=14))),
]


def said(facts: Facts) -> set[str]:
    return {clause.clause for clause in assemble(facts, load(), ON).clauses()}


def test_every_promise_is_in_the_table() -> None:
    assert set(CASES) == {name for name, clause in load().clauses.items() if clause.promise}


@pytest.mark.parametrize("name", CASES)
def test_a_promise_stands_while_it_is_backed(name: str) -> None:
    assert name in said(CASES[name][0])


@pytest.mark.parametrize("name", CASES)
def test_the_smallest_fact_against_it_removes_it(name: str) -> None:
    for against in CASES[name][1]:
        assert name not in said(against), against


@pytest.mark.parametrize(
    ("clause", "words", "facts"), WITHIN, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_promise_within_a_sentence_is_left_out_of_it_without_its_fact(clause: str, words: str, facts: Facts) -> None:
    def told(facts: Facts) -> str:
        return next(plain(one) for one in assemble(facts, load(), ON).clauses() if one.clause == clause)

    assert words in told(facts) and words not in told(with_purpose(marketing_rule="opt_in"))


@pytest.mark.parametrize(
    ("words", "backed", "against"),
    [
        ("met een overeenkomst", HOST, swap(HOST, agreement=False)),
        ("met een overeenkomst", HOST, swap(HOST, agreement=None)),
        ("alleen als u ja zegt", swap(HOST, only_with_consent=True), HOST),
    ],
)
def test_a_promise_of_a_recipient_goes_with_its_answer(words: str, backed: Recipient, against: Recipient) -> None:
    def told(recipient: Recipient) -> str:
        return d.plain(
            [
                clause
                for clause in assemble(Facts(recipients=(recipient,)), load(), ON).clauses()
                if clause.clause == "recipients/table"
            ][0]
        )

    assert words in told(backed) and words not in told(against)


@pytest.mark.parametrize("others", [(), (swap(HOST, key="b"),), (swap(HOST, key="b", agreement=None),)])
def test_an_agreement_joins_the_caption_only_when_every_row_below_has_one(others: tuple[Recipient, ...]) -> None:
    statement = assemble(
        Facts(recipients=(HOST, *others, swap(HOST, key="bank", role="controller", agreement=None))), load(), ON
    )
    bound, free = [node for node in d.nodes(statement) if isinstance(node, d.Table)]
    every = all(other.agreement for other in others)
    assert ("met een overeenkomst" in d.plain(bound.caption)) is every and (
        "met een overeenkomst" in d.plain(bound.rows[0])
    ) is not every
    assert not any("overeenkomst" in d.plain(cell) for cell in (free.caption, *bound.rows[1:], *free.rows))
