"""The form that publishes, and those for what may happen afterwards."""

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings

from policies import publish
from policies.forms.fields import DayField, LineField, LinesFormField, choice_field, put_back
from policies.models import Policy, PolicyVersion
from policies.publish import Draft, PublicationPlan, Refusal


class PublishForm(forms.Form):
    """What a publication needs besides the answers. Number and address are asked the first time only."""

    effective_date = DayField(
        label="Vanaf wanneer geldt deze versie?",
        help_text="Vandaag of later, tot twee jaar vooruit. Tot die dag ziet de lezer de vorige versie, met een aankondiging.",
        error_messages={"required": "Kies een datum."},
    )
    slug = LineField(
        label="Adres van de verklaring",
        required=False,
        max_length=60,
        widget=forms.TextInput({"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
    )
    label = LineField(
        label="Nummer van deze versie (hoeft niet)",
        required=False,
        max_length=9,
        help_text="Alleen als uw verklaring al eerder bestond. Leeg: 1.00. Daarna telt de verklaring zelf door.",
    )
    note = LinesFormField(
        label="Wat is er nieuw? (hoeft niet)",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text="Een paar zinnen voor uw lezers. Ze komen bij deze versie te staan.",
    )
    told = LinesFormField(
        label="Hoe hebt u de mensen op de hoogte gebracht?",
        required=False,
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
        help_text="Bijvoorbeeld: een mail aan alle klanten op 1 maart. Dit komt alleen in uw logboek.",
    )
    seen_digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
    warned = forms.CharField(widget=forms.HiddenInput, required=False, max_length=3)

    def __init__(self, *args: Any, first: bool, **kwargs: Any):
        """`first`: nothing was published yet."""
        super().__init__(*args, **{"auto_id": "publish_%s", **kwargs})
        if first:
            self.fields[
                "effective_date"
            ].help_text = "Vandaag of later, tot twee jaar vooruit. Tot die dag staat er dat ze nog niet geldt."
            address = f"{settings.SITE_URL}/privacy/uw-keuze/"
            self.fields[
                "slug"
            ].help_text = f"Kleine letters, cijfers en streepjes. Het wordt {address} en blijft altijd van u."
        for name in () if first else ("slug", "label"):
            del self.fields[name]

    def show_again(self, digest: str) -> None:
        """Come back with what was typed, for the text that is now on the screen. What was warned about is not asked twice."""
        put_back(self, "seen_digest", digest)
        if "told" in self.errors:
            put_back(self, "warned", "ja")


def publish_context(
    policy: Policy, draft: Draft, now: datetime, versions: list[PolicyVersion], form: PublishForm | None = None
) -> dict[str, Any]:
    """What versions/_publish_form.html shows; `form` is one that came back. `plan` is None when there is nothing to publish."""
    retired = bool(versions) and versions[-1].retired
    try:
        plan = publish.plan_of(policy, draft, now)
    except Refusal as refusal:
        return {"publish_form": None, "plan": None, "refusal": refusal, "retired": retired}
    form = form or _new_form(draft, plan)
    if not plan.reasons and "told" not in form.errors:
        form.fields["told"].widget = forms.HiddenInput()
    return {"publish_form": form, "plan": plan, "refusal": None, "retired": retired}


def _new_form(draft: Draft, plan: PublicationPlan) -> PublishForm:
    initial = {"effective_date": draft.on, "seen_digest": draft.digest}
    if plan.latest is None:
        names = (*draft.facts.controller.trade_names, draft.facts.controller.legal_name or "")
        initial["slug"] = publish.suggest_slug(names[0])
    return PublishForm(first=plan.latest is None, initial=initial)


class RetireForm(forms.Form):
    """What readers see when a statement is withdrawn."""

    notice = LinesFormField(
        label="Bericht voor de lezers (hoeft niet)",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text="Bijvoorbeeld: wij zijn gestopt op 31 december. Vragen kunnen nog tot juni naar …",
    )


class ReasonForm(forms.Form):
    """Why a version is hidden, or shown again."""

    reason = LinesFormField(
        label="Waarom?",
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text="Dit komt alleen in uw logboek. Zet er zelf geen persoonsgegevens in.",
        error_messages={"required": "Schrijf op waarom."},
    )


class AddressForm(forms.Form):
    """Another address."""

    slug = LineField(
        label="Nieuw adres",
        max_length=60,
        help_text="3 tot 60 kleine letters, cijfers en streepjes.",
        widget=forms.TextInput({"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Kies een adres."},
    )


class CompareForm(forms.Form):
    """Which two versions to put side by side; the draft is one of them."""

    van = forms.ChoiceField(label="Van")
    naar = forms.ChoiceField(label="Naar")

    def __init__(self, *args: Any, labels: list[str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        choices = [(label, f"versie {label}") for label in labels]
        choice_field(self, "van").choices = choices
        choice_field(self, "naar").choices = [*choices, ("concept", "wat u nu hebt (concept)")]
