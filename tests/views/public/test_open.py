"""Every fold open, at an address of its own: the stored article and not a word of another."""

import re

import pytest

from policies.models import Policy
from policies.render import as_html
from policies.views import public
from tests.make import make_organisation
from tests.page import PageClient
from tests.versions import make_address, make_version

pytestmark = pytest.mark.django_db

TYPED = "&lt;details class=&#34;vouw&#34;&gt;"  # what somebody typed is escaped, so it is no fold
ARTICLE = (
    f'<article class="verklaring" lang="nl-BE"><h1>Privacyverklaring</h1><p>{TYPED}</p>'
    '<details class="vouw">\n<summary>Controle</summary>\n<p>Wij vragen iets.</p></details>\n<details class="vouw">\n<summary>Lijst</summary>\n<p>Brevo.</p></details>\n</article>'
)


@pytest.fixture
def bakery(db: None) -> Policy:
    policy = Policy.objects.create(organisation=make_organisation(), name="Bakkerij")
    make_address(policy, "bakkerij")
    make_version(policy, "1.00", "2026-03-01", html=ARTICLE)
    make_version(policy, "1.01", "2026-03-10", html=ARTICLE.replace("Brevo", "Mailchimp"))
    return policy


def page(client: PageClient, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_knows_how_an_article_opens_a_fold() -> None:
    """The public pages import no renderer, so both write it down."""
    assert (public.FOLD, public.OPEN_FOLD) == (as_html.FOLD, as_html.OPEN_FOLD)


@pytest.mark.parametrize(
    ("path", "stored"),
    [("/privacy/bakkerij/", ARTICLE.replace("Brevo", "Mailchimp")), ("/privacy/bakkerij/v/1.00/", ARTICLE)],
)
def test_the_stored_article_with_nothing_but_its_folds_opened(
    path: str, stored: str, client: PageClient, bakery: Policy
) -> None:
    plain, opened = page(client, path), page(client, f"{path}alles/")
    assert stored in plain
    assert stored in opened.replace('<details class="vouw" open>', '<details class="vouw">')
    assert opened.count("<details") == opened.count('<details class="vouw" open>') == 2
    assert TYPED in opened


@pytest.mark.parametrize("path", ["/privacy/bakkerij/", "/privacy/bakkerij/v/1.00/"])
def test_each_page_leads_to_the_other_and_the_plain_one_is_the_one_to_find(
    path: str, client: PageClient, bakery: Policy
) -> None:
    plain, opened = page(client, path), page(client, f"{path}alles/")
    assert f'<a href="{path}alles/">Alles openen</a>' in plain
    assert f'<a href="{path}">Alles sluiten</a>' in opened and "Alles openen" not in opened
    for html in (plain, opened):
        assert re.findall(r'<link rel="canonical" href="([^"]*)">', html) == ["http://127.0.0.1:8000/privacy/bakkerij/"]


def test_an_article_without_folds_offers_none_and_has_the_address_all_the_same(
    client: PageClient, policy: Policy
) -> None:
    assert "Alles openen" not in page(client, "/privacy/bakkerij/")
    assert "Tekst van 1.01" in page(client, "/privacy/bakkerij/alles/")


def test_both_pages_may_be_kept_and_are_told_apart(client: PageClient, bakery: Policy) -> None:
    plain, opened = client.get("/privacy/bakkerij/"), client.get("/privacy/bakkerij/alles/")
    assert plain["Cache-Control"] == opened["Cache-Control"] and plain["Last-Modified"] == opened["Last-Modified"]
    assert plain["ETag"] != opened["ETag"]
