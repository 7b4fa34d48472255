"""Web and e-mail addresses.

They are read as people write them, kept as every browser and mail program takes them, and shown as a person reads them.
"""

import re
import unicodedata
from urllib.parse import quote, unquote

from policies.core.facts.characters import Refused, narrow

WEB = "Dit is geen volledig webadres: {}. Schrijf het zoals https://www.voorbeeld.be."
MAIL = "Dit is geen geldig e-mailadres: {}. Schrijf het zoals privacy@voorbeeld.be."
AROUND = " \t<>()[]{}\"'“”„«»"
STYLE = "*_~"  # around a word that a message shows bold or slanted
NUMBERED = re.compile(r"^\(?[0-9]{1,2}[.)]\s+")
LINKED = re.compile(r"\[[^\[\]]*\]\(([^()\s]+)\)")  # [tekst](adres), as notes write a link
SPACED_DOT = re.compile(
    r"(?<=\bwww)\.\s+|\s+\.(?=[a-z]{2,})|\.\s+(?=(?:be|nl|com|eu|org|net|de|fr|lu|info|shop|vlaanderen|brussels|example)\b(?!\.))",
    re.IGNORECASE,
)  # a telephone puts a space behind a dot
CLOSES = {")": "(", "]": "[", "}": "{"}
SCHEME = re.compile(r"(?:(https?)(?:[:;]?[/\\]+|[:;])[/\\]*)+", re.IGNORECASE)
OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+-]*:(?![0-9])", re.IGNORECASE)  # bakker.be:8080 is no scheme
AUTHORITY = re.compile(r"([^/?#\\]*)(.*)", re.DOTALL)  # and what stands behind it
WEB_LABEL = re.compile(r"(?:de |onze )?(?:website|webadres|webshop|web|site|url|link)\s*[:=]\s*", re.IGNORECASE)
MAIL_LABEL = re.compile(r"(?:(?:e-?mail(?:adres)?|mail|e)\s*[:=]|mailto:|e-?mail(?:adres)?(?=\s))\s*", re.IGNORECASE)
AT = re.compile(r"\s*[\[({]\s*(?:at|apenstaartje|a|@)\s*[\])}]\s*|\s+(?:at|apenstaartje)\s+|\s*@\s*", re.IGNORECASE)
DOT = re.compile(r"\s*[\[({]\s*(?:dot|punt|\.)\s*[\])}]\s*|\s+(?:dot|punt)\s+", re.IGNORECASE)
BETWEEN = re.compile(r"[\s|•·]+|[,;]+(?=\s|$|[•|]|https?:|www\.)|(?<=[a-z0-9])(?=https?://)", re.IGNORECASE)
TIED = re.compile(r"[&+,;]+")  # between two names without a space; in a path it may be a part of it
JOINS = re.compile(
    r"\(?(?:en|of|and|et|ook|plus|alsook|evenals|zowel|als)|[&+/]|[-•*–]|\(?[0-9]{1,2}[.)]|\(?(?:web)?(?:site|adres|shop|winkel):?",
    re.IGNORECASE,
)  # between two addresses, or before one
LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
TOP = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{1,59}")
FOUR_NUMBERS = re.compile(r"(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\.(?!$)|$)){4}")
LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
IN_PATH = "%/?[]@!$&'()*+,;=:~-._"
IN_LOCAL = "!$'*+-._~"
WRITTEN = re.compile(r"(https?://)([^/?#:@\s]+)((?::[0-9]+)?(?:[/?#][^\s<>\"]*)?)", re.IGNORECASE)


