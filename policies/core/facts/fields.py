"""What a field of the facts is: its kind, its Dutch label and help, its choices, its article."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True)
class Spec:
    """One field as a person meets it: the wizard, the database, the YAML and the JSON Schema all read this.

    `kind` is one of KINDS; `choices` maps a code to its label in the wizard; `choice_set` names the words that the
    statement uses for a code, empty where the statement uses the labels themselves.

    `internal` is the reason why the field is never printed, empty when it is public; `promise` marks a yes or no of
    which only the yes is told.

    `notation` says how a text that is a number or a postcode is brought into one way of writing (NOTATIONS in
    numbers.py); `wording` is how a text stands in a sentence, one of WORDINGS in fragments.py.

    `organisations` lets a list of countries hold an organisation as well.
    """

    kind: str
    label: str
    help: str = ""
    choices: Mapping[str, str] = dataclasses.field(default_factory=dict)
    choice_set: str = ""
    max_length: int = 0
    minimum: int = 0
    maximum: int = 0
    articles: tuple[str, ...] = ()
    target: str = ""
    row: type | None = None
    internal: str = ""
    example: str = ""
    notation: str = ""
    wording: str = ""
    promise: bool = False
    organisations: bool = False

    @property
    def row_type(self) -> type:
        """Return the class of the part, or of the rows of the list. Only a field of kind part or rows has one."""
        assert self.row is not None
        return self.row


KINDS = {
    "key",
    "text",
    "long",
    "lines",
    "choice",
    "choices",
    "yesno",
    "tick",
    "number",
    "day",
    "url",
    "urls",
    "email",
    "phone",
    "country",
    "countries",
    "ref",
    "refs",
    "part",
    "rows",
}


def _field(kind: str, label: str, help: str = "", articles: str = "", default: Any = None, **more: Any) -> Any:
    assert kind in KINDS, kind
    spec = Spec(kind, label, help, articles=tuple(articles.split()), **more)
    return dataclasses.field(default=default, metadata={"spec": spec})


def key() -> Any:
    """Return the field of the lasting name of a row inside one set of facts: lower case, digits, hyphens.

    It becomes part of HTML ids.
    """
    return _field(
        "key",
        "Kenmerk",
        "Kort woord zonder spaties, bijvoorbeeld nieuwsbrief. Het blijft altijd hetzelfde.",
        max_length=40,
        internal="naam voor verwijzingen; staat in adressen binnen de pagina, niet in de tekst",
    )


def text(
    label: str,
    help: str = "",
    articles: str = "",
    *,
    max_length: int = 200,
    internal: str = "",
    example: str = "",
    notation: str = "",
    wording: str = "phrase",
) -> Any:
    """Return a field of text on one line: a piece of a sentence, unless `wording` says otherwise."""
    return _field(
        "text",
        label,
        help,
        articles,
        max_length=max_length,
        internal=internal,
        example=example,
        notation=notation,
        wording=wording,
    )


def long(label: str, help: str = "", articles: str = "", *, max_length: int = 4000, internal: str = "") -> Any:
    """Return a field of text of several lines."""
    return _field("long", label, help, articles, max_length=max_length, internal=internal)


def lines(
    label: str, help: str = "", articles: str = "", *, internal: str = "", maximum: int = 40, wording: str = "phrase"
) -> Any:
    """Return a field of short texts, one a line; at most `maximum` of 200 characters."""
    return _field(
        "lines", label, help, articles, default=(), max_length=200, internal=internal, maximum=maximum, wording=wording
    )


def choice(
    label: str, choices: Mapping[str, str], choice_set: str, help: str = "", articles: str = "", internal: str = ""
) -> Any:
    """Return a field of one code of `choices`, which maps a code to its label in the wizard.

    `choice_set` names the words that the statement uses for a code; empty where it uses the labels themselves.
    """
    return _field(
        "choice", label, help, articles, choices=choices, choice_set=choice_set, max_length=40, internal=internal
    )


def choices(label: str, choices: Mapping[str, str], choice_set: str, help: str = "", articles: str = "") -> Any:
    """Return a field of several codes of `choices`; `choice_set` as for `choice`."""
    return _field("choices", label, help, articles, default=(), choices=choices, choice_set=choice_set, max_length=40)


def yesno(label: str, help: str = "", articles: str = "") -> Any:
    """Return a field of a yes or a no, which are both stated; None is not yet answered."""
    return _field("yesno", label, help, articles)


def promise(label: str, help: str = "", articles: str = "") -> Any:
    """Return a field of a yes or a no of which only the yes is told.

    It is what the company does beyond what the law asks of everybody. None is not yet asked; nobody answers it but a
    person.
    """
    return _field("yesno", label, help, articles, promise=True)


def tick(label: str, help: str = "", articles: str = "", internal: str = "") -> Any:
    """Return a field that is stated when ticked.

    Not ticked and not answered are the same, so it is never required.
    """
    return _field("tick", label, help, articles, default=False, internal=internal)


def number(
    label: str, help: str = "", articles: str = "", *, minimum: int = 1, maximum: int = 999, internal: str = ""
) -> Any:
    """Return a field of a whole number from `minimum` to `maximum`."""
    return _field("number", label, help, articles, minimum=minimum, maximum=maximum, internal=internal)


def day(label: str, help: str = "", articles: str = "", *, internal: str = "") -> Any:
    """Return a field of a day, stored as 2026-11-30."""
    return _field("day", label, help, articles, internal=internal)


def url(label: str, help: str = "", articles: str = "") -> Any:
    """Return a field of one web address."""
    return _field("url", label, help, articles, max_length=500)


def urls(label: str, help: str = "", articles: str = "") -> Any:
    """Return a field of several web addresses."""
    return _field("urls", label, help, articles, default=(), max_length=500)


def email(label: str, help: str = "", articles: str = "") -> Any:
    """Return a field of one e-mail address."""
    return _field("email", label, help, articles, max_length=200)


def phone(label: str, help: str = "", articles: str = "") -> Any:
    """Return a field of one telephone number, or of two with “of” between them."""
    return _field("phone", label, help, articles, max_length=40)


def country(label: str, help: str = "", articles: str = "") -> Any:
    """Return a field of the code of one country."""
    return _field("country", label, help, articles, max_length=2)


def countries(label: str, help: str = "", articles: str = "", *, organisations: bool = False) -> Any:
    """Return a field of codes of countries.

    With `organisations` also of an organisation that data goes to and that is none (ORGANISATIONS in countries.py).
    """
    return _field("countries", label, help, articles, default=(), max_length=2, organisations=organisations)


def ref(label: str, target: str, help: str = "", articles: str = "") -> Any:
    """Return a field of the key of a row elsewhere in the same facts; `target` is the name of that list on Facts."""
    return _field("ref", label, help, articles, target=target, max_length=40)


def refs(label: str, target: str, help: str = "", articles: str = "") -> Any:
    """Return a field of keys of rows elsewhere in the same facts; `target` is the name of that list on Facts."""
    return _field("refs", label, help, articles, default=(), target=target, max_length=40)


def rows(row: type, label: str, help: str = "") -> Any:
    """Return a field of a list of rows of the class `row`."""
    return _field("rows", label, help, default=(), row=row)


def part(row: type, label: str) -> Any:
    """Return a field of one part of the class `row`, which always exists."""
    return dataclasses.field(default_factory=row, metadata={"spec": Spec("part", label, row=row)})


CATALOGUE_ID = "herkomst uit de catalogus; stuurt controles, geen tekst"
CHECKED_ON = "datum van de laatste controle door de gebruiker"
NOTES = "aantekening voor de gebruiker zelf"


def catalogue_id(label: str = "Uit de catalogus") -> Any:
    """Return the field of the id in the catalogue that a row was copied from. It is never printed."""
    return text(
        label,
        "Staat er vanzelf als u iets uit onze lijst koos. Leeg als u het zelf maakte.",
        max_length=40,
        internal=CATALOGUE_ID,
        wording="code",
    )


def checked_on() -> Any:
    """Return the field of the day on which the user last checked a row. It is never printed."""
    return day(
        "Laatst gecontroleerd op", "Wanneer hebt u deze gegevens voor het laatst nagekeken?", internal=CHECKED_ON
    )


def notes() -> Any:
    """Return the field of the user's own note. It is never printed."""
    return long("Eigen aantekening", "Alleen voor u. Dit komt nooit in de verklaring.", max_length=2000, internal=NOTES)


def spec_of(cls: type, name: str) -> Spec:
    """Return the Spec of field `name` of a facts class. Raises KeyError for a name that is no field."""
    return specs_of(cls)[name]


def _specs_of(cls: type) -> Mapping[str, Spec]:
    """Return all fields of a facts class with their Spec, in order.

    It is one table for all callers, so nobody can write in it.
    """
    return MappingProxyType({f.name: f.metadata["spec"] for f in dataclasses.fields(cls) if "spec" in f.metadata})


specs_of: Callable[[type], Mapping[str, Spec]] = cache(_specs_of)
