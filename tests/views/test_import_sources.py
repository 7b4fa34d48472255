"""Starting from what is there: a text that is pasted, a copy of another company, a file."""

import dataclasses
import re
from html import unescape
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from policies.core import facts as f
from policies.core.facts import Facts, paths
from policies.core.facts.plain_data import to_data, write_yaml
from policies.core.facts.promises import promised
from policies.forms.import_sources import CopyIntoForm, seal
from policies.models import Organisation, Policy
from policies.store import write
from policies.store.read import facts_of
from policies.wizard.summary.answer_cards import sections_of
from tests.filled import Filled, text
from tests.generate import full_company
from tests.make import make_company, make_policy
from tests.page import PageClient
from tests.people import People
from tests.versions import complete_company

pytestmark = pytest.mark.one_database

BISTRO = (Path(__file__).resolve().parents[1] / "core" / "recognise" / "bistro.txt").read_text("utf-8")
VAGUE = "Wij vinden privacy belangrijk en gaan er zorgvuldig mee om. " * 4


@pytest.fixture
def empty(people: People) -> Policy:
    return make_policy(people.organisation, Facts())


def at(policy: Policy, rest: str = "overnemen") -> str:
    return f"/verklaringen/{policy.pk}/{rest}/"


def body(answer: HttpResponse) -> str:
    return unescape(text(answer))


def ticks(answer: HttpResponse) -> dict[str, list[str]]:
    """What a browser would post from the second screen."""
    data = Filled(answer.content.decode()).data
    return {name: data[name] for name in ("tekst", "neem") if name in data}


