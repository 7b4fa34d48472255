"""One corpus of text that breaks careless code, and what it looks like when it was not made harmless.

Each entry bears a mark of its own (zq and a number), so what shows can be traced. `harmless` gives a text of the same shape, with letters in the place of
the signs: two pages made of the two must have the very same skeleton.
"""

import dataclasses
import re
from collections.abc import Callable, Collection, Iterator
from html.parser import HTMLParser
from itertools import count
from typing import Any

from policies.core.facts import Facts, Spec, specs_of
from policies.core.facts.values import Refused, parse

# Stands in every field that is long enough: it leaves an attribute in both kinds of quotes, opens an element, and is changed by templates and by a second escape.
EVERYWHERE = "w \"'><b q=zq{}>{{{{7*7}}}}&lt;i"
SHORT = "\"'><b>zq"

TEXTS = (
    "w <script>alert('zq01')</script> w",
    'w "><img src=x onerror=alert(`zq02`)> w',
    "w '-alert(zq03)-' w",
    "w </textarea><svg/onload=zq04()> w",
    "w </script><b>zq05</b> w",
    "w <!--zq06 w",
    "w ]]>--><![CDATA[zq07 w",
    'w " onfocus=zq08() autofocus x=" w',
    "w ' onmouseover='zq09()' w",
    "w &lt;b&gt;zq10&lt;/b&gt; w",
    "w &#60;i&#62;zq11&#x3c;/i&#x3e; w",
    "w </title></option></select><a href=javascript:zq12()> w",
    'w <v p="x">zq13</v><gap p="x">w',
    "w javascript:zq14() w",
    "w data:text/html,zq15 w",
    "w \\u003cb\\u003ezq16 w",
    "w \\\" zq17 \\' w",
    "w <iframe srcdoc='zq18'></iframe> w",
    "w <style>*{x:zq19}</style> w",
    "w <meta http-equiv=refresh content=0;zq20> w",
    "w \\\"; } * { content: 'zq21' } w",
    "w \\a } @import 'zq22' w",
    "w </p></article></main><form action=//zq23> w",
    "w <b\tzq24=1\n> w",
    "w <a/href=zq25> w",
    "w <%=zq26%> w",
    "w {{7*7}}zq30 w",
    "w {% if x %}zq31{% endif %} w",
    "w ${7*7}zq32 #{7*7} w",
    "w {# zq33 #} w",
    "w {{ config|safe }}zq34 w",
    "w %(x)s %s zq35 {0} {x} w",
    "w {controller.legal_name}zq36 w",
    "w %0d%0aBcc: zq40@x.example w",
    "w =?utf-8?q?zq41?= w",
    "w: zq50 # - [x] {y: *z}",
    "!!python/object:zq51 w",
    "w | > & * ? zq52",
    '=HYPERLINK("http://x.example";"zq53")',
    "@SUM(1+1)*zq54",
    "+zq55 w",
    "w\\r\\nzq56 w",
)
ADDRESSES = (
    "https://x.example/?q='zq70&lt;b&gt;&b=%3Cscript%3E",
    "https://x.example/'onmouseover='zq71",
    "https://x.example/#javascript:zq72",
    "https://x.example/&quot;onx=zq73",
    "https://x.example/(zq74)",
    "https://x.example/zq75%22%3E%3Cb%3E",
)
EMAILS = ("zq80&lt;b&gt;@x.example", "zq81%0d%0abcc=y&b@x.example", "zq82?bcc=y&b=1@x.example", "zq83`onx=1@x.example")
# No field keeps these signs: they turn what comes after them, or end a line where there is none.
TURNING = (
    "a\u202eb",
    "a\u202db",
    "a\u202ab",
    "a\u2066b",
    "a\u2067b",
    "a\u2069b",
    "a\x00b",
    "a\x0bb",
    "a\x1bb",
    "a\x7fb",
    "a\x85b",
)
BROKEN = ("a\r\nBcc: zq90@x.example", "a\nSet-Cookie: zq91=1", "a\rzq92", "a\u2028Bcc: zq93@x.example")
NUMBERED = {"register_number", "branch_number", "vat_number", "rsin"}  # with a check digit
BY_KIND = {"text": TEXTS, "long": TEXTS, "lines": TEXTS, "url": ADDRESSES, "urls": ADDRESSES, "email": EMAILS}
SIGNS = re.compile(r"[<>\"'&{}%$#=/\\`()|*:\[\]@+^~!\t]")
ADDRESS = re.compile(r"https://[\w.]+/|@[\w.]+$")


def harmless(text: str) -> str:
    """A text as long, with letters for the signs; an address stays one."""
    kept = ADDRESS.search(text)
    if kept and SIGNS.sub("x", text[: kept.start()]) == text[: kept.start()] and kept[0].startswith("https"):
        return kept[0] + SIGNS.sub("x", text[kept.end() :])
    if kept and kept[0].startswith("@") and text.count("@") == 1 and " " not in text:
        return SIGNS.sub("x", text[: kept.start()]) + kept[0]
    return "\n".join(SIGNS.sub("x", line) for line in text.split("\n"))


