"""Characters as they come out of a keyboard, a word processor or a web page.

They are removed, turned into what they stand for, or refused by place.

`clean` is for running text, `narrow` for what a machine reads too: addresses, numbers, dates, names of countries. Both
give text in which every character can be printed, so that nobody after them needs to know the characters below.

In running text a joiner stays where a script needs it (Persian, Hindi) or where it makes one emoji of two; a variation
selector stays behind an emoji or an ideograph; tags stay in a flag. In what a machine reads none of them stays.
"""

import re
import unicodedata

from policies.core.facts.bounds import is_stacked

LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")  # Word writes a soft line break as a vertical tab
REVERSES = "\u202e"  # shows what follows from right to left: the reader sees another text than the one that is stored
ZWNJ, ZWJ = "\u200c", "\u200d"
KEYCAP = "\u20e3"
FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
TAGS = (0xE0020, 0xE007F)
# Unicode's Default_Ignorable_Code_Point and a few that look like nothing at all, but for joiners, variation selectors and tags.
UNSEEN = (
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180E, 0x180E),
    (0x200B, 0x200B),
    (0x200E, 0x200F),
    (0x202A, 0x202D),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE001F),
    (0xE0080, 0xE00FF),
    (0xE01F0, 0xE0FFF),
)
FILLERS = frozenset((0x115F, 0x1160, 0x3164, 0xFFA0))  # letters to Unicode, of which nothing is seen
SELECTORS = ((0xFE00, 0xFE0F), (0x180B, 0x180D), (0x180F, 0x180F), (0xE0100, 0xE01EF))
JOINED_SCRIPTS = (
    (0x600, 0xDFF),
    (0x1000, 0x109F),
    (0x1780, 0x18AF),
)  # from Arabic to Sinhala, Burmese, Khmer and Mongolian
IDEOGRAPHS = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
PRIVATE_LETTERS = (0xF000, 0xF0FF)  # where Word keeps the signs of Symbol and Wingdings
BULLET = "•"
# What those signs are in the middle of a line; at its start each of them is a bullet.
STANDS_FOR = {
    "\x1e": "-",
    "\x1f": "",
    "\ufff9": "",
    "\ufffa": " (",
    "\ufffb": ")",
    "\u2800": " ",
    "\uf020": " ",
    "\uf02d": "-",
    "\uf04a": "☺",
    "\uf0a0": " ",
    "\uf0ae": "→",
    "\uf0e0": "→",
    "\uf0fc": "✓",
    "\uf0b0": "°",
    "\uf0b1": "±",
    "\uf0b4": "×",
    **dict.fromkeys(
        "\uf06c\uf06e\uf06f\uf071\uf075\uf076\uf077\uf09e\uf09f\uf0a7\uf0a8\uf0b7\uf0d2\uf0d8\uf0de\uf0fe", BULLET
    ),
}
WIDE = re.compile(
    "[\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]"
)  # letters and digits in another dress
QUOTES = str.maketrans(dict.fromkeys("’‘‛`´ʼʹ′", "'"))
DOTS = str.maketrans(dict.fromkeys("。｡", "."))
QUOTED = 12  # characters before a fault that are said again


class Refused(ValueError):
    """A value that cannot be what the field asks for; the message is Dutch and says what is expected."""


def clean(text: str, *, many_lines: bool) -> str:
    """Return running text in one form of Unicode (NFC), white space folded, without what nobody sees.

    With `many_lines` the lines stay, and one empty line between paragraphs.

    Raises Refused, saying after which word, for half a letter, a control character, a sign of a font that is not there,
    a letter under too many accents, and the mark that turns the direction of writing.
    """
    text = _whole(text)
    if is_stacked(text):
        raise Refused("Op één letter staan hier te veel accenten. Haal ze weg.")
    text = LINE_BREAKS.sub("\n", unicodedata.normalize("NFC", text))
    if not text.isascii() or any(ch < " " and ch not in "\n\t" for ch in text) or "\x7f" in text:
        text = _seen(text)
    if many_lines:
        return re.sub(r"\n{3,}", "\n\n", "\n".join(" ".join(line.split()) for line in text.split("\n"))).strip()
    return " ".join(text.split())


def narrow(text: str) -> str:
    """Return one line in the simplest characters that say the same (NFKC).

    There is one kind of dash, apostrophe and digit, and nothing that joins or dresses up.

    Raises Refused as `clean` does.
    """
    plain = unicodedata.normalize("NFKC", clean(text, many_lines=False).translate(DOTS).translate(QUOTES)).translate(
        QUOTES
    )
    plain = clean(plain, many_lines=False)  # “¨” comes apart into a space and a mark
    return " ".join("".join(map(_narrowed, plain)).split())


