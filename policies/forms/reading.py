"""The form that takes a privacy statement from elsewhere, pasted or as a file. Nothing of it is stored."""

from typing import Any

from django import forms

from policies.core.reading import MAX_BYTES, MAX_CHARACTERS, Unreadable, decode
from policies.forms.fields import put_back


class TextForm(forms.Form):
    """`cleaned_data["source"]` is the text to read: the file when there is one, else what was pasted."""

    # No max_length: a browser would cut what is pasted without a word.
    text = forms.CharField(
        label="Plak hier de tekst van de privacyverklaring",
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 12, "class": "statement-text"}),
        help_text="Hooguit 100.000 tekens. De html-code van de pagina mag ook.",
    )
    file = forms.FileField(
        label="Of kies een bestand (mag leeg blijven)",
        required=False,
        help_text=".txt of .html, hooguit 1 MB.",
        widget=forms.ClearableFileInput({"accept": ".txt,.html,.htm,text/plain,text/html"}),
    )

    def clean_text(self) -> str:
        text = self.cleaned_data["text"].replace("\r\n", "\n")
        if len(text) > MAX_CHARACTERS:
            shown = f"{len(text):,}".replace(",", ".")
            raise forms.ValidationError(f"Hooguit 100.000 tekens; dit zijn er {shown}. Plak alleen de verklaring.")
        return text

    def clean_file(self) -> str | None:
        uploaded = self.cleaned_data["file"]
        if not uploaded:
            return None
        try:
            return decode(uploaded.read(MAX_BYTES + 1))
        except Unreadable as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        cleaned["source"] = cleaned.get("file") or cleaned.get("text", "")
        if not self.errors and not cleaned["source"].strip():
            self.add_error("text", "Plak een tekst, of kies een bestand.")
        if self.errors:
            self._keep()
        return cleaned

    def _keep(self) -> None:
        """A browser forgets the file; its text stays, in the field for pasting."""
        uploaded = self.cleaned_data.get("file")
        if uploaded and len(uploaded) <= MAX_CHARACTERS:
            put_back(self, "text", uploaded)

    def refuse(self, reason: str) -> None:
        """The text cannot be read: said at the field that it came from."""
        self._keep()
        self.add_error("file" if self.cleaned_data.get("file") else "text", reason)
