"""A name that a stranger chose, made fit to stand between quotation marks in a mail or on a page for somebody else."""

import re
import unicodedata

MOST = 60  # characters, the sign of a cut included

# Marks that open or close a quotation or a link, or that a mail program turns into markup.
MARKS = re.compile(r'["“”„‟«»‹›<>{}|`*_~^=#\[\]]')
DOTS = str.maketrans("。｡․‧∙⋅", "......")  # what a browser or a reader takes for the dot of a web address
# A dot stays only where it ends a word, or stands between single letters: B.V., v.o.f.
DOT_INSIDE = re.compile(r"(?<!\b[^\W\d_])\.(?=\w)|\.(?=\w\w)")
SLASHES = re.compile(r"[/\\:@⁄∕⧸]+")
SCHEMES = re.compile(r"\b(?:h(?:tt|xx)ps?|ftps?|mailto|tel|sms|www\d*)\b", re.IGNORECASE)
SPELLED = re.compile(r"\(\s*(?:at|dot|punt|apenstaart(?:je)?)\s*\)", re.IGNORECASE)
PHONE = re.compile(r"[+(]*\d(?:\W{0,3}\d){5,}")
LONE_DOT = re.compile(r"(?<!\w)[.]+")


def quotable(text: str) -> str:
    """Return `text` on one line of at most 60 characters, with nothing that reads as an address, a link or a telephone number.

    Empty when nothing else is left. The caller puts the result between double quotation marks, which it never holds itself.
    """
    text = unicodedata.normalize("NFKC", text).translate(DOTS)
    text = "".join(
        " " if unicodedata.category(sign)[0] in "ZC" and sign not in "\u200c\u200d\u00ad" else sign for sign in text
    )
    text = "".join(sign for sign in text if unicodedata.category(sign) not in ("Cf", "Co", "Cn"))
    text = _without_towers(text)
    for pattern in (MARKS, SLASHES, SPELLED, PHONE, DOT_INSIDE, SCHEMES, LONE_DOT):
        text = pattern.sub(" ", text)
    text = " ".join(text.split()).strip(" ,;-–—")
    if not any(sign.isalnum() for sign in text):
        return ""
    return text if len(text) <= MOST else text[: MOST - 1].rstrip(" ,;-–—") + "…"


def _without_towers(text: str) -> str:
    """Keep at most one mark on top of a letter: more of them run over the lines above and below."""
    kept: list[str] = []
    for sign in text:
        if not (unicodedata.combining(sign) and kept and unicodedata.combining(kept[-1])):
            kept.append(sign)
    return "".join(kept)
