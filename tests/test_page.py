"""The page check catches what it is for, and lets its near miss pass."""

import pytest

from tests.page import flaws_of

GOOD = """<!doctype html><html lang="nl"><head><title>Naam – Bouwer</title><link rel="icon" href="x.svg"></head>
<body><h1>Naam</h1><h2 id="a">Leden</h2><form><label for="f">Naam</label><input id="f" aria-describedby="a"><button>Ja</button></form>
<p>een<br>twee <a href="/x/"><img src="x.svg" alt=""> Verder</a></p><script src="x.js"></script></body></html>"""


def test_a_good_page_has_no_flaws():
    assert flaws_of(GOOD) == []


@pytest.mark.parametrize(
    ("there", "instead", "flaw"),
    [
        ("<!doctype html>", "", "doctype"),
        ('lang="nl"', 'lang="en"', "not Dutch"),
        ("Naam – Bouwer", " – Bouwer", "no words of its own"),
        ("<title>Naam – Bouwer</title>", "", "no <title>"),
        ("<h1>Naam</h1>", "", "0 <h1>"),
        ("<h1>Naam</h1>", "<h1>Naam</h1><h1>Nog een</h1>", "2 <h1>"),
        ("<h1>Naam</h1>", "<h1> </h1>", "with text"),
        ('<h2 id="a">Leden</h2>', '<h3 id="a">Leden</h3>', "a level is skipped"),
        ('id="a"', 'id="f"', "more than once"),
        ('for="f"', 'for="g"', "points at nothing"),
        ('<label for="f">Naam</label>', "", "no label"),
        ('aria-describedby="a"', 'aria-describedby="a b"', "aria-describedby='b' points at nothing"),
        ('<script src="x.js">', "<script>", "inline script"),
        ("</head>", "<style>p{}</style></head>", "inline style"),
        ("<p>", '<p style="color:red">', "attribute style"),
        ("<button>", '<button onclick="x()">', "attribute onclick"),
        ('href="/x/"', 'href="#"', "link to nowhere"),
        ('href="/x/"', 'href="javascript:x()"', "javascript: link"),
        ('alt=""', "", "no alt"),
        ("<button>Ja", "<button> ", "no text"),
        ("<form>", "<form><form>", "a form inside a form"),
        ("</form>", "", "<form> is still open"),
        ("</p>", "</p></div>", "closes nothing"),
    ],
)
def test_a_flaw_is_named(there, instead, flaw):
    assert there in GOOD
    assert flaw in "\n".join(flaws_of(GOOD.replace(there, instead)))


def test_other_ways_to_name_a_field():
    field = '<label for="f">Naam</label><input id="f" aria-describedby="a">'
    for other in ('<label>Naam <input id="f"></label>', '<input id="f" aria-label="Naam">', '<input type="hidden">'):
        assert flaws_of(GOOD.replace(field, other)) == []
