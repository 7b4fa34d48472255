"""The PDF has the fonts that the project installs and no others, and what they cannot draw is known beforehand."""

import hashlib
import logging
import os
import re
import subprocess
import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from policies.core import facts as f
from policies.core import patterns
from policies.core.assembly.assemble import assemble
from policies.core.clauses.library import FOLDER, load, texts_of
from policies.core.completeness import criteria, items
from policies.core.document import Document, Edition
from policies.core.facts.values import country_names
from policies.core.language.printable import INSTEAD, OUTSIDE, RANGES, replacement, unprintable
from policies.render import annex, as_pdf, fonts
from tests import golden
from tests.generate import full_company

ON = date(2026, 12, 1)
DEEP = bool(os.environ.get("DEEP"))
EDITION = Edition("1.00", ON, ON, "ab" * 32)
OURS = {"Beleid", "Beleid-Semi-Bold", "Beleid-Bold", "Beleid-Italic"}
UPRIGHT = [name for (style, _), name in fonts.FACES.items() if style == "normal"]

# The official files of Source Sans Pro, as they stand in the package font-source-sans-pro.
OFFICIAL = {
    "Regular": "b77f3a700edd0fc0dec73258f882d5c3926c77f5caf6800a201d2166568d2309",
    "It": "36133e9f508b0b4c639e84b2a09855350be0b13700ad729ab519aa78e5c48d20",
    "Semibold": "b440fd42fd5a54e1b252731deca9cc86604bee6ffa99281f5874c3476eb17eae",
    "Bold": "2efc3a95d076f2d04c5928c0ad698b7c61cc302d6f6e79e9643cd3722f7becc2",
}
# Default_Ignorable_Code_Point of Unicode as far as Pango draws nothing for it.
SHAPELESS = "AD 34F 61C 17B4-17B5 180B-180E 200B-200F 202A-202E 2060-2064 2066-206F FE00-FE0F FEFF"

# What people type and paste: (text, the characters that the fonts lack)
TYPED = [
    ("Café Noël, Łódź, Ærø, Şişli, Ñandú, Žižkov, ß", ""),
    ("ĳsbrand en Ǆ", "Ǆ"),
    ("Ελληνικό Καφέ ΏΣ", ""),
    ("Київ Москва Ђорђе", ""),
    ("Phở Việt Nguyễn Ự", ""),
    ("a → b ← c ↑ ↓", ""),
    ("a ➔ b ⇒ c", "➔⇒"),
    ("✓ klaar", ""),
    ("✔ klaar ✅ ja", "✔✅"),
    ("€ 5, £ 3, ¥, ₺, ₽, ₹, ₴", ""),
    ("₿ en ₾", "₿₾"),
    ("een taart 🎂 voor u 🧑‍💻", "🎂🧑💻"),
    ("❤️ voor brood", "❤"),
    ("漢字 カナ 한글", "漢字カナ한글"),
    ("שלום", "שלום"),
    ("مرحبا", "مرحبا"),
    ("x\u0302 q\u0303 m\u0304 z\u030c", ""),
    ("Ḁ Ǟ ǰ", ""),
    ("a\u0321b", "\u0321"),
    ("een‐twee drie‑vier", ""),
    ("10\u202f000\u00a0euro, 5\u2009km, 3\u3000x", ""),
    ("on\u00adder\u200bzoek\u200d\ufeff", ""),
    ("½ ⅓ 5² H₂O ‰ ™ © ® № ℮", ""),
    ("① ㎡ ﬁets ﬃ 𝐁𝐫𝐨𝐨𝐝", "①㎡𝐁𝐫𝐨𝐝"),
    ("\ue000 \uf0b7 \ufffd", "\ue000\uf0b7\ufffd"),
    ("“a” ‘b’ „c” «d» – — … • · ′ ″", ""),
    ("■ □ ▪ ◦ ‣ ●", "□▪◦‣●"),
    ("ไทย አማርኛ ქართული Հայ", "ไทยአማርኛქართულიՀայ"),
]


def official(name: str) -> bytes:
    return fonts.path_of(name).read_bytes()


def codes(ranges: str) -> set[int]:
    found: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def in_ranges(numbers: set[int]) -> str:
    """The way in which RANGES is written."""
    parts: list[list[int]] = []
    for number in sorted(numbers):
        if parts and parts[-1][1] == number - 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return " ".join(f"{first:X}" if first == last else f"{first:X}-{last:X}" for first, last in parts)


