"""How the statement reads, on the last step: in words, with a way to each own text that reads hard."""

import os
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from policies.core.facts import Scope
from policies.models.chronology import day_of
from tests import golden
from tests.filled import text, url
from tests.make import make_activity, make_company, make_policy
from tests.publishing import print_quickly, publish

pytestmark = pytest.mark.one_database

HARD = "Verantwoordelijkheden van leidinggevenden inzake gegevensverwerking vereisen voorafgaande goedkeuring van de verantwoordelijke. "
EASY = "Wij lezen wat u vraagt en wij geven u een goed antwoord op al uw vragen. "


def panel(html: str) -> str:
    return html.partition('id="leesbaarheid"')[2].partition("</section>")[0]


def test_the_last_step_says_how_the_statement_and_its_sections_read(people, owner):
    policy = make_policy(people.organisation)
    page = owner.get(url(policy, "controle"))
    here = panel(text(page))
    good = r"<span class=\"tag tag-ok\">goed te lezen</span> \(score \d\d\)"
    assert re.search(
        rf"De lopende tekst van de hele verklaring: {good}\.\s+Alle regels, ook van lijsten en tabellen: {good}\.", here
    )
    assert "Dit is een indicatie." in here and "eigen teksten" not in here
    assert re.search(
        r'<a href="#rechten">Inzage[^<]*</a>: lopende tekst goed te lezen \(\d\d\), alle regels goed te lezen \(\d\d\)',
        here,
    )
    assert 'id="rechten"' in page.content.decode()
    assert "#inleiding" not in here and "te kort om te meten" in here


@pytest.mark.parametrize("name", golden.EXAMPLES if os.environ.get("DEEP") else ("artikelen", "rubrieken"))
def test_the_reader_gives_the_figures_of_the_last_step(people, owner, name, monkeypatch):
    """The text pasted, and the whole public page as a file: its source may be longer than what one pastes."""
    print_quickly(monkeypatch)
    policy = make_policy(people.organisation, company=golden.example(name))
    now = timezone.now()
    publish(policy, people.owner, on=day_of(now), now=now)
    running, lines = re.findall(r"\(score (\d+)\)", panel(text(owner.get(url(policy, "controle")))))[:2]
    version = policy.versions.get()
    page = owner.get(reverse("public_policy", args=["bakkerij"])).content.decode()
    for source in ({"text": version.text}, {"file": SimpleUploadedFile("pagina.html", page.encode())}):
        report = owner.post(reverse("check_text"), source)
        assert f"Flesch-Douma: lopende tekst {running}, alle regels {lines}." in text(report)


def test_an_own_text_that_reads_hard_has_a_link_to_its_field(people, owner):
    company = make_company(
        activities=(make_activity(story=HARD * 6, control=EASY * 6),), scope=Scope(services=HARD * 6)
    )
    policy = make_policy(people.organisation, company=company)
    here = panel(text(owner.get(url(policy, "controle"))))
    ways = re.findall(r'href="(/verklaringen/\d+/feit/[^"]+)"', here)
    story = f"activities.{company.activities[0].key}.story"
    assert sorted(way.rsplit("/feit/")[1].strip("/") for way in ways) == [story, "scope.services"]
    texts = here.partition("</p>")[2]  # after the figures of the whole
    assert texts.count("moeilijk</span> (score 0)") == 4, "two figures for each of the two"
    assert "“Hoe gaat het?”: Verantwoordelijkheden van leidinggevenden" in here
    address, _, anchor = owner.get(next(way for way in ways if story in way)).url.partition("#")
    assert f'id="{anchor}"' in owner.get(address).content.decode()


def test_a_reader_may_look_and_not_rewrite(people, client):
    policy = make_policy(people.organisation, company=make_company(activities=(make_activity(story=HARD * 6),)))
    client.force_login(people.reader)
    here = panel(text(client.get(url(policy, "controle"))))
    assert "Bekijken<" in here and "Herschrijven" not in here
