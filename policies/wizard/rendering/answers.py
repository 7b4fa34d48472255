"""How the ways onward look: the steps beside a page, the cards of its lists, and the answers on the last one. In Python, because a list may have a hundred rows."""

from django.utils.safestring import SafeString

from policies.models import Policy
from policies.wizard.navigation import Go, step_url, to_facts
from policies.wizard.progress import Journey, Progress
from policies.wizard.rendering.questions import NOTHING, icon, markup
from policies.wizard.steps.table import STEPS
from policies.wizard.summary.answer_cards import AnswerCard
from policies.wizard.summary.list_cards import Card

ICONS = {"klaar": "check", "blokkeert": "warning"}


def steps(policy: Policy, journey: Journey, here: Progress, oob: bool = False) -> SafeString:
    """The list of steps with how far each is. `oob`: as htmx puts it in the place of the one on the page."""
    first = step_url(policy, STEPS[0]).removesuffix(f"{STEPS[0].slug}/")  # the others differ in their last page_block
    lines = SafeString(
        "\n".join(_step(f"{first}{one.step.slug}/", one, one.step == here.step) for one in journey.steps)
    )
    return markup(
        '<nav class="wizard-steps" id="stappen" aria-labelledby="stappen-kop"{}>\n<h2 id="stappen-kop">Stappen</h2>\n<ol>\n{}\n</ol>\n</nav>\n',
        SafeString(' hx-swap-oob="true"') if oob else NOTHING,
        lines,
    )


def _step(url: str, one: Progress, is_here: bool) -> SafeString:
    state = NOTHING
    if one.step.blocks or one.state == "klaar":
        state = markup(
            '<span class="step-state">{}{}</span>',
            icon(ICONS[one.state]) if one.state in ICONS else NOTHING,
            one.state_label,
        )
    current = SafeString(' aria-current="step"') if is_here else NOTHING
    name = markup('<a href="{}"{}>\n<span class="step-name">{}</span>\n{}\n</a>', url, current, one.step.title, state)
    return markup('<li class="state-{}">\n{}\n</li>', one.state, name)


def card(one: Card, asks: bool, read_only: bool) -> SafeString:
    """One row of a list. `asks`: there is something to fill in on the page, so a way is a button that saves first."""
    return markup(
        '<div>\n{}\n</div>\n<div class="actions actions-tight">\n{}\n</div>\n', _told(one), _ways(one, asks, read_only)
    )


def _told(one: Card) -> SafeString:
    parts = [markup('<span class="line-title">{}</span>', one.name)]
    if one.proposed:
        parts.append(SafeString('<span class="tag tag-note">voorgesteld</span>'))
    if one.errors:
        parts.append(markup('<span class="tag tag-bad">{} te herstellen</span>', one.errors))
    elif one.warnings:
        parts.append(markup('<span class="tag tag-warn">{} na te kijken</span>', one.warnings))
    if one.summary:
        parts.append(markup('<div class="line-note">{}</div>', one.summary))
    return SafeString("\n".join(parts))


def _ways(one: Card, asks: bool, read_only: bool) -> SafeString:
    if read_only:
        return _link(one.go.url, "btn-sm btn-outline-secondary", "Bekijken", one.name)
    up = [_button(one.up, "btn-sm btn-link", "Omhoog", one.name)] if one.up else []
    ways = [
        way(one.go, "btn-sm btn-outline-secondary", "Wijzigen", one.name, asks),
        way(one.go_delete, "btn-sm btn-link btn-link-danger", "Verwijderen", one.name, asks),
    ]
    return SafeString("\n".join([*up, *ways]))


def way(to: Go, style: str, text: str, of: str, asks: bool) -> SafeString:
    """A way to go: a button that saves first where there is something to save, else a link."""
    return _button(to.value, style, text, of) if asks else _link(to.url, style, text, of)


def _button(value: str, style: str, text: str, of: str) -> SafeString:
    return markup(
        '<button class="btn {}" type="submit" name="ga" value="{}">{}{}</button>', style, value, text, _of(of)
    )


def _link(url: str, style: str, text: str, of: str) -> SafeString:
    return markup('<a class="btn {}" href="{}">{}{}</a>', style, url, text, _of(of))


def _of(name: str) -> SafeString:
    """For who hears the page: which row it is about."""
    return markup('<span class="visually-hidden">: {}</span>', name) if name else NOTHING


def answers(policy: Policy, one: AnswerCard, read_only: bool) -> SafeString:
    """The lines of a card of answers; what was asked leads to where it is changed."""
    url, drawn = to_facts(policy), []
    for line in (line for line in one.lines if line.texts and line.texts[0]):
        label: str = line.label
        if line.path and not read_only:
            label = markup(
                '<a href="{}">{}<span class="visually-hidden"> wijzigen</span></a>',
                f"{url(line.path)}?terug=kaart-{one.slug}",
                label,
            )
        drawn.append(
            markup(
                "<div><dt>{}</dt>{}</div>",
                label,
                SafeString("".join(markup("<dd>{}</dd>", text) for text in line.texts)),
            )
        )
    return SafeString("\n".join(drawn))
