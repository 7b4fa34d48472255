"""Who one is and how one is reached, from a file: what each new answer takes, and what it says to what it does not take."""

import pytest

from policies.core.facts.plain_data import FactsError, read_yaml, write_yaml

HEAD = "schema: 2\ncontroller: {country: NL, register_number: '99999001'%s}\n%s"

# path → what is written there (inside controller, or apart), and what is said
REFUSED = {
    "controller.rsin": (
        ", rsin: '001234561'",
        "",
        "Een RSIN heeft 9 cijfers, bijvoorbeeld 001234560, en een controlegetal dat klopt.",
    ),
    "controller.other_numbers": (", other_numbers: {nummer: 12}", "", "Hier hoort een lijst."),
    "controller.group_name": (", group_name: [Graan Groep]", "", "Hier hoort tekst."),
    "contact.form_url": ("", "contact: {form_url: ons formulier}", "Dit is geen volledig webadres"),
    "contact.hours": ("", "contact: {hours: %s}" % ("elke dag " * 40), "Hooguit 200 tekens"),
    "contact.others": (
        "",
        "contact: {others: de winkel}",
        "Hier hoort een lijst: elke regel begint met een streepje (-).",
    ),
    "contact.others.0.key": ("", "contact: {others: [{name: de winkel}]}", "Elke regel heeft een kenmerk nodig"),
    "contact.others.winkel.phone": ("", "contact: {others: [{key: winkel, phone: bel maar}]}", "telefoonnummer"),
    "contact.others.winkel.mail": (
        "",
        "contact: {others: [{key: winkel, mail: w@w.example}]}",
        "Dit veld bestaat niet. Bedoelt u email?",
    ),
    "contact.others.winkel": ("", "contact: {others: [{key: winkel}, {key: winkel}]}", "Dit staat er twee keer."),
    "scope.applies_to": (
        "",
        "scope: {applies_to: apps}",
        "“apps” kan hier niet. Kies uit: everything, websites, websites_apps.",
    ),
    "scope.apps": ("", "scope: {apps: [" + ", ".join(f"app {n}" for n in range(21)) + "]}", "Hooguit 20 regels."),
    "scope.no_site_data": ("", "scope: {no_site_data: bijna}", "Antwoord met ja of nee."),
    "rights.in_person": ("", "rights: {in_person: na afspraak}", "Antwoord met ja of nee."),
    "rights.account_how": ("", "rights: {account_how: [in de app]}", "Hier hoort tekst."),
    "rights.talk_first": ("", "rights: {talk_first: graag}", "Antwoord met ja of nee."),
    "changes.channels": (
        "",
        "changes: {channels: [winkel]}",
        "“winkel” kan hier niet. Kies uit: website, email, banner, account, post, premises.",
    ),
}

TAKEN = """
contact: {form_url: www.lampje.example/vraag, hours: "• Op werkdagen.", others: [{key: w, subject: "Voor lampen:", name: De winkel, phone: 030 000 00 00}]}
scope: {applies_to: Alleen onze website(s) en onze apps, websites: [www.lampje.example], apps: "Lampje\\nFitting", no_site_data: nee}
rights: {in_person: ja, account_how: via de app;, talk_first: true}
changes: {channels: [Met een bericht in onze zaak of aan de balie]}
"""


@pytest.mark.parametrize("path", REFUSED)
def test_what_is_wrong_is_told_at_its_path(path: str) -> None:
    inside, apart, said = REFUSED[path]
    with pytest.raises(FactsError) as refusal:
        read_yaml(HEAD % (inside, apart))
    assert [problem.path for problem in refusal.value.problems] == [path] and said in refusal.value.problems[0].message


def test_what_is_right_is_kept_in_one_way_of_writing() -> None:
    facts = read_yaml(HEAD % (", rsin: RSIN 0012.34.560, group_name: Graan Groep, other_numbers: [ANBI 12]", TAKEN))
    assert (facts.controller.rsin, facts.controller.other_numbers) == ("001234560", ("ANBI 12",))
    assert (facts.contact.form_url, facts.contact.hours, facts.contact.others[0].subject) == (
        "https://www.lampje.example/vraag",
        "Op werkdagen.",
        "Voor lampen",
    )
    assert (facts.scope.applies_to, facts.scope.apps, facts.scope.no_site_data) == (
        "websites_apps",
        ("Lampje", "Fitting"),
        False,
    )
    assert (facts.rights.in_person, facts.rights.account_how, facts.rights.talk_first, facts.changes.channels) == (
        True,
        "via de app",
        True,
        ("premises",),
    )
    assert read_yaml(write_yaml(facts)) == facts
