"""The steps of the wizard as links, with how far each is."""

from typing import NamedTuple

from policies.models import Policy
from policies.wizard.navigation import step_url
from policies.wizard.progress import Progress, WizardProgress
from policies.wizard.steps.table import STEPS


class StepLink(NamedTuple):
    """One step: `state` is one of progress.STATES, `label` that state in words, empty where it says nothing."""

    url: str
    title: str
    state: str
    label: str
    is_here: bool


def step_links(policy: Policy, wizard_progress: WizardProgress, here: Progress) -> list[StepLink]:
    """Return a link to each step, in order. `here` is the step of the page."""
    first = step_url(policy, STEPS[0]).removesuffix(f"{STEPS[0].slug}/")  # addresses differ in their last part only
    return [
        StepLink(
            f"{first}{one.step.slug}/",
            one.step.title,
            one.state,
            one.state_label if one.step.blocks or one.state == "klaar" else "",
            one.step == here.step,
        )
        for one in wizard_progress.steps
    ]
