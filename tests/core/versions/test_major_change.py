"""Which change of facts raises the major: one line a rule, with its near miss."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from policies.core import facts as f
from policies.core.versions.major_change import reasons
from tests.make import make_activity, make_company

PROCESSOR = f.Recipient(
    key="mollie",
    name="Mollie",
    kind="named",
    entity="Mollie B.V.",
    role="processor",
    country="NL",
    activities=("contactformulier",),
)
US = replace(
    PROCESSOR,
    key="acme",
    name="Acme",
    country="US",
    transfer_countries=("US",),
    safeguards=("scc",),
    safeguard_url="https://acme.example/scc",
)
COMPANY = make_company(
    recipients=(PROCESSOR, US),
    joint_controllers=(f.JointController(key="bond", name="Bakkersbond", activities=("contactformulier",)),),
    rights=f.Rights(
        email="privacy@bakkerij.example",
        term_number=30,
        term_unit="day",
        identity_check="known_channel",
        exceptions=(f.RightsException(key="facturen", what="facturen", why="omdat de wet ze eist"),),
    ),
    cookies=f.Cookies(
        used=True,
        withdraw_how="met de link onderaan",
        placed=(f.Cookie(key="ga", name="_ga", provider="Google", kind="statistics", consent="consent"),),
    ),
    marketing=f.Marketing(used=True, stop_how="met de link onderaan"),
    automated=f.Automated(
        used=True, decisions=(f.Decision(key="krediet", name="krediet", logic="score", ground="contract"),)
    ),
)
Change = Callable[[f.Facts], f.Facts]


def part(name: str, /, **fields: object) -> Change:
    return lambda facts: replace(facts, **{name: replace(getattr(facts, name), **fields)})


def first(name: str, /, **fields: object) -> Change:
    """The first row of a list, changed."""
    return lambda facts: replace(
        facts, **{name: (replace(getattr(facts, name)[0], **fields), *getattr(facts, name)[1:])}
    )


def more(name: str, row: object) -> Change:
    return lambda facts: replace(facts, **{name: (*getattr(facts, name), row)})


def activity(**fields: object) -> Change:
    return first("activities", **fields)


def purpose(**fields: object) -> Change:
    return lambda facts: activity(purposes=(replace(facts.activities[0].purposes[0], **fields),))(facts)


def use(**fields: object) -> Change:
    return lambda facts: activity(uses=(replace(facts.activities[0].uses[0], **fields),))(facts)


def both(*changes: Change) -> Change:
    def change(facts: f.Facts) -> f.Facts:
        for one in changes:
            facts = one(facts)
        return facts

    return change


def below(name: str, collection: str, /, **fields: object) -> Change:
    """The first row of a list inside a part, changed."""
    return lambda facts: part(name, **{collection: (replace(getattr(getattr(facts, name), collection)[0], **fields),)})(
        facts
    )


IBAN = f.DataItem(name="rekeningnummer")
MAJOR: dict[str, tuple[Change, str]] = {
    "another company": (part("controller", legal_name="Peeters en Zonen"), "controller"),
    "another number": (part("controller", register_number="1999.999.844"), "controller"),
    "another legal form": (part("controller", legal_form="nv"), "controller"),
    "a joint controller": (more("joint_controllers", f.JointController(key="n", name="Nieuw")), "joint_controllers.n"),
    "a purpose": (
        lambda facts: activity(
            purposes=(
                *facts.activities[0].purposes,
                f.Purpose(key="nieuws", name="nieuws sturen", legal_basis="consent"),
            )
        )(facts),
        "activities.contactformulier.purposes.nieuws",
    ),
    "another purpose": (purpose(name="klanten werven"), "activities.contactformulier.purposes.antwoorden"),
    "another legal basis": (purpose(legal_basis="consent"), "activities.contactformulier.purposes.antwoorden"),
    "another interest": (purpose(interest="verkopen"), "activities.contactformulier.purposes.antwoorden"),
    "an activity": (
        more("activities", make_activity(key="bestellen", uses=())),
        "activities.bestellen.purposes.antwoorden",
    ),
    "a cookie by consent": (
        lambda facts: part(
            "cookies",
            placed=(
                *facts.cookies.placed,
                f.Cookie(key="fb", name="_fbp", provider="Meta", kind="marketing", consent="consent"),
            ),
        )(facts),
        "cookies.placed.fb",
    ),
    "a kind of data": (
        lambda facts: both(
            more("categories", f.DataCategory(key="betaling", name="betaalgegevens")),
            activity(uses=(*facts.activities[0].uses, f.DataUse(category="betaling"))),
        )(facts),
        "activities.contactformulier.uses.betaling",
    ),
    "a kind of data that is special after all": (
        first("categories", special="health"),
        "activities.contactformulier.uses.contact",
    ),
    "more of a kind of data": (
        lambda facts: use(items=(*facts.activities[0].uses[0].items, IBAN))(facts),
        "activities.contactformulier.uses.contact",
    ),
    "a longer period": (first("retention_rules", number=2), "activities.contactformulier.uses.contact.retention"),
    "a longer period in another unit": (
        first("retention_rules", number=13, unit="month"),
        "activities.contactformulier.uses.contact.retention",
    ),
    "counting from something else": (
        first("retention_rules", start_event="na uw laatste bestelling"),
        "activities.contactformulier.uses.contact.retention",
    ),
    "a criterion": (
        first("retention_rules", number=None, unit=None, criterion="zolang u klant bent"),
        "activities.contactformulier.uses.contact.retention",
    ),
    "another rule, longer": (
        both(
            more(
                "retention_rules",
                f.RetentionRule(key="lang", number=7, unit="year", start_event="na het laatste contact"),
            ),
            use(retention="lang"),
        ),
        "activities.contactformulier.uses.contact.retention",
    ),
    "a purpose about more people": (
        lambda facts: both(more("groups", f.Group(key="leden", name="leden")), purpose(groups=("klanten", "leden")))(
            facts
        ),
        "activities.contactformulier.purposes.antwoorden",
    ),
    "a source of others beside the person": (
        use(extra_sources=(f.ExtraSource("third_party", "de werkgever"),)),
        "activities.contactformulier.uses.contact.source",
    ),
    "another source": (use(source="public", source_detail="de KBO"), "activities.contactformulier.uses.contact.source"),
    "at least so long": (
        first("retention_rules", bound="at_least"),
        "activities.contactformulier.uses.contact.retention",
    ),
    "mostly so long": (first("retention_rules", bound="usually"), "activities.contactformulier.uses.contact.retention"),
    "a condition that adds to the period": (
        first("retention_rules", criterion="tot de klacht behandeld is", together="then"),
        "activities.contactformulier.uses.contact.retention",
    ),
    "a recipient": (more("recipients", replace(PROCESSOR, key="n", name="Nieuw")), "recipients.n"),
    "another company behind a recipient": (first("recipients", entity="Mollie SA"), "recipients.mollie"),
    "a processor that decides for itself": (first("recipients", role="controller"), "recipients.mollie"),
    "another task with a role of its own": (
        first("recipients", other_roles=(f.RecipientRole("controller", "zoekt fraude"),)),
        "recipients.mollie",
    ),
    "a recipient in another country": (first("recipients", country="GB"), "recipients.mollie"),
    "a recipient for more activities": (
        both(
            more("activities", make_activity(key="b", uses=(), purposes=())),
            first("recipients", activities=("contactformulier", "b")),
        ),
        "recipients.mollie",
    ),
    "a transfer": (first("recipients", transfer_countries=("US",)), "recipients.mollie"),
    "another safeguard": (
        lambda facts: replace(facts, recipients=(facts.recipients[0], replace(US, safeguards=("dpf",)))),
        "recipients.acme",
    ),
    "disclosure in more cases": (part("disclosure", cases=("law",)), "disclosure.cases"),
    "no longer a promise not to sell": (both(part("disclosure", no_sale=False)), "disclosure.no_sale"),
    "no longer a promise that the website uses no data": (part("scope", no_site_data=False), "scope.no_site_data"),
    "requests at the desk": (part("rights", in_person=True), "rights"),
    "an account to see one's data in": (part("rights", account_how="in het account"), "rights"),
    "another address for requests": (part("rights", email="post@bakkerij.example"), "rights"),
    "an identity card": (part("rights", identity_check="id_copy"), "rights"),
    "a longer answering term": (part("rights", term_number=5, term_unit="week"), "rights"),
    "something more that is not erased": (
        lambda facts: part(
            "rights", exceptions=(*facts.rights.exceptions, f.RightsException(key="x", what="logboek", why="omdat"))
        )(facts),
        "rights",
    ),
    "another way to withdraw consent for cookies": (
        part("cookies", withdraw_how="met een brief"),
        "cookies.withdraw_how",
    ),
    "another way to stop advertising": (part("marketing", stop_how="met een brief"), "marketing.stop_how"),
    "a decision by a machine": (
        lambda facts: part(
            "automated", decisions=(*facts.automated.decisions, f.Decision(key="cv", name="cv's filteren"))
        )(facts),
        "automated.decisions.cv",
    ),
    "another logic of a decision": (
        below("automated", "decisions", logic="andere score"),
        "automated.decisions.krediet",
    ),
}

MINOR: dict[str, Change] = {
    "nothing": lambda facts: facts,
    "another telephone number": part("controller", phone="09 000 00 00"),
    "another seat": part("controller", seat_street="Molenstraat 2"),
    "a trade name": part("controller", trade_names=("Peeters",)),
    "the name of the group": part(
        "controller", group_name="Graan Groep", rsin="001234560", other_numbers=("erkenning 12",)
    ),
    "another desk to ask": part(
        "contact",
        others=(f.OtherContact(key="w", name="de winkel", phone="09 000 00 01"),),
        hours="elke werkdag",
        form_url="https://bakkerij.example/vraag",
    ),
    "a promise that the website uses no data": part("scope", no_site_data=True),
    "a friendly first word": part("rights", talk_first=True),
    "a notice on the premises": part("changes", channels=("premises",)),
    "another tone": part("style", tone="je"),
    "a measure": part("security", measures=("sloten op de deuren",)),
    "a purpose that is gone": activity(purposes=()),
    "a purpose with another key": purpose(key="anders"),
    "an activity that is gone": lambda facts: replace(facts, activities=(), joint_controllers=(), recipients=()),
    "an activity told better": activity(story="U vult het formulier in."),
    "a kind of data that is gone": activity(uses=()),
    "a kind of data explained": first("categories", description="hoe wij u bereiken"),
    "fewer data": lambda facts: use(items=facts.activities[0].uses[0].items[:1])(facts),
    "data in capitals": use(items=(f.DataItem(name="Naam"), f.DataItem(name="E-mailadres"))),
    "a shorter period": first("retention_rules", number=6, unit="month"),
    "the same period in months": first("retention_rules", number=12, unit="month"),
    "the same answering term as a month": part("rights", term_number=1, term_unit="month"),
    "at most so long": first("retention_rules", bound="at_most"),
    "nothing kept any more": first("retention_rules", number=None, unit=None, start_event=None, nothing_kept=True),
    "a purpose about fewer people": lambda facts: purpose(groups=facts.activities[0].groups[:1])(facts),
    "a short form of a purpose": purpose(short="antwoorden"),
    "a phrase for readers": first("groups", phrase="u bent klant"),
    "a source of its own": use(extra_sources=(f.ExtraSource("own", "ons klantenbestand"),)),
    "data that may be left out": lambda facts: use(
        items=tuple(replace(item, optional=True) for item in facts.activities[0].uses[0].items)
    )(facts),
    "another name for a rule": first("retention_rules", name="vragen 1 jaar"),
    "a recipient that is gone": lambda facts: replace(facts, recipients=(PROCESSOR,)),
    "a recipient with another key": first("recipients", key="mollie-2"),
    "a recipient with a link": first("recipients", privacy_url="https://mollie.example/privacy"),
    "a recipient checked again": first("recipients", checked_on="2026-11-22", notes="gebeld"),
    "a transfer that ended": lambda facts: replace(
        facts, recipients=(PROCESSOR, replace(US, transfer_countries=(), safeguards=(), safeguard_url=None))
    ),
    "a promise not to sell": part("disclosure", no_sale=True),
    "a shorter answering term": part("rights", term_number=14),
    "an exception that is gone": part("rights", exceptions=()),
    "an exempt cookie": lambda facts: part(
        "cookies", placed=(*facts.cookies.placed, f.Cookie(key="s", name="sid", kind="necessary", consent="exempt"))
    )(facts),
    "a cookie that lives longer": below("cookies", "placed", lifetime="13 maanden"),
    "an own section": more("sections", f.OwnSection(key="x", title="Onze winkel", body="Kom langs.")),
}


@pytest.mark.parametrize(("change", "path"), MAJOR.values(), ids=MAJOR)
def test_major(change: Change, path: str) -> None:
    name, _, field = path.partition(".")
    before = part(name, **{field: True})(COMPANY) if path in {"disclosure.no_sale", "scope.no_site_data"} else COMPANY
    assert [reason.path for reason in reasons(before, change(before))] == [path]


LEAST = first("retention_rules", bound="at_least")
STEPS: dict[str, tuple[Change, Change, bool]] = {  # from, to, and whether that is major
    "nothing kept to a period": (
        first("retention_rules", number=None, unit=None, start_event=None, nothing_kept=True),
        lambda facts: COMPANY,
        True,
    ),
    "at most to at least": (first("retention_rules", bound="at_most"), LEAST, True),
    "at least to at most": (LEAST, first("retention_rules", bound="at_most"), False),
    "mostly to at least": (first("retention_rules", bound="usually"), LEAST, True),
    "at least to at least longer": (LEAST, both(LEAST, first("retention_rules", number=2)), True),
    "at least to a longer period that ends": (LEAST, first("retention_rules", number=2), False),
    "the first of two to the last": (
        first("retention_rules", criterion="tot de klacht behandeld is", together="earliest"),
        first("retention_rules", criterion="tot de klacht behandeld is", together="latest"),
        True,
    ),
    "the last of two to the first": (
        first("retention_rules", criterion="tot de klacht behandeld is", together="latest"),
        first("retention_rules", criterion="tot de klacht behandeld is", together="earliest"),
        False,
    ),
    "a source that was there": (
        use(extra_sources=(f.ExtraSource("third_party", "de werkgever"),)),
        use(source="third_party", source_detail="De werkgever"),
        False,
    ),
    "a purpose about all again": (
        purpose(groups=("klanten",)),
        both(more("groups", f.Group(key="leden", name="leden")), activity(groups=("klanten", "leden"))),
        True,
    ),
}


@pytest.mark.parametrize(("before", "after", "major"), STEPS.values(), ids=STEPS)
def test_steps(before: Change, after: Change, major: bool) -> None:
    assert bool(reasons(before(COMPANY), after(COMPANY))) is major


@pytest.mark.parametrize("change", MINOR.values(), ids=MINOR)
def test_minor(change: Change) -> None:
    assert reasons(COMPANY, change(COMPANY)) == []
