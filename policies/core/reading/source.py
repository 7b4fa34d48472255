"""Bytes of a file from outside → text, or a Dutch reason why they cannot be read."""

import re

MAX_BYTES = 1_000_000
MAX_CHARACTERS = 100_000

KINDS = (
    (b"%PDF", "Dit is een pdf. Open hem, kopieer de tekst en plak die."),
    (b"PK\x03\x04", "Dit is een Word-bestand of een zip. Kopieer de tekst en plak die."),
    (b"\xd0\xcf\x11\xe0", "Dit is een oud Word-bestand. Kopieer de tekst en plak die."),
    (b"{\\rtf", "Dit is een RTF-bestand. Kopieer de tekst en plak die."),
)
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
TAG = re.compile(
    r"<(?:!doctype html|html|head|body|main|article|section|div|p|h[1-6]|ul|ol|table|br)\b[^<>]*>", re.IGNORECASE
)


class Unreadable(ValueError):
    """A text that cannot be read; the message is Dutch and says what to do."""


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 with a mark, or else Windows-1252, as its bytes or its own <meta> say.

    Raises Unreadable for what is no text, or more than a million bytes.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable("Dit bestand is groter dan 1 MB. Kopieer alleen de tekst van de verklaring en plak die.")
    for start, reason in KINDS:
        if data.startswith(start):
            raise Unreadable(reason)
    for mark, name in MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    if b"\0" in data:
        raise Unreadable("Dit bestand is geen tekst. Kies een .txt- of .html-bestand.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_declared(data), "replace")


def _declared(data: bytes) -> str:
    """Return the encoding that a page says it has, as browsers understand it: latin-1 means Windows-1252."""
    found = CHARSET.search(data[:2048])
    name = found[1].decode().lower() if found else ""
    return name if name in {"iso-8859-15", "windows-1250", "windows-1254"} else "cp1252"


def is_html(text: str) -> bool:
    """Return whether a text is the source of a page. One tag in passing makes no page."""
    start = text[:20_000]
    return bool(re.match(r"\s*<(!doctype|html)", start, re.IGNORECASE)) or len(TAG.findall(start)) > 2