@dataclasses.dataclass
class Dresser:
    """Puts hostile text in every field of facts, as far as the field takes it. `shift` decides which text goes where, `change` what it becomes."""

    change: Callable[[str], str] = str
    shift: int = 0
    numbers: Iterator[int] = dataclasses.field(default_factory=lambda: count(100))
    fields: set[str] = dataclasses.field(default_factory=set)  # those that got one

    def dress(self, company: Facts) -> Facts:
        return self._row(company, "")

    def _row(self, row: Any, path: str) -> Any:
        given = {}
        for name, spec in specs_of(type(row)).items():
            value, here = getattr(row, name), f"{path}.{name}".removeprefix(".")
            if spec.kind == "part" and name != "preset":
                given[name] = self._row(value, here)
            elif spec.kind == "rows":
                given[name] = tuple(self._row(line, here) for line in value)
            elif spec.kind in BY_KIND and value and not (path == "controller" and name in NUMBERED):
                given[name] = self._value(spec, value, here)
        return dataclasses.replace(row, **given)

    def _value(self, spec: Spec, value: Any, path: str) -> Any:
        """The first hostile value that the field takes; what it had when it takes none. Asked of the hostile text in any case."""
        number = next(self.numbers)
        found = BY_KIND[spec.kind]
        one, other = (found[(number * step + self.shift) % len(found)] for step in (1, 3))
        for texts in self._texts(spec, number, one, other):
            try:
                taken = parse(spec, texts)
                wanted = parse(
                    spec, [self.change(text) for text in texts] if isinstance(texts, list) else self.change(texts)
                )
            except Refused:
                continue
            if taken:
                self.fields.add(path)
                return wanted
        return value

    def _texts(self, spec: Spec, number: int, one: str, other: str) -> Iterator[Any]:
        if spec.kind in ("url", "email"):
            yield from (one, other)
        elif spec.kind == "urls":
            yield from (
                [one, other],
                *([address] for address in ADDRESSES),
            )  # a semicolon parts two addresses on one line
        elif spec.kind == "lines":
            yield [EVERYWHERE.format(number), one]
        elif spec.kind == "long":
            yield f"{EVERYWHERE.format(number)}\n\n{one}\n{other}"
        yield f"{EVERYWHERE.format(number)} {one}"
        yield from (EVERYWHERE.format(number), one, SHORT)


ACTIVE = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "xlink:href",
    "hx-get",
    "hx-post",
    "hx-put",
    "content",
}
MARKED = re.compile(r"(.{0,12})zq(\d{3,})(.{0,13})", re.DOTALL)


class Skeleton(HTMLParser):
    """What a browser makes of a page: its elements with the names of their attributes, in order; its text; and what its attributes hold."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.bones: list[str] = []
        self.texts: list[str] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.bones.append(f"<{tag} {' '.join(name for name, _ in attrs)}>")
        for name, value in attrs:
            self.texts.append(value or "")
            if name in ACTIVE and re.match(
                r"(javascript|data|vbscript):", re.sub(r"[\x00-\x20]", "", value or "").lower()
            ):
                self.faults.append(f"<{tag} {name}={value!r}>")
            if name.startswith("on") or (name == "style" and "zq" in (value or "")) or name == "srcdoc":
                self.faults.append(f"<{tag} {name}={value!r}>")

    def handle_endtag(self, tag: str) -> None:
        self.bones.append(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        self.bones.append("<!-- -->")

    def handle_decl(self, decl: str) -> None:
        self.bones.append("<!>")

    def unknown_decl(self, data: str) -> None:
        self.bones.append("<![>")

    def handle_pi(self, data: str) -> None:
        self.bones.append("<?>")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


ACTIVE = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "xlink:href",
    "hx-get",
    "hx-post",
    "hx-put",
    "content",
}
MARKED = re.compile(r"(.{0,12})zq(\d{3,})(.{0,13})", re.DOTALL)


def faults_of(hostile: str, plain: str, vocabulary: Collection[str] = ()) -> list[str]:
    """What a page of hostile text has that the same page of plain text has not, and hostile text that is not shown as it was typed.

    With a `vocabulary` the pages may differ, as those with findings do: then every element is one that our own pages have.
    """
    one, other = Skeleton(hostile), Skeleton(plain)
    faults = list(one.faults)
    if one.bones != other.bones and not vocabulary:
        place = next(
            (index for index, pair in enumerate(zip(one.bones, other.bones, strict=False)) if pair[0] != pair[1]),
            min(len(one.bones), len(other.bones)),
        )
        faults.append(
            f"not the same elements: {''.join(one.bones[max(0, place - 3) : place + 4])} in the place of {''.join(other.bones[max(0, place - 3) : place + 4])}"
        )
    if vocabulary:
        faults += [f"an element that is none of ours: {bone}" for bone in sorted(set(one.bones) - set(vocabulary))]
    faults += [f"not as typed: {text!r}" for shown in one.texts for text in damaged_marks(shown)]
    return faults


def damaged_marks(text: str) -> Iterator[str]:
    """Where the text that stands everywhere is not what it was: evaluated, escaped twice, or cut by a template. Its end may be cut on purpose."""
    for found in MARKED.finditer(text):
        before, after = found[1], found[3]
        if before.endswith("q%3D"):
            continue  # in an address, written as addresses write it
        if not "w \"'><b q=".endswith(before[-9:]) or not (
            after.startswith((">{{7*7}}&lt;", ">{{7*7}}”"))
            or (len(after) < 13 and ">{{7*7}}&lt;…".startswith(after.rstrip("…")))
        ):
            yield found[0]