def drawn(html: str) -> tuple[bytes, dict]:
    """A PDF of any HTML in our style, and the fonts as WeasyPrint used them."""
    weasyprint = as_pdf._weasyprint()
    sheet, configuration = as_pdf._style()
    seen: dict = {}
    content = weasyprint.HTML(string=html, url_fetcher=as_pdf._nothing()).write_pdf(
        stylesheets=[sheet],
        font_config=configuration,
        finisher=lambda document, pdf: seen.update(document.fonts),
    )
    return content, seen


def embedded(content: bytes) -> tuple[set[str], bool]:
    """The names of all fonts of a PDF, and whether it uses the empty box: glyph 0 of any font has a width then."""
    names, boxes = set(), False
    with pikepdf.open(BytesIO(content)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
                names.add(str(thing.BaseFont).partition("+")[2])
                boxes |= "/W" in thing and thing.W[0] == 0
    return names, boxes


def saying(text: str) -> Document:
    """A statement with that text in a name, in a heading and in a paragraph."""
    company = f.Facts(
        controller=f.Controller(legal_name=f"Zaak {text}", trade_names=(text,)),
        sections=(f.OwnSection(key="eigen", title=f"Kop {text}", body=f"Tekst {text}"),),
    )
    return assemble(company, load(), ON)


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in (FOLDER / "examples").glob("*.yaml"))[:: 1 if DEEP else 4]
)
def test_the_examples_are_published_in_our_fonts(name: str) -> None:
    """Also what the style sheet writes itself: the marks of lists in lists, page numbers, dots in the contents, hyphens."""
    names, boxes = embedded(as_pdf.pdf(assemble(golden.example(name), load(), ON), EDITION))
    assert names <= OURS and not boxes


@pytest.mark.parametrize("pattern", patterns.ALL if DEEP else ("betrokkenen",))
def test_any_draft_is_drawn_in_our_fonts(pattern: str) -> None:
    """A company whose answers hold an emoji, Hebrew and more that the fonts lack."""
    company = full_company(1, rows=1)
    document = assemble(replace(company, style=replace(company.style, pattern=pattern)), load(), ON)
    names, boxes = embedded(as_pdf.pdf(document, None))
    assert names <= OURS and not boxes


def test_the_marks_of_lists_in_lists_are_in_the_font() -> None:
    for outer in ("ul", "ol"):
        lists = "".join(f"<{outer}><li>{depth}" for depth in range(5)) + f"<ul><li>x</li></ul>{f'</li></{outer}>' * 5}"
        assert fonts.faults(drawn(lists)[1]) == ""


def test_the_annex_is_drawn_in_our_fonts() -> None:
    company = golden.example("betrokkenen")
    document = assemble(company, load(), ON)
    table = annex.annex(items(company, document, load(), ON), criteria(company, document, load(), ON))
    names, boxes = embedded(as_pdf.pdf(document, None, table))
    assert names <= OURS and not boxes


@pytest.mark.parametrize("name", fonts.FACES.values())
def test_the_fonts_are_the_official_files(name: str) -> None:
    assert hashlib.sha256(official(name)).hexdigest() == OFFICIAL[name]


