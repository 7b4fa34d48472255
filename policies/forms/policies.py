"""Forms about a policy as a whole: its name, and facts from a file."""

from collections.abc import Iterable
from typing import Any

from django import forms

from policies.core.facts import Facts
from policies.core.facts.data import MAX_BYTES, FactsError, read_yaml
from policies.models import Organisation, Policy

MOST_PROBLEMS = 30


class PolicyNameForm(forms.ModelForm):
    """What a policy is called inside the application."""

    class Meta:
        model = Policy
        fields = ["name"]
        labels = {"name": "Naam"}
        help_texts = {"name": "Bijvoorbeeld de naam van de onderneming. Dit staat niet in de verklaring."}


class FactsForm(forms.Form):
    """Facts from a file or pasted; `cleaned_data["company"]` holds them, or None when nothing was given."""

    file = forms.FileField(label="Bestand met feiten", required=False, help_text="YAML of JSON, hooguit 500 kB.")
    text = forms.CharField(
        label="Of plak de feiten hier", required=False, strip=False,
        widget=forms.Textarea({"rows": 8, "spellcheck": "false", "class": "facts-text"}),
        help_text="Begin met: schema: 1",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        uploaded = cleaned.get("file")
        raw = uploaded.read(MAX_BYTES + 1) if uploaded else cleaned.get("text", "")
        cleaned["company"] = self._read("file" if uploaded else "text", raw) if raw.strip() else None
        return cleaned

    def _read(self, name: str, raw: bytes | str) -> Facts | None:
        """The facts; every problem becomes an error at the field, and an uploaded text stays to be mended."""
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
                self.data = self.data.copy()
                self.data[self.add_prefix("text")] = raw.decode("utf-8-sig")
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
        cleaned = super().clean()
        if not self.errors and cleaned["company"] is None:
            self.add_error("file", "Kies een bestand, of plak de feiten hieronder.")
        if self.asks and not cleaned.get("replace"):
            self.add_error("replace", "Vink dit aan als u zeker bent. Anders verandert er niets.")
        return cleaned


class NewPolicyForm(FactsForm):
    """A new policy, empty or with facts from elsewhere."""

    field_order = ["organisation", "name", "file", "text"]
    name = forms.CharField(
        label="Naam", max_length=120, help_text="Bijvoorbeeld de naam van uw klant. Dit staat niet in de verklaring."
    )

    def __init__(self, *args: Any, organisations: Iterable[Organisation], **kwargs: Any) -> None:
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
