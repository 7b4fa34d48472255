"""From the Spec of a fact to a field of a form. `values.parse` judges every answer, here as in a file."""

from collections.abc import Callable, Container, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from policies.core.facts import Spec, values
from policies.core.facts.countries import ORGANISATIONS
from policies.core.facts.internet_address import readable

NEAR = ("BE", "NL", "DE", "FR", "LU", "US")  # where most of our users, their customers and their suppliers are
FAR = ("US", "GB", "CH", "IN")  # where their suppliers outside the EEA are
NOTHING = "Nog niets gekozen"
CATALOGUE = "catalogue:"  # before the id of something that becomes an own row once it is saved
YES_NO = [("ja", "Ja"), ("nee", "Nee"), ("", "Nog niet beantwoord")]

Options = Mapping[str, str]  # key → name of the rows that a reference may point at


class Answer(forms.Field):
    """One question. Never required: what is missing is told by a finding, what is malformed is refused here. `offers` are told in choosing.py."""

    def __init__(self, spec: Spec, options: Options, listed: Options, **kwargs: Any) -> None:
        self.spec, self.options, self.listed = spec, options, listed
        self.offers: Container[str] = ()  # ids of the catalogue that may be chosen as well
        super().__init__(required=False, label=spec.label, help_text=spec.help, **kwargs)

    def clean(self, value: Any) -> Any:
        """The value as facts hold it. Raises ValidationError with the Dutch sentence of values.Refused."""
        if (
            self.spec.kind == "ref"
            and isinstance(value, str)
            and value.startswith(CATALOGUE)
            and value.removeprefix(CATALOGUE) in self.offers
        ):
            return value
        try:
            answer = values.parse(self.spec, value)
        except values.Refused as refusal:
            raise ValidationError(str(refusal)) from None
        wanted = answer if self.spec.kind == "refs" else (answer,) if self.spec.kind == "ref" and answer else ()
        if any(key not in self.options for key in wanted):
            raise ValidationError("Deze keuze bestaat niet meer. Kies opnieuw.")
        return answer

    def prepare_value(self, value: Any) -> Any:
        """A fact as the widget shows it; what was typed and refused comes back as it was."""
        if self.spec.kind == "yesno" and isinstance(value, bool):
            return "ja" if value else "nee"
        if self.spec.kind in {"lines", "urls"} and isinstance(value, tuple):
            return "\n".join(map(readable, value) if self.spec.kind == "urls" else value)
        if self.spec.kind in {"url", "email"} and isinstance(value, str):
            return readable(value)
        return list(value) if isinstance(value, tuple) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return values.parse(self.spec, data) != values.parse(self.spec, initial)
        except values.Refused:
            return True


def _input(kind: str = "text", **attrs: Any) -> Callable[[Spec, Options], forms.Widget]:
    def widget(spec: Spec, options: Options) -> forms.Widget:
        made = forms.TextInput(attrs)
        made.input_type = kind
        return made

    return widget


def _area(spec: Spec, options: Options) -> forms.Widget:
    return forms.Textarea({"rows": 3 if spec.kind in {"lines", "urls"} or spec.max_length < 1000 else 5})


def _select(choices: Callable[[Spec, Options], Sequence]) -> Callable[[Spec, Options], forms.Widget]:
    return lambda spec, options: forms.Select(choices=[("", NOTHING), *choices(spec, options)])


def _boxes(choices: Callable[[Spec, Options], Sequence]) -> Callable[[Spec, Options], forms.Widget]:
    return lambda spec, options: forms.CheckboxSelectMultiple(choices=choices(spec, options))


def boxes_of(name: str) -> tuple[str, ...]:
    """The countries to tick for a field with several; any other is typed."""
    return FAR if name == "transfer_countries" else NEAR


def countries() -> list[tuple[str, list[tuple[str, str]]]]:
    """Names in Dutch, the near ones first."""
    names = values.country_names()
    others = sorted(
        ((code, name) for code, name in names.items() if code not in (*NEAR, *ORGANISATIONS)), key=lambda pair: pair[1]
    )
    return [("Dichtbij", [(code, names[code]) for code in NEAR]), ("Alle andere landen", others)]


WIDGETS: dict[str, Callable[[Spec, Options], forms.Widget]] = {
    "text": _input(),
    "long": _area,
    "lines": _area,
    "urls": _area,
    "url": _input("url", placeholder="https://"),
    "email": _input("email"),
    "phone": _input("tel"),
    # type=number would drop what is no number, and with it what was typed
    "number": _input(inputmode="numeric"),
    "day": _input("date"),
    "tick": lambda spec, options: forms.CheckboxInput(),
    "yesno": lambda spec, options: forms.RadioSelect(choices=YES_NO),
    "choice": _select(lambda spec, options: list(spec.choices.items())),
    "choices": _boxes(lambda spec, options: list(spec.choices.items())),
    "country": _select(lambda spec, options: countries()),
    "countries": _boxes(lambda spec, options: []),  # the form fills them in: see boxes_of
    "ref": _select(lambda spec, options: list(options.items())),
    "refs": _boxes(lambda spec, options: list(options.items())),
}


def question(spec: Spec, options: Options, listed: Options | None = None) -> Answer:
    """Return the field of a form for one fact; `options` are the rows that it may refer to, `listed` those that stand in its list (all)."""
    listed = options if listed is None else listed
    return Answer(spec, options, listed, widget=WIDGETS[spec.kind](spec, listed))