@pytest.mark.parametrize("before", [None, "/etc/fonts/fonts.conf"])
def test_the_environment_is_as_it_was(before: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other programs that this process starts find the fonts of the machine."""
    if before:
        monkeypatch.setenv("FONTCONFIG_FILE", before)
    else:
        monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    fonts.configuration()
    assert os.environ.get("FONTCONFIG_FILE") == before


def test_what_is_printable_is_what_the_fonts_have() -> None:
    shapes = set.intersection(*(set(TTFont(fonts.path_of(name)).getBestCmap()) for name in UPRIGHT))
    spaces = {code for code in range(0x110000) if unicodedata.category(chr(code)) == "Zs"} - {
        0x1680
    }  # that one is drawn, as a line
    composed = {
        code
        for code in range(0x30000)
        if (parts := unicodedata.normalize("NFD", chr(code))) != chr(code)
        and all(ord(part) in shapes for part in parts)
    }
    expected = in_ranges(shapes | spaces | composed | codes(SHAPELESS) | set(fonts.HYPHENS))
    assert " ".join(RANGES.split()) == expected, f"RANGES has to be:\n{expected}"


@pytest.mark.parametrize("style", ["", "font-weight: 600", "font-weight: 700"] if DEEP else ["font-weight: 600"])
def test_every_printable_character_has_a_shape_in_our_fonts(style: str) -> None:
    text = "".join(f"x{chr(code)}" for code in sorted(codes(RANGES)) if chr(code) not in "<>&").translate(fonts.HYPHENS)
    _, used = drawn(f'<html lang="nl"><body style="{style}"><p>{text}</p></body></html>')
    assert fonts.faults(used) == ""


def test_every_other_character_would_be_an_empty_box(monkeypatch: pytest.MonkeyPatch) -> None:
    """So nothing is refused that could be printed. Of long scripts a few characters stand for all."""
    monkeypatch.setattr(logging.getLogger("weasyprint"), "disabled", True)
    other = [
        chr(code)
        for code in range(0x20, 0x1FAFF)
        if OUTSIDE.match(chr(code)) and unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co", "Cc", "Zl", "Zp")
    ]
    sample = [*other[:600], *other[600::37]]
    _, used = drawn(f'<html lang="nl"><body><p>{" ".join(f"x{sign}x" for sign in sample)}</p></body></html>')
    missing = {chr(code) for font in used.values() for code in font.missing}
    assert [f"{ord(sign):X}" for sign in sample if sign not in missing] == []


def test_no_fact_is_set_in_italics_and_the_words_that_are_have_a_shape() -> None:
    """The slanted file has fewer characters, so an answer that is checked for the upright ones may not stand in it."""
    slanted = [
        (name, found)
        for name, text in texts_of().items()
        if name.endswith(".j2")
        for found in re.findall(r"<em>(.*?)</em>", text, re.DOTALL)
    ]
    assert [name for name, found in slanted if "{{" in found] == []
    shapes = TTFont(fonts.path_of("It")).getBestCmap()
    assert [name for name, found in slanted if any(ord(sign) not in shapes for sign in found if sign != "\n")] == []


def test_every_word_of_the_library_and_every_country_can_be_printed() -> None:
    words = {**texts_of(), **{f"land {code}": name for code, name in country_names().items()}}
    lacking = {name: signs for name, text in words.items() if (signs := unprintable(text))}
    assert lacking == {}


@pytest.mark.parametrize(("text", "lacking"), TYPED, ids=[str(number) for number in range(len(TYPED))])
def test_what_people_type(text: str, lacking: str) -> None:
    """The list says what lacks; drawn without it, the text has our fonts and no empty box, in a name, a heading and a paragraph."""
    assert unprintable(text) == tuple(dict.fromkeys(lacking))
    if DEEP:
        names, boxes = embedded(as_pdf.pdf(saying(without(text, lacking)), EDITION))
        assert names <= OURS and not boxes


def without(text: str, lacking: str) -> str:
    return "".join(sign for sign in text if sign not in lacking)


def test_all_of_it_at_once() -> None:
    names, boxes = embedded(as_pdf.pdf(saying(" | ".join(without(text, lacking) for text, lacking in TYPED)), EDITION))
    assert names <= OURS and not boxes


@pytest.mark.parametrize("lacking", [lacking for _, lacking in TYPED if lacking][:: 1 if DEEP else 5])
def test_what_lacks_is_never_published(lacking: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.getLogger("weasyprint"), "disabled", True)
    with pytest.raises(as_pdf.Unprintable) as refusal:
        as_pdf.pdf(saying(lacking), EDITION)
    assert set(str(refusal.value)) >= set(lacking)


def test_a_box_is_seen_however_it_came_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pango marks most characters that have no shape; of this one HarfBuzz itself makes a box."""
    monkeypatch.setattr(logging.getLogger("weasyprint"), "disabled", True)
    for sign in ("漢", "\u1680"):
        content, used = drawn(f"<p>a{sign}b</p>")
        assert fonts.faults(used) == sign and embedded(content)[1]
    assert fonts.faults(drawn("<p>brood</p>")[1]) == ""


@pytest.mark.parametrize("sign", INSTEAD)
def test_what_stands_in_the_place_of_a_sign_can_be_printed(sign: str) -> None:
    assert unprintable(sign) == (sign,) and not unprintable(replacement(sign))


def test_a_draft_draws_a_placeholder_and_only_our_fonts() -> None:
    content = as_pdf.pdf(saying(" ".join(text for text, _ in TYPED)), None)
    names, boxes = embedded(content)
    assert names <= OURS and not boxes
    words = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()
    assert "■" in words and "Київ" in words and "漢" not in words