class TestPaste:
    def test_from_a_text_to_proposals(self, empty: Policy, owner: PageClient) -> None:
        answer = owner.post(at(empty), {"text": BISTRO, "country": "BE"})
        page = body(answer)
        assert (
            "Wat wij in de tekst herkennen" in page
            and "<q id=" in page
            and "Onze klantenkaart: elke tiende soep gratis." in page
        )
        for title in (
            "Uw onderneming",
            "Wat u met gegevens doet",
            "Wie de gegevens ziet",
            "Hoelang u gegevens bewaart",
            "Cookies",
        ):
            assert f"<legend>{title}</legend>" in page
        assert facts_of(empty) == Facts()  # nothing is stored before somebody chooses
        data = ticks(answer)
        data["neem"].remove("activity:ACT-30")
        done = owner.post(at(empty), data)
        assert done.url == at(empty, "vragen/controle") + "#antwoorden"
        facts = facts_of(empty)
        assert (
            facts.controller.country == "BE"
            and facts.controller.legal_name == "Lepelwerk"
            and facts.disclosure.shares is True
        )
        assert "afspraken" in {row.name for row in facts.activities} and "klantenkaart" not in {
            row.name for row in facts.activities
        }
        assert {"controller", "scope", "cookies", "disclosure", "activities.afspraken", "recipients.combell"} <= set(
            facts.preset.unconfirmed
        )
        shown = body(owner.get(done.url))
        assert shown.count("data-proposed>voorgesteld") >= 8

    def test_every_proposal_has_a_card(self, empty: Policy, owner: PageClient) -> None:
        owner.post(at(empty), ticks(owner.post(at(empty), {"text": BISTRO, "country": "BE"})))
        facts = facts_of(empty)
        assert {path for section in sections_of(facts, ()) for card in section.cards for path in card.proposed} == set(
            facts.preset.unconfirmed
        )

    def test_twice_is_once(self, empty: Policy, owner: PageClient) -> None:
        data = ticks(owner.post(at(empty), {"text": BISTRO, "country": "BE"}))
        owner.post(at(empty), data)
        before = facts_of(empty)
        assert owner.post(at(empty), data).status_code == 302 and facts_of(empty) == before
        page = body(owner.post(at(empty), {"text": BISTRO}))
        assert "U hebt dit allemaal al" in page and 'name="neem"' not in page and "Overnemen als voorstel" not in page

    def test_what_was_answered_is_shown_and_stays(self, policy: Policy, owner: PageClient) -> None:
        page = body(answer := owner.post(at(policy), {"text": BISTRO}))
        assert (
            "hebt u al" in page
            and "U hebt: Bakkerij Peeters" in page
            and 'value="field:controller.legal_name"' not in page
        )
        owner.post(
            at(policy),
            ticks(answer) | {"neem": [*ticks(answer)["neem"], "field:controller.legal_name", "activity:ACT-99", "x"]},
        )
        assert facts_of(policy).controller.legal_name == "Bakkerij Peeters" and "afspraken" in {
            row.name for row in facts_of(policy).activities
        }

    def test_cookies_that_were_denied_are_not_offered(self, people: People, owner: PageClient) -> None:
        policy = make_policy(people.organisation, make_company(cookies=f.Cookies(used=False)))
        assert "u zei: geen cookies" in body(owner.post(at(policy), {"text": BISTRO}))

    def test_a_period_below_the_law_is_not_offered(self, empty: Policy, owner: PageClient) -> None:
        told = VAGUE + "Onze boekhouder ziet de facturen. Wij houden een boekhouding bij. Facturen bewaren wij 3 jaar."
        assert "de wet bepaalt hier de termijn" in body(owner.post(at(empty), {"text": told, "country": "BE"}))

    def test_nothing_recognised_has_ways_on(self, empty: Policy, owner: PageClient) -> None:
        page = body(owner.post(at(empty), {"text": VAGUE, "country": "BE"}))
        assert (
            "Wij herkennen niets in deze tekst" in page
            and f'href="{at(empty, "begin")}"' in page
            and 'href="/tekst-controleren/"' in page
        )

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            ({}, "Plak een tekst, of kies een bestand."),
            ({"text": "x" * 100_001}, "Hooguit 100.000 tekens"),
            (
                {"text": "We use the data that you give to us for the order and for our company. " * 5},
                "niet in het Nederlands",
            ),
            ({"file": b"%PDF-1.7"}, "Dit is een pdf."),
            ({"file": b"wij " * 300_000}, "groter dan 1 MB"),
        ],
    )
    def test_what_cannot_be_read_is_said_and_stays(
        self, empty: Policy, owner: PageClient, data: dict, said: str
    ) -> None:
        sent = {name: SimpleUploadedFile("oud.txt", value) if name == "file" else value for name, value in data.items()}
        page = body(owner.post(at(empty), sent | {"country": "BE"}))
        assert said in page and data.get("text", "").strip() in page and 'value="BE"' in page

    def test_without_a_country_nothing_is_lost(self, empty: Policy, owner: PageClient) -> None:
        page = body(owner.post(at(empty), {"file": SimpleUploadedFile("oud.txt", BISTRO.encode())}))
        assert "Kies het land." in page and "Onze klantenkaart: elke tiende soep gratis." in page

    def test_a_file_of_a_page(self, empty: Policy, owner: PageClient) -> None:
        source = (
            f"<!doctype html><html><body><nav>Menu</nav><main><h1>Privacy</h1>{''.join(f'<p>{line}</p>' for line in BISTRO.splitlines() if line)}</main></body></html>"
            + "<!-- "
            + "x" * 500_000
            + " -->"
        )
        answer = owner.post(at(empty), {"file": SimpleUploadedFile("oud.html", source.encode()), "country": "BE"})
        assert len(answer.content) < 60_000  # what is carried is small
        owner.post(at(empty), ticks(answer))
        assert facts_of(empty).controller.legal_name == "Lepelwerk"

    def test_hostile_text_is_only_text(self, empty: Policy, owner: PageClient) -> None:
        answer = owner.post(
            at(empty),
            {
                "text": BISTRO.replace("Onze klantenkaart:", 'Onze <script>alert("x")</script> klantenkaart:')
                + "\n{{ 7*7 }}",
                "country": "BE",
            },
        )
        assert b"<script>alert" not in answer.content and "klantenkaart" in body(answer)
        owner.post(at(empty), ticks(answer))
        assert b"<script>alert" not in owner.get(at(empty, "vragen/controle")).content

    def test_a_forged_or_stale_text_is_refused_kindly(
        self, empty: Policy, people: People, owner: PageClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sealed = seal(BISTRO, people.owner, empty, "BE")
        for wrong in ("", "x", sealed[:-3], "." + sealed):
            answer = owner.post(at(empty), {"tekst": wrong, "neem": "activity:ACT-30"}, follow=True)
            assert "Plak ze opnieuw." in body(answer) and facts_of(empty) == Facts()
        monkeypatch.setattr("policies.forms.import_sources.DAY", -1)
        assert owner.post(at(empty), {"tekst": sealed, "neem": "activity:ACT-30"}).url == at(empty)

    def test_nothing_ticked_says_so(self, empty: Policy, people: People, owner: PageClient) -> None:
        answer = owner.post(at(empty), {"tekst": seal(BISTRO, people.owner, empty, "BE")})
        assert "Vink aan wat klopt." in body(answer) and "checked" not in body(answer) and facts_of(empty) == Facts()

    def test_who_was_logged_out_finds_the_ticks_again(self, empty: Policy, people: People, client: PageClient) -> None:
        assert client.post(
            at(empty), {"tekst": seal(BISTRO, people.owner, empty, "BE"), "neem": ["activity:ACT-30"]}
        ).url.startswith("/account/login/")
        client.force_login(people.owner)
        assert ticks(client.get(at(empty)))["neem"] == ["activity:ACT-30"] and facts_of(empty) == Facts()

    def test_too_often(self, empty: Policy, people: People, owner: PageClient, settings: object) -> None:
        settings.ACCOUNT_RATE_LIMITS = {"check_text": "1/m/ip"}
        assert [owner.post(at(empty), {"text": BISTRO, "country": "BE"}).status_code for _ in range(2)] == [200, 429]
        assert owner.post(at(empty), {"tekst": seal(BISTRO, people.owner, empty, "BE"), "neem": "x"}).status_code == 429

    def test_the_browser_keeps_no_copy(self, empty: Policy, owner: PageClient) -> None:
        assert "no-store" in owner.get(at(empty))["Cache-Control"]


class TestFromTheCheck:
    def button(self, client: PageClient) -> dict[str, list[str]]:
        page = client.post("/tekst-controleren/", {"text": BISTRO}).content.decode()
        return {"tekst": [found[1]]} if (found := re.search(r'name="tekst" value="([^"]+)"', page)) else {}

    def test_an_owner_goes_on_with_the_text(self, empty: Policy, owner: PageClient) -> None:
        assert owner.post("/tekst-controleren/overnemen/", self.button(owner)).url == at(empty)
        assert "elke tiende soep gratis" in body(owner.get(at(empty)))  # the country is still to be said
        write.overwrite(empty, Facts(controller=f.Controller(country="BE")))
        answer = owner.get(at(empty))
        assert "Wat wij in de tekst herkennen" in body(answer) and "Wat wij in de tekst herkennen" in body(
            owner.get(at(empty))
        )
        owner.post(at(empty), ticks(answer))
        assert "brought" not in owner.session and "Welke verklaring hebt u al?" in body(owner.get(at(empty)))

    def test_a_consultant_makes_one_for_it_and_no_other_client_sees_it(
        self, practice: Organisation, client: PageClient
    ) -> None:
        other = make_policy(practice, make_company(), "Ander")
        assert (
            client.post("/tekst-controleren/overnemen/", self.button(client)).url == "/verklaringen/nieuw/?begin=tekst"
        )
        made = client.post("/verklaringen/nieuw/", {"name": "Nieuw", "way": "tekst"}).url
        assert "elke tiende soep gratis" in body(client.get(made))
        assert "elke tiende soep gratis" not in body(client.get(at(other)))
        assert "elke tiende soep gratis" not in body(client.get(made + "?opnieuw")) and "brought" not in client.session

    def test_who_only_reads_or_is_nobody_gets_no_button(self, people: People, client: PageClient) -> None:
        assert self.button(client) == {}
        client.force_login(people.reader)
        assert self.button(client) == {}

    def test_a_text_that_is_gone(self, empty: Policy, owner: PageClient) -> None:
        assert owner.post("/tekst-controleren/overnemen/", {"tekst": "x"}).url == "/tekst-controleren/"


class TestCopy:
    def test_everything_but_the_company(self, practice: Organisation, client: PageClient) -> None:
        source = make_policy(practice, full_company(1), "Bron")
        before = facts_of(source)
        answer = client.post(at(source, "kopie"), {"name": "Kopie"})
        made = Policy.objects.get(name="Kopie")
        assert answer.url == at(made, "vragen/onderneming") and facts_of(source) == before
        facts = facts_of(made)
        assert facts.controller == f.Controller(country=before.controller.country)
        assert (facts.contact, facts.dpo, facts.representative) == (f.PrivacyContact(), f.Dpo(), f.Representative())
        assert (
            not facts.scope.websites
            and not facts.links.profiles
            and not facts.rights.email
            and not facts.security.report_email
        )
        assert not any(row.notes or row.checked_on for row in facts.recipients) and promised(facts) == () != promised(
            before
        )
        assert [row.uses for row in facts.activities] == [
            row.uses for row in before.activities
        ] and facts.sections == before.sections
        mail = {value for _, spec, value in paths.walk(before) if spec.kind in {"email", "phone"} and value}
        assert mail and not any(str(value) in str(to_data(facts)) for value in mail)

    def test_or_all_of_it(self, practice: Organisation, client: PageClient) -> None:
        source = make_policy(practice, full_company(1), "Bron")
        answer = client.post(at(source, "kopie"), {"name": "Kopie", "company": "on"})
        made = Policy.objects.get(name="Kopie")
        assert answer.url == at(made, "vragen/controle") + "#antwoorden"
        unmarked = [dataclasses.replace(facts_of(one), preset=f.Preset()) for one in (source, made)]
        assert unmarked[0] == unmarked[1] and "controller" in facts_of(made).preset.unconfirmed

    def test_into_an_empty_one(self, practice: Organisation, client: PageClient) -> None:
        source = make_policy(practice, make_company(), "Bron")
        target = Policy.objects.get(
            pk=client.post(
                "/verklaringen/nieuw/", {"name": "Doel", "way": "kopie", "source": str(source.pk)}
            ).url.split("/")[-2]
        )
        begin = body(client.get(at(target, "begin")))
        assert f'href="{at(source, f"kopie/{target.pk}")}"' in begin
        client.post(at(source, f"kopie/{target.pk}"), {})
        assert [row.name for row in facts_of(target).activities] == ["Contactformulier"] and Policy.objects.count() == 2
        assert at(source, f"kopie/{target.pk}") not in body(client.get(at(target, "begin")))
        write.overwrite(target, complete_company())
        assert (
            client.post(at(source, f"kopie/{target.pk}"), {}).url == f"/verklaringen/{target.pk}/"
            and facts_of(target) == complete_company()
        )

    def test_into_one_that_somebody_begins_meanwhile(
        self, practice: Organisation, client: PageClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        source, target = make_policy(practice, make_company(), "Bron"), make_policy(practice, Facts(), "Doel")
        monkeypatch.setattr(
            CopyIntoForm,
            "is_valid",
            lambda form: write.overwrite(target, complete_company()) or form.full_clean() or True,
        )
        answer = client.post(at(source, f"kopie/{target.pk}"), {}, follow=True)
        assert facts_of(target) == complete_company() and "heeft al antwoorden" in body(answer)

    def test_of_nothing_and_without_room(self, practice: Organisation, client: PageClient, people: People) -> None:
        bare = make_policy(practice, Facts(), "Leeg")
        assert client.post(at(bare, "kopie"), {"name": "X"}).url == f"/verklaringen/{bare.pk}/"
        policy = make_policy(people.organisation)
        client.force_login(people.owner)
        assert client.post(at(policy, "kopie"), {"name": "X"}).url == f"/verklaringen/{policy.pk}/"
        assert "/kopie/" not in body(client.get(at(policy, "begin"))) + body(client.get(f"/verklaringen/{policy.pk}/"))
        assert Policy.objects.count() == 2

    def test_a_stranger_gets_nothing_and_nothing_goes_to_a_stranger(
        self, practice: Organisation, client: PageClient, people: People
    ) -> None:
        theirs, mine = make_policy(people.organisation), make_policy(practice, make_company(), "Mijn")
        hollow = make_policy(people.organisation, Facts(), "Leeg")
        target = make_policy(practice, Facts(), "Doel")
        assert client.post(at(theirs, "kopie"), {"name": "X"}).status_code == 404
        assert client.post(at(theirs, f"kopie/{target.pk}"), {}).status_code == 404
        assert client.post(at(mine, f"kopie/{hollow.pk}"), {}).status_code == 404
        page = client.post("/verklaringen/nieuw/", {"name": "X", "way": "kopie", "source": str(theirs.pk)})
        assert page.status_code == 200 and not Policy.objects.filter(name="X").exists()

    @pytest.mark.parametrize("name", ["", "x" * 500, "a\x00b"])
    def test_a_bad_name_is_told(self, practice: Organisation, client: PageClient, name: str) -> None:
        source = make_policy(practice, make_company(), "Bron")
        page = client.post(at(source, "kopie"), {"name": name, "company": "on"})
        assert (
            page.status_code == 200
            and 'name="company" class="checkboxinput form-check-input" aria-describedby="id_company_helptext" id="id_company" checked'
            in text(page)
        )
        assert Policy.objects.count() == 1


class TestNew:
    def test_four_ways_and_what_each_leads_to(self, practice: Organisation, client: PageClient) -> None:
        assert 'value="kopie"' not in body(client.get("/verklaringen/nieuw/"))
        source = make_policy(practice, make_company(), "Bron")
        page = body(client.get("/verklaringen/nieuw/"))
        assert all(f'name="way" value="{way}"' in page for way in ("vragen", "tekst", "bestand", "kopie"))
        for way, ends in (("vragen", "begin/"), ("tekst", "overnemen/"), ("kopie", "")):
            url = client.post("/verklaringen/nieuw/", {"name": way, "way": way, "source": str(source.pk)}).url
            made = Policy.objects.get(name=way)
            assert url == (
                f"/verklaringen/{source.pk}/kopie/{made.pk}/" if way == "kopie" else f"/verklaringen/{made.pk}/{ends}"
            )

    def test_a_file_goes_before_what_is_ticked(self, practice: Organisation, client: PageClient) -> None:
        answer = client.post("/verklaringen/nieuw/", {"name": "X", "way": "vragen", "text": write_yaml(make_company())})
        assert (
            answer.url == f"/verklaringen/{practice.policies.get().pk}/"
            and facts_of(practice.policies.get()) == make_company()
        )

    @pytest.mark.parametrize(
        ("way", "said"),
        [
            ("bestand", "Kies een bestand, of plak de feiten hieronder."),
            ("kopie", "Kies de verklaring die u wilt kopiëren."),
            ("x", "geldige keuze"),
        ],
    )
    def test_what_is_lacking_is_said(self, practice: Organisation, client: PageClient, way: str, said: str) -> None:
        make_policy(practice, make_company(), "Bron")
        page = body(client.post("/verklaringen/nieuw/", {"name": "Getypt", "way": way}))
        assert said in page and "Getypt" in page and Policy.objects.count() == 1
