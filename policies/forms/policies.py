"""Forms about a policy as a whole: its name, and facts from a file."""

from collections.abc import Iterable
from typing import Any

from django import forms

from policies.core.facts import Facts
from policies.core.facts.plain_data import MAX_BYTES, FactsError, read_yaml
from policies.forms.fields import LineField, choice_field, put_back
from policies.models import Organisation, Policy

MOST_PROBLEMS = 30
QUESTIONS, TEXT, FILE, COPY = "vragen", "tekst", "bestand", "kopie"
WAYS = {
    QUESTIONS: "Met een paar vragen",
    TEXT: "Met een verklaring die er al is",
    FILE: "Met een bestand met antwoorden",
    COPY: "Met een kopie van een andere verklaring",
}


class PolicyNameForm(forms.ModelForm):
    """What a policy is called inside the application."""

    class Meta:
        model = Policy
        fields = ["name"]
        field_classes = {"name": LineField}
        labels = {"name": "Naam"}
        help_texts = {"name": "Bijvoorbeeld de naam van de onderneming. Dit staat niet in de verklaring."}


class FactsForm(forms.Form):
    """Facts from a file or pasted; `cleaned_data["company"]` holds them, or None when nothing was given.

    `not_now`, set before the form is judged, says why nothing is read at this moment; what was given then stays in the field.
    """

    not_now = ""

    file = forms.FileField(label="Bestand met feiten", required=False, help_text="YAML of JSON, hooguit 500 kB.")
    text = forms.CharField(
        label="Of plak de feiten hier",
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 8, "spellcheck": "false", "class": "facts-text"}),
        help_text="Begin met: schema: 2",
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        uploaded = cleaned.get("file")
        raw = uploaded.read(MAX_BYTES + 1) if uploaded else cleaned.get("text", "")
        cleaned["company"] = self._read("file" if uploaded else "text", raw) if raw.strip() else None
        return cleaned

    @property
    def size(self) -> int:
        """How much was given to read, in bytes or characters; 0 when nothing was. Known before the form is judged."""
        uploaded, pasted = self.files.get(self.add_prefix("file")), self.data.get(self.add_prefix("text")) or ""
        return max((uploaded.size or 0) if uploaded else 0, len(pasted.strip()))

    def _read(self, name: str, raw: bytes | str) -> Facts | None:
        """The facts; every problem becomes an error at the field, and an uploaded text stays to be mended."""
        if self.not_now:
            self.add_error(name, self.not_now)
            self._keep(raw)
            return None
        try:
            return read_yaml(raw)
        except FactsError as error:
            self.add_error(name, [str(problem) for problem in error.problems[:MOST_PROBLEMS]])
            if len(error.problems) > MOST_PROBLEMS:
                self.add_error(name, f"En nog {len(error.problems) - MOST_PROBLEMS} andere.")
            self._keep(raw)
            return None

    def _keep(self, raw: bytes | str) -> None:
        if isinstance(raw, bytes) and len(raw) <= MAX_BYTES and not raw.startswith(b"%PDF"):
            try:
                put_back(self, "text", raw.decode("utf-8-sig"))
            except UnicodeDecodeError:
                pass  # no text, so nothing to mend by hand


class ImportForm(FactsForm):
    """Facts that take the place of every answer; when there are answers, the person says so."""

    replace = forms.BooleanField(label="Ja, vervang alle antwoorden die er nu zijn", required=False)

    def __init__(self, *args: Any, asks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks = asks
        if not asks:
            del self.fields["replace"]

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        if not self.errors and cleaned["company"] is None:
            self.add_error("file", "Kies een bestand, of plak de feiten hieronder.")
        if self.asks and not cleaned.get("replace"):
            self.add_error("replace", "Vink dit aan als u zeker bent. Anders verandert er niets.")
        return cleaned


class PlaceForm(forms.Form):
    """What a new policy is called, and to which organisation it belongs."""

    field_order = ["organisation", "name"]
    name = LineField(
        label="Naam", max_length=120, help_text="Bijvoorbeeld de naam van uw klant. Dit staat niet in de verklaring."
    )

    def __init__(self, *args: Any, organisations: Iterable[Organisation], **kwargs: Any) -> None:
        """`organisations`: those where the person may make one; there is at least one."""
        super().__init__(*args, **kwargs)
        self.organisations = {str(one.pk): one for one in organisations}
        if len(self.organisations) > 1:
            choices = [("", "Kies een organisatie"), *((pk, one.name) for pk, one in self.organisations.items())]
            self.fields["organisation"] = forms.ChoiceField(label="Organisatie", choices=choices)
            self.order_fields(self.field_order)

    @property
    def chosen(self) -> Organisation:
        """The chosen one, or the only one."""
        wanted = self.cleaned_data.get("organisation")
        return self.organisations[wanted] if wanted else next(iter(self.organisations.values()))


class NewPolicyForm(PlaceForm, FactsForm):
    """A new policy, and what it begins with. `cleaned_data["way"]` is one of WAYS; a file or facts that are given go before what is ticked."""

    field_order = ["organisation", "name", "way", "file", "text", "source"]
    way = forms.ChoiceField(
        label="Hoe wilt u beginnen?", required=False, choices=list(WAYS.items()), widget=forms.RadioSelect
    )
    source = forms.ChoiceField(label="Van welke verklaring?", required=False)

    def __init__(self, *args: Any, sources: Iterable[Policy] = (), **kwargs: Any) -> None:
        """`sources`: the policies that the person may copy."""
        super().__init__(*args, **kwargs)
        offered = [(str(one.pk), one.name) for one in sources]
        choice_field(self, "source").choices = [("", "Kies een verklaring"), *offered]
        if not offered:
            del self.fields["source"]
            choice_field(self, "way").choices = [(way, label) for way, label in WAYS.items() if way != COPY]

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        if cleaned.get("company") or self.has_error("file") or self.has_error("text"):
            cleaned["way"] = FILE
        cleaned["way"] = cleaned.get("way") or QUESTIONS
        if (
            cleaned["way"] == FILE
            and not cleaned.get("company")
            and not self.has_error("file")
            and not self.has_error("text")
        ):
            self.add_error("file", "Kies een bestand, of plak de feiten hieronder.")
        if cleaned["way"] == COPY and not cleaned.get("source") and not self.has_error("source"):
            self.add_error("source", "Kies de verklaring die u wilt kopiëren.")
        return cleaned

    @property
    def ways(self) -> dict[str, Any]:
        """The radio buttons by their value."""
        return {one.data["value"]: one for one in self["way"]}
