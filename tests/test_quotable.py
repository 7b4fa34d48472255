"""A name of a stranger between quotation marks: one line, sixty characters, and nothing to go to, to write to or to ring."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.quotable import MOST, quotable

KEPT = [
    "Bakkerij Peeters",
    "Bakkerij Peeters B.V.",
    "De Wit v.o.f.",
    "A.B.C. Bouw",
    "Café 't Hoekje",
    "Jan's Brood & Zo",
    "Dr. Peeters",
    "Club 1985",
    "Studio 54",
    "Hoeve Ter-Linden",
    "Ijssalon Zoë",
    "Brood, koek en taart",
    "112 meter hoog",
    "🥖 Brood",
    "Łódź Pączki",
    "ООО Хлеб",
    "パン屋",
    "N.V. Het Noorden",
]

CHANGED = [
    ("evil.example", "evil example"),
    ("bol.com", "bol com"),
    ("www.evil.example", "evil example"),
    ("WWW2.evil.example", "evil example"),
    ("Ga naar https://evil.example/in", "Ga naar evil example in"),
    ("hxxps://evil.example", "evil example"),
    ("t.co/x", "t co x"),
    ("evil。example", "evil example"),
    ("evil．example", "evil example"),
    ("evil․example", "evil example"),
    ("evil[.]example", "evil example"),
    ("evil (punt) example", "evil example"),
    ("evil\u200b.\u200bexample", "evil example"),
    ("ev\u00adil.example", "evil example"),
    ("ｗｗｗ．ｅｖｉｌ．ｃｏｍ", "evil com"),
    ("xn--80ak6aa92e.com", "xn--80ak6aa92e com"),
    ("1.2.3.4", "1 2 3 4"),
    ("mail a@b.example", "mail a b example"),
    ("a＠b．example", "a b example"),
    ("a (at) b", "a b"),
    ("mailto:a@b.example", "a b example"),
    ("bel 0900 12 34", "bel"),
    ("+32 (0)9 123 45 67", ""),
    ("0900-1234", ""),
    ("0900·12·34", ""),
    ("٠١٢٣٤٥٦٧", ""),
    ("tel:0900", "0900"),
    ("regel\r\nBcc: x", "regel Bcc x"),
    ("regel\u2028twee\x0bdrie\x00vier", "regel twee drie vier"),
    ("\u202egnp.exe", "gnp exe"),
    ('“sluit” en "open" «nu»', "sluit en open nu"),
    ("<b>vet</b> [link](x)", "b vet b link (x)"),
    ("  veel   wit ", "veel wit"),
    ("\\\\server\\map", "server map"),
    ("javascript:alert", "javascript alert"),
    ("...", ""),
    ("", ""),
    ("\u200b", ""),
    ("—", ""),
    ("é" + "\u0301" * 50, "é\u0301"),
    ("x" * 61, "x" * 59 + "…"),
    ("x" * 60, "x" * 60),
]


@pytest.mark.parametrize("name", KEPT)
def test_a_name_as_people_have_it_stays(name):
    assert quotable(name) == name


@pytest.mark.parametrize(("name", "shown"), CHANGED)
def test_what_leads_somewhere_is_taken_out(name, shown):
    assert quotable(name) == shown


AWKWARD = st.text(st.one_of(st.characters(), st.sampled_from('./:@\\0123456789 wW hHtTpP“”"<>\n。．․')), max_size=150)


@given(AWKWARD)
def test_whatever_is_typed(text):
    shown = quotable(text)
    assert len(shown) <= MOST and shown == " ".join(shown.split())
    assert not re.search(r'[@/\\<>"“”„«»]|https?\b|\bwww\b|[^\W\d_]{2}\.\w|\.\w\w|\d\.\w', shown)
    assert len(re.sub(r"\D", "", shown)) < 6 or not re.search(r"\d(?:\W{0,3}\d){5}", shown)
    assert not [sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp", "Co", "Cn", "Cs")]
    assert quotable(shown) == shown