def web_address(text: str) -> str:
    """Return a web address with scheme, its host small and in ASCII (IDNA), its path percent-encoded.

    `WWW.Bakker.be/thé` becomes `https://www.bakker.be/th%C3%A9`.

    Raises Refused for another scheme, a name and password, a port that does not exist, and what is no address.
    """
    bare = WEB_LABEL.sub("", _unwrapped(SPACED_DOT.sub(".", narrow(text))), count=1)
    scheme = SCHEME.match(bare)
    if not scheme and OTHER_SCHEME.match(bare):
        raise Refused(WEB.format("een webadres begint met https:// of http://"))
    found = AUTHORITY.fullmatch(bare[scheme.end() :].strip() if scheme else bare.lstrip("/"))
    assert found is not None  # both halves may be empty
    authority, rest = found.groups()
    if "@" in authority:
        raise Refused(
            WEB.format(
                "haal de naam en het wachtwoord vóór de @ weg"
                if scheme
                else "met een @ is het een e-mailadres of een naam"
            )
        )
    if " " in authority + rest:
        raise Refused(WEB.format("er staat een spatie in. Hier hoort alleen het adres, zonder woorden erbij"))
    if re.search(r"[<>\"]", rest):
        raise Refused(WEB.format("er staat een aanhalingsteken of een < of > in"))
    name, _, port = authority.partition(":")
    protocol = scheme[1].lower() if scheme else "https"
    full = host(name, WEB)
    if re.fullmatch(r"www\.[^.]+", full) or (not scheme and FOUR_NUMBERS.fullmatch(full)):
        raise Refused(WEB.format(f"aan “{full}” ontbreekt iets"))
    return f"{protocol}://{full}{_port(port, protocol)}{_path(rest)}"


def web_addresses(text: str) -> list[str]:
    """Return the addresses in one line, that people part with a space, a comma or “en”."""
    parts = BETWEEN.split(WEB_LABEL.sub("", SPACED_DOT.sub(".", narrow(text).strip()), count=1))
    parts = [one for part in parts for one in ([part] if "/" in part else TIED.split(part))]
    return [part for part in parts if part.strip(AROUND + ".,;-•*") and not JOINS.fullmatch(part)]


def mail_address(text: str) -> str:
    """Return one e-mail address with its host small and in ASCII. Raises Refused.

    `Jan <jan@x.be>` and `mailto:jan@x.be` are read as well.
    """
    bare = narrow(text)
    if inside := re.search(r"<([^<>]*@[^<>]*)>", bare):
        bare = inside[1]
    bare = _unwrapped(bare)
    if label := MAIL_LABEL.match(bare):
        bare = bare[label.end() :]
        bare = unquote(bare.partition("?")[0]) if "mailto" in label[0].lower() else bare
    bare = AT.sub("@", DOT.sub(".", _unwrapped(bare).rstrip("/")))
    local, _, domain = SPACED_DOT.sub(".", bare).rpartition("@")
    local = local.strip("'\"")
    if not local:
        raise Refused(MAIL.format("er hoort een naam vóór de @" if bare.startswith("@") else "er hoort een @ in"))
    if "@" in local:
        raise Refused(MAIL.format("hier hoort één adres, met één @"))
    if " " in f"{local}{domain}":
        raise Refused(MAIL.format("er staat een spatie in. Hier hoort alleen het adres, zonder woorden erbij"))
    if strange := next((ch for ch in local if not ch.isascii()), None):
        raise Refused(
            MAIL.format(
                f"vóór de @ staat “{strange}”, en daar horen alleen gewone letters, cijfers en tekens als . - _"
            )
        )
    if not LOCAL.fullmatch(local) or len(local) > 64:
        raise Refused(MAIL.format("wat vóór de @ staat, klopt niet"))
    name = host(domain, MAIL)
    if FOUR_NUMBERS.fullmatch(name):
        raise Refused(MAIL.format("na de @ hoort een naam"))
    return f"{local}@{name}"


def host(name: str, fault: str) -> str:
    """Return the name of a computer, small and in ASCII: `Café.BE.` becomes `xn--caf-dma.be`.

    Raises Refused with `fault`, filled in with what is wrong.
    """
    labels = [_label(one, fault) for one in unicodedata.normalize("NFC", name.lower()).rstrip(".").split(".")]
    ascii_name = ".".join(labels)
    if (
        len(labels) < 2
        or len(ascii_name) > 253
        or not (TOP.fullmatch(labels[-1]) or FOUR_NUMBERS.fullmatch(ascii_name))
    ):
        raise Refused(fault.format(f"in “{name[:40]}” hoort een punt, met een land of een soort erachter"))
    return ascii_name


