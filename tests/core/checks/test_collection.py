"""From where, from whom, and must one give it (art. 13.2.e, 14.1.d, 14.2.f): one row = one check."""

import pytest

from policies.core.checks import check, collection
from policies.core.checks.review import Review
from policies.core.clauses.library import load
from policies.core.facts import DataItem, DataUse, ExtraSource, Group, paths
from policies.core.mending import mend_of
from tests.core.checks.company import ON, Case, company, found, show

ASK = "activities.vragen"
USE = f"{ASK}.uses.contact"
FROM_OTHERS = {f"{ASK}.source": "third_party"}
LEFT_OUT = {f"{USE}.items": (DataItem(name="e-mailadres", optional=True),)}
CALLS = {f"{ASK}.source": "public", f"{ASK}.name": "nieuwe klanten bellen"}

CASES = [
    Case("14.2.f-source", f"{ASK}.source", {f"{ASK}.source": None}, {f"{ASK}.source": None, f"{USE}.source": "person"}),
    Case("14.2.f-detail", f"{ASK}.source_detail", FROM_OTHERS, {f"{ASK}.source": "observed"}),
    # what a company already keeps comes from nobody else
    Case("14.2.f-detail", f"{ASK}.source_detail", FROM_OTHERS, {f"{ASK}.source": "own", f"{ASK}.required": None}),
    Case(
        "13.2.e-required",
        f"{ASK}.required",
        {f"{ASK}.required": None},
        {f"{ASK}.required": None, f"{ASK}.source": "own"},
    ),
    Case(
        "14.2.f-detail",
        f"{USE}.source_detail",
        {f"{USE}.source": "public"},
        {f"{USE}.source": "public", f"{USE}.source_detail": "de KBO"},
    ),
    Case(
        "14.2.f-vague",
        f"{ASK}.source_detail",
        {**FROM_OTHERS, f"{ASK}.source_detail": "openbare bronnen en partners"},
        {**FROM_OTHERS, f"{ASK}.source_detail": "de werkgever en partners zoals Beurs Gent"},
    ),
    Case(
        "14.2.f-vague",
        f"{ASK}.source_detail",
        {**FROM_OTHERS, f"{ASK}.source_detail": "diverse openbare bronnen zoals LinkedIn, Indeed en ons netwerk"},
        {**FROM_OTHERS, f"{ASK}.source_detail": "LinkedIn en Indeed"},
    ),
    Case(
        "14.2.f-vague",
        f"{ASK}.source_detail",
        {**FROM_OTHERS, f"{ASK}.source_detail": "Partners."},
        {f"{ASK}.source_detail": "partners"},
    ),
    Case(
        "14.2.f-not-public",
        f"{ASK}.source_detail",
        {**CALLS, f"{ASK}.source_detail": "LinkedIn"},
        {**CALLS, f"{ASK}.source_detail": "de Kruispuntbank van Ondernemingen"},
    ),
    Case(
        "14.2.f-not-public",
        f"{ASK}.source_detail",
        {**CALLS, f"{ASK}.source_detail": "LinkedIn"},
        {f"{ASK}.source": "public", f"{ASK}.source_detail": "LinkedIn"},
    ),
    Case(
        "14.2.f-not-public",
        f"{USE}.source_detail",
        {
            f"{ASK}.name": "koude acquisitie",
            f"{USE}.source": "third_party",
            f"{USE}.source_detail": "openbare profielen op LinkedIn",
        },
        {f"{ASK}.name": "koude acquisitie", f"{USE}.source": "third_party", f"{USE}.source_detail": "LinkedIn"},
    ),
    Case(
        "14.2.f-not-public",
        f"{USE}.extra_sources.0.detail",
        {f"{ASK}.name": "prospectie", f"{USE}.extra_sources": (ExtraSource("public", "LinkedIn"),)},
        {f"{ASK}.name": "prospectie", f"{USE}.extra_sources": (ExtraSource("third_party", "LinkedIn"),)},
    ),
    # sources that add
    Case(
        "14.2.f-source",
        f"{USE}.extra_sources.0.source",
        {f"{USE}.extra_sources": (ExtraSource(),)},
        {f"{USE}.extra_sources": (ExtraSource("own"),)},
    ),
    Case(
        "14.2.f-detail",
        f"{USE}.extra_sources.1.detail",
        {f"{USE}.extra_sources": (ExtraSource("own"), ExtraSource("third_party"))},
        {f"{USE}.extra_sources": (ExtraSource("third_party", "de werkgever"),)},
    ),
    Case(
        "14.2.f-vague",
        f"{USE}.extra_sources.0.detail",
        {f"{USE}.extra_sources": (ExtraSource("public", "openbare bronnen"),)},
        {f"{USE}.extra_sources": (ExtraSource("public", "de KBO"),)},
    ),
    # who gives data beside another source is asked whether he must
    Case(
        "13.2.e-required",
        f"{ASK}.required",
        {
            **FROM_OTHERS,
            f"{ASK}.source_detail": "de werkgever",
            f"{ASK}.required": None,
            f"{USE}.extra_sources": (ExtraSource("person"),),
        },
        {
            **FROM_OTHERS,
            f"{ASK}.source_detail": "de werkgever",
            f"{ASK}.required": None,
            f"{USE}.extra_sources": (ExtraSource("own"),),
        },
    ),
    # what may be left out is given by somebody, and what is needed is not left out altogether
    Case(
        "13.2.e-optional",
        f"{USE}.items.0.optional",
        {**LEFT_OUT, f"{ASK}.source": "observed"},
        {**LEFT_OUT, f"{ASK}.required": "voluntary"},
    ),
    Case(
        "13.2.e-optional",
        f"{USE}.items.0.optional",
        {**LEFT_OUT, f"{ASK}.source": "observed"},
        {
            **LEFT_OUT,
            f"{ASK}.source": "observed",
            f"{ASK}.required": "voluntary",
            f"{USE}.extra_sources": (ExtraSource("person"),),
        },
    ),
    Case(
        "13.2.e-optional",
        f"{USE}.items.0.optional",
        LEFT_OUT,
        {f"{USE}.items": (DataItem(name="naam", optional=True), DataItem(name="e-mailadres"))},
    ),
    Case(
        "5.1.c-title",
        f"{USE}.items.1.name",
        {f"{USE}.items.+": DataItem(name="aanhef")},
        {f"{USE}.items.+": DataItem(name="aanhef", optional=True)},
    ),
    Case(
        "14.1.d-category",
        f"{ASK}.uses.1.category",
        {f"{ASK}.uses.+": DataUse()},
        {f"{ASK}.uses.+": DataUse(category="stukken", items=(DataItem(name="bedrag"),), retention="boekhouding")},
    ),
    Case(
        "14.1.d-name",
        "categories.contact.name",
        {"categories.contact.name": None},
        {"categories.contact.description": None},
    ),
    Case("12.1-items", f"{USE}.items", {f"{USE}.items": ()}, {}),
    Case(
        "14.1.d-item",
        f"{USE}.items.1.name",
        {f"{USE}.items.+": DataItem(reason="om te bellen")},
        {f"{USE}.items.+": DataItem(name="telefoon")},
    ),
    Case(
        "13.2.e-required",
        f"{ASK}.required",
        {f"{ASK}.required": None},
        {f"{ASK}.required": None, f"{ASK}.source": "observed"},
    ),
    Case(
        "13.2.e-required",
        f"{ASK}.required",
        {f"{ASK}.required": None},
        {f"{ASK}.required": None, f"{USE}.required": "voluntary"},
    ),
    Case(
        "13.2.e-consequence",
        f"{ASK}.consequence",
        {f"{ASK}.consequence": None},
        {f"{ASK}.consequence": None, f"{ASK}.required": "voluntary"},
    ),
    Case(
        "13.2.e-consequence",
        "activities.nieuws.uses.contact.consequence",
        {"activities.nieuws.uses.contact.required": "contract"},
        {
            "activities.nieuws.uses.contact.required": "contract",
            "activities.nieuws.uses.contact.consequence": "Dan komt er geen nieuwsbrief.",
        },
    ),
    # art. 14 has no counterpart of 13.2.e
    Case(
        "13.2.e-consequence",
        f"{ASK}.consequence",
        {f"{ASK}.consequence": None},
        {f"{ASK}.consequence": None, **FROM_OTHERS},
    ),
    Case("12.1-groups", f"{ASK}.groups", {f"{ASK}.groups": ()}, {f"{ASK}.groups": (), f"{USE}.groups": ("klanten",)}),
    Case(
        "12.1-group-name",
        "groups.wie.name",
        {"groups.+": Group(key="wie")},
        {"groups.+": Group(key="wie", name="bezoekers")},
    ),
    Case(
        "5.1.c-title",
        f"{USE}.items.1.name",
        {f"{USE}.items.+": DataItem(name="aanhef of geslacht")},
        {f"{USE}.items.+": DataItem(name="aanhef"), f"{ASK}.required": "voluntary"},
    ),
    Case(
        "5.1.c-title",
        f"{USE}.items.1.name",
        {f"{USE}.items.+": DataItem(name="geslacht")},
        {f"{USE}.items.+": DataItem(name="geslacht", reason="om in de juiste reeks uit te komen")},
    ),
    Case(
        "5.1.c-account",
        f"{ASK}.required",
        {f"{ASK}.name": "klantaccounts", f"{ASK}.required": "contract"},
        {f"{ASK}.name": "onze accountant", f"{ASK}.required": "contract"},
    ),
    Case(
        "5.1.c-account",
        f"{ASK}.required",
        {f"{ASK}.catalogue_id": "ACT-11", f"{ASK}.required": "contract"},
        {f"{ASK}.catalogue_id": "ACT-11", f"{ASK}.required": "voluntary"},
    ),
    Case(
        "5.1.c-account",
        f"{ASK}.required",
        {f"{ASK}.catalogue_id": "ACT-11", f"{ASK}.required": "contract"},
        {f"{ASK}.required": "contract"},
    ),
    Case(
        "5.1.c-account",
        f"{ASK}.required",
        {f"{ASK}.name": "klantaccount", f"{ASK}.required": "contract"},
        {f"{ASK}.name": "klantaccount"},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_row(case: Case) -> None:
    show(case)


def test_one_answer_that_mends_all_uses_is_asked_once() -> None:
    more = DataUse(category="stukken", items=(DataItem(name="bedrag"),))
    told = [
        f.path
        for f in found({f"{ASK}.uses.+": more, f"{ASK}.source": None, f"{ASK}.retention": None})
        if f.path.startswith(ASK)
    ]
    assert told == [f"{ASK}.source", f"{ASK}.retention"]


NETWORKS = [
    "LinkedIn",
    "linkedin-profielen",
    "openbare LinkedIn-profielen",
    "Facebook",
    "Instagram en TikTok",
    "sociale media",
    "LinkedIn Sales Navigator",
    "social media",
    "LinkedIn en de Kruispuntbank van Ondernemingen",
    "websites van bedrijven, LinkedIn en het Handelsregister",
    "sociale netwerken",
]
CALLED = [
    "nieuwe klanten bellen",
    "koude acquisitie",
    "cold calls",
    "prospectie",
    "prospecten aanschrijven",
    "leads",
    "telemarketing",
    "bedrijven contacteren",
    "mogelijke klanten mailen",
    "klantenwerving",
    "sales",
    "toekomstige klanten aanspreken",
]
NO_CALLS = [
    "vragen",
    "kandidaten benaderen voor een vacature",
    "werving van collega's",
    "kredietwaardigheid nagaan",
    "een naslagwerk maken",
    "onze pagina's",
    "klantenonderzoek",
    "onderzoek",
]


def about_public(changes: dict) -> list[str]:
    return [
        finding.path
        for finding in collection.findings(Review(company(changes), load(), ON))
        if finding.code == "14.2.f-not-public"
    ]


@pytest.mark.parametrize("detail", NETWORKS)
def test_a_network_is_no_public_source_for_who_sells(detail: str) -> None:
    assert about_public({**CALLS, f"{ASK}.source_detail": detail}) == [f"{ASK}.source_detail"]


@pytest.mark.parametrize("name", CALLED)
def test_reaching_out_is_known_by_any_name(name: str) -> None:
    assert about_public({**CALLS, f"{ASK}.name": name, f"{ASK}.source_detail": "LinkedIn"}) == [f"{ASK}.source_detail"]


@pytest.mark.parametrize("name", NO_CALLS)
def test_who_asks_nobody_for_anything_is_left_alone(name: str) -> None:
    assert about_public({**CALLS, f"{ASK}.name": name, f"{ASK}.source_detail": "LinkedIn"}) == []


@pytest.mark.parametrize(
    "detail",
    [
        "de KBO",
        "het Handelsregister",
        "de Gouden Gids",
        "websites van bedrijven",
        "het Belgisch Staatsblad",
        "beurzen en vakbladen",
        "een openbaar register",
        "Companyweb",
    ],
)
def test_a_public_source_is_left_alone(detail: str) -> None:
    assert about_public({**CALLS, f"{ASK}.source_detail": detail}) == []


@pytest.mark.parametrize(
    ("detail", "source", "left"),
    [
        ("LinkedIn en de Kruispuntbank van Ondernemingen", "public", "de Kruispuntbank van Ondernemingen"),
        (
            "websites van bedrijven, LinkedIn en het Handelsregister",
            "public",
            "websites van bedrijven en het Handelsregister",
        ),
        ("LinkedIn", "third_party", "LinkedIn"),
    ],
)
def test_one_button_leaves_the_other_sources_or_names_the_network(detail: str, source: str, left: str) -> None:
    facts = company({**CALLS, f"{ASK}.source_detail": detail})
    finding = next(finding for finding in check(facts, load(), ON) if finding.code == "14.2.f-not-public")
    mended = mend_of(finding, facts, load(), ON).apply()
    assert (paths.read(mended, f"{ASK}.source"), paths.read(mended, f"{ASK}.source_detail")) == (source, left)
