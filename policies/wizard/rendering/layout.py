"""Layout objects for crispy: each is one template of templates/question/ and the fields in it."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, LayoutObject
from django import forms
from django.template import Context
from django.template.loader import get_template

from policies.wizard.rendering.field_display import field_display

PACK = "question"


class QuestionHelper(FormHelper):
    """How `{% crispy form %}` draws a form of questions: with our templates, inside a form tag that the page has."""

    template_pack = PACK

    def __init__(self, *objects: LayoutObject) -> None:
        super().__init__()
        self.layout = Layout(*objects)

    def get_attributes(self, template_pack: str = PACK) -> dict[str, Any]:
        """Return what whole_uni_form.html shows besides the layout: nothing, as the page has the form tag."""
        return {"attrs": {}}


class Questions(LayoutObject):
    """Fields one under the other, in one template: a template for each would take most of the time of a page."""

    template = "%s/layout/questions.html"

    def __init__(self, *names: str) -> None:
        self.fields = list(names)

    def render(self, form: forms.Form, context: Context, template_pack: str = PACK, **kwargs: Any) -> str:
        """Return the fields as the template draws them; `context` is that of the page (read_only, policy, progress)."""
        return self.draw(context, template_pack, questions=[vars(field_display(form[name])) for name in self.fields])

    def draw(self, context: Context, template_pack: str, **shown: Any) -> str:
        """Return the template of this object with the names of the page and those in `shown`."""
        template: Any = get_template(self.get_template_name(template_pack))
        with context.push(layout=self, **shown):
            return str(template.template.render(context))


class FoldedQuestions(Questions):
    """Fields that are shown on demand, under a line that says what they are about."""

    template = "%s/layout/folded.html"

    def __init__(self, legend: str, *names: str, is_open: bool) -> None:
        super().__init__(*names)
        self.legend, self.is_open = legend, is_open


class QuestionFieldset(Questions):
    """Layout objects under a legend, with the help of the block."""

    template = "%s/layout/fieldset.html"

    def __init__(self, legend: str, *objects: LayoutObject, help: str = "") -> None:
        self.fields, self.legend, self.help = list(objects), legend, help

    def render(self, form: forms.Form, context: Context, template_pack: str = PACK, **kwargs: Any) -> str:
        """Return the legend, the help and what stands under them."""
        return self.draw(context, template_pack, fields=self.get_rendered_fields(form, context, template_pack))