def after(text: str, at: int) -> str:
    """Return where in a text something stands, in words: “na “bakker@””, or “aan het begin”."""
    before = " ".join(
        unicodedata.normalize(
            "NFC", "".join(ch for ch in text[max(0, at - 40) : at] if ch.isprintable() or ch.isspace())
        ).split()
    )
    return f"na “{before[-QUOTED:].strip()}”" if before else "aan het begin"


def _whole(text: str) -> str:
    """Return the text with an emoji that JSON writes as two halves as one. Raises Refused for a half on its own."""
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        at = next(at for at, ch in enumerate(text) if unicodedata.category(ch) == "Cs")
        raise Refused(
            f"Er staat een onleesbaar teken (een half letterteken) {after(text, at)}. Haal het weg."
        ) from None


def _seen(text: str) -> str:
    """Return the text without what nobody sees, and with what other signs stand for."""
    flags = {at for flag in FLAG.finditer(text) for at in range(flag.start() + 1, flag.end())}
    kept: list[str] = []
    for at, ch in enumerate(text):
        if (ch.isascii() and ch.isprintable()) or ch in "\n\t" or (ch.isalpha() and ord(ch) not in FILLERS):
            kept.append(ch)
        elif shown := ch if at in flags else _shown(text, at, kept):
            kept.append(shown)
    found = WIDE.sub(lambda wide: unicodedata.normalize("NFKC", wide[0]), "".join(kept))
    return unicodedata.normalize("NFC", found)


def _shown(text: str, at: int, kept: list[str]) -> str:
    """Return what one character becomes; empty when it is dropped. `kept` is what stands before it.

    Raises Refused for a character that cannot stay.
    """
    ch, before, following = text[at], kept[-1] if kept else "\n", text[at + 1 : at + 2]
    code, category = ord(ch), unicodedata.category(ch)
    if category == "Co" and _in(code, PRIVATE_LETTERS) and following.isspace() and _begins_line(kept):
        return BULLET
    if ch in STANDS_FOR:
        return STANDS_FOR[ch]
    if 0x80 <= code < 0xA0:  # Windows-1252 that was read as Latin-1
        ch = bytes([code]).decode("cp1252", "ignore") or ch
        category = unicodedata.category(ch)
    if ch in (ZWNJ, ZWJ):
        return ch if _joins(ch, before[-1:], following) else ""
    if _in(code, *SELECTORS):
        return ch if _selects(code, before[-1:], following) else ""
    if _in(code, TAGS, *UNSEEN):
        return ""
    if category.startswith("M") and before.isspace():  # it stands on nothing
        return ""
    if category in {"Cc", "Co"} or ch in {REVERSES, "\ufffd"} or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        raise Refused(_fault(text, at, ch, category))
    return ch


def _begins_line(kept: list[str]) -> bool:
    """Return whether only white space stands before this on its line."""
    before = next((piece for piece in reversed(kept) if piece == "\n" or not piece.isspace()), "\n")
    return before == "\n"


def _fault(text: str, at: int, ch: str, category: str) -> str:
    where = after(text, at)
    if ch == REVERSES:
        return f"Er staat een verborgen teken dat de schrijfrichting omkeert {where}. Haal het weg."
    if ch == "\ufffd":
        return f"Er staat een � {where}. Daar is een letter verloren gegaan. Typ die letter opnieuw."
    if category == "Co":
        return f"Er staat een teken uit een apart lettertype {where}. Anderen zien daar een leeg blokje. Haal het weg, of typ wat het betekent."
    return f"Er staat een onleesbaar teken (een stuurteken) {where}. Haal het weg."


def _joins(joiner: str, before: str, following: str) -> bool:
    """Return whether a joiner means something here: inside a script that is written joined, or between two emoji."""
    if before and _in(ord(before), *JOINED_SCRIPTS) and unicodedata.category(before)[0] in "LM":
        return True
    emoji = before and (unicodedata.category(before) in {"So", "Sk"} or before == "\ufe0f")
    return joiner == ZWJ and bool(emoji and following and unicodedata.category(following) == "So")


def _selects(code: int, before: str, following: str) -> bool:
    """Return whether a variation selector has something before it of which there are two shapes."""
    if not before:
        return False
    if code in {0xFE0E, 0xFE0F}:
        return (
            unicodedata.category(before) in {"So", "Sm"}
            or before in "‼⁉〰〽ℹ"
            or (before in "0123456789#*" and following == KEYCAP)
        )
    return _in(ord(before), (0x1800, 0x18AF)) if 0x180B <= code <= 0x180F else _in(ord(before), *IDEOGRAPHS)


def _in(code: int, *ranges: tuple[int, int]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def _narrowed(ch: str) -> str:
    """Return one character of an address or a number in its simplest form; empty when it is dropped."""
    if ch.isascii():
        return ch
    category = unicodedata.category(ch)
    if category == "Pd" or ch in "−⁃":
        return "-"
    if category == "Nd":
        return str(unicodedata.decimal(ch))
    if category == "Cf" or _in(ord(ch), *SELECTORS, *UNSEEN, TAGS):
        return ""
    return ch