def _label(label: str, fault: str) -> str:
    if not label:
        raise Refused(fault.format("er staan twee punten na elkaar, of er ontbreekt een naam"))
    if not label.isascii() and not unicodedata.category(label[0]).startswith("M"):
        if all(
            unicodedata.category(ch)[0] in "LM" or unicodedata.category(ch) == "Nd" or ch == "-"
            for ch in label.replace("l·l", "ll")
        ):  # the dot of Catalan stands between two l's
            label = "xn--" + label.encode("punycode").decode()
    if not LABEL.fullmatch(label):
        raise Refused(fault.format(f"“{label[:40]}” kan er niet in staan"))
    return label


def _port(port: str, scheme: str) -> str:
    if not port:
        return ""
    if not re.fullmatch(r"[0-9]{1,5}", port) or not 0 < int(port) < 65536:
        raise Refused(WEB.format("na de dubbele punt hoort een nummer van 1 tot 65535, of niets"))
    return "" if int(port) == {"http": 80, "https": 443}[scheme] else f":{int(port)}"


def _path(rest: str) -> str:
    """Return path, question and fragment, with nothing in them that a link cannot hold."""
    rest = re.sub("%(?![0-9A-Fa-f]{2})", "%25", rest.replace("\\", "/"))
    before, mark, fragment = rest.partition("#")
    return quote(before, safe=IN_PATH) + mark + quote(fragment, safe=IN_PATH)


def _unwrapped(text: str) -> str:
    """Return an address without the list mark before it, the quotes around it and the punctuation behind it.

    Brackets around it are dropped too; a bracket that the address itself opens stays.
    """
    text = LINKED.sub(r"\1", text)
    bare = NUMBERED.sub("", text.lstrip("•*-–→➢✓✉📧🌐👉> ")).lstrip(AROUND)
    if text[:1] in STYLE and text[:1] == text[-1:]:
        bare = bare.strip(text[:1])
    while (
        bare
        and _is_behind(bare[-1])
        and not (bare[-1] in CLOSES and bare.count(bare[-1]) <= bare.count(CLOSES[bare[-1]]))
    ):
        bare = bare[:-1]
    return bare


def _is_behind(sign: str) -> bool:
    """Return whether a sign at the end is no part of an address.

    That is punctuation, quotation marks, a picture or an arrow.
    """
    return sign in f".,;:!?{AROUND}" or not sign.isascii() and unicodedata.category(sign) in {"So", "Sm"}


# --- what is stored, for those who tell it -----------------------------------------------------------------------


def web_link(text: str) -> str | None:
    """Return what a link may point at, or None when a stored text is no address: then it is told as text."""
    try:
        return web_address(text)
    except Refused:
        return None


def mail_link(text: str) -> str | None:
    """Return the `mailto:` of a stored e-mail address, encoded as RFC 6068 asks, or None."""
    try:
        local, _, domain = mail_address(text).rpartition("@")
    except Refused:
        return None
    return f"mailto:{quote(local, safe=IN_LOCAL)}@{domain}"


def shown_link(href: str) -> str:
    """Return what a reader sees of a link: without https://, mailto: or the last slash.

    It may be a link to a web, e-mail or telephone address.
    """
    if href.startswith("mailto:"):
        return readable(unquote(href.removeprefix("mailto:")))
    return readable(href).removeprefix("https://").removesuffix("/")


def readable(address: str) -> str:
    """Return an address with the name of its host as a person writes it: `xn--caf-dma.be` becomes `café.be`.

    Only Latin letters are written so: others may look alike.
    """
    head, at, tail = address.rpartition("@")
    if at and "/" not in address:
        return f"{head}@{_spelled(tail)}"
    found = WRITTEN.fullmatch(address)
    return f"{found[1]}{_spelled(found[2])}{found[3]}" if found else address


def _spelled(name: str) -> str:
    return ".".join(map(_spelled_label, name.split("."))) if "xn--" in name else name


def _spelled_label(label: str) -> str:
    try:
        spelled = label.removeprefix("xn--").encode().decode("punycode") if label.startswith("xn--") else label
    except UnicodeError:
        return label
    latin = all(ch in "-0123456789" or unicodedata.name(ch, "").startswith("LATIN SMALL") for ch in spelled)
    return spelled if latin and _is_label(spelled, label) else label


def _is_label(spelled: str, label: str) -> bool:
    """Return whether writing it gives the same name again."""
    return (
        spelled.isascii()
        and spelled == label
        or (unicodedata.is_normalized("NFKC", spelled) and "xn--" + spelled.encode("punycode").decode() == label)
    )
