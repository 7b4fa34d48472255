"""All answers as a person would read them to a colleague: cards with a line per answer. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from policies.core.checks.finding import Finding
from policies.core.clauses.filters import datum, landnaam
from policies.core.facts import (
    Activity,
    Cookie,
    DataItem,
    DataUse,
    ExtraSource,
    Facts,
    Purpose,
    Recipient,
    RetentionRule,
    paths,
)
from policies.core.facts import choices as c
from policies.core.facts.capitals import capital
from policies.core.facts.fragments import heading, phrase, sentence, shaped
from policies.core.facts.marks import lines_of
from policies.core.facts.periods import on_card, rule_on_card
from policies.core.presets.unconfirmed import unconfirmed
from policies.wizard.steps.blocks import Fields
from policies.wizard.steps.table import STEPS
from policies.wizard.summary.format_answer import Names, names_of, words

UNITS = {"term_number": "term_unit"}  # told in one breath
GROUPS = paths.field_spec("activities", "groups")


@dataclass(frozen=True)
class AnswerLine:
    """One answer: what was asked, in words, and where it is changed."""

    label: str
    texts: tuple[str, ...]
    path: str = ""


@dataclass
class AnswerCard:
    """What belongs together. `paths` are the parts and rows that it tells, `change` is where one goes to change it."""

    slug: str
    title: str
    change: str
    paths: tuple[str, ...]
    lines: list[AnswerLine]
    proposed: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)

    @property
    def lacks(self) -> bool:
        """Whether something must be put right before anybody can say that this is right."""
        return any(finding.blocks for finding in self.findings)


@dataclass(frozen=True)
class AnswerSection:
    title: str
    slug: str
    cards: tuple[AnswerCard, ...]


def sections_of(facts: Facts, findings: Sequence[Finding]) -> tuple[AnswerSection, ...]:
    """Every answer, in the order of the steps; what is not answered is left out."""
    names, waiting = names_of(facts), unconfirmed(facts)
    found = []
    for title, slug, make in SECTIONS:
        cards = [card for card in make(facts, names) if card.lines or any(path in waiting for path in card.paths)]
        for card in cards:
            card.proposed = tuple(path for path in waiting if path in card.paths)
            card.findings = [one for one in findings if _within(one.path, card.paths) and one.path not in waiting]
        if cards:
            found.append(AnswerSection(title, slug, tuple(cards)))
    return tuple(found)


def _within(path: str, places: Sequence[str]) -> bool:
    return any(f"{path}.".startswith(f"{one}.") for one in places)


# --- the cards ---------------------------------------------------------------------------------------------------


def _parts(
    slug: str,
    title: str,
    *parts: str,
    more: Callable[[Facts, Names], Iterator[AnswerLine]] | None = None,
    change: str = "",
) -> Callable[[Facts, Names], list[AnswerCard]]:
    """A card of whole parts, with the lines of `more` after them."""

    def make(facts: Facts, names: Names) -> list[AnswerCard]:
        lines = [line for part in parts for line in _part(facts, part, names)]
        return [AnswerCard(slug, title, change or parts[0], parts, [*lines, *(more(facts, names) if more else ())])]

    return make


def _part(facts: Facts, part: str, names: Names) -> Iterator[AnswerLine]:
    row = getattr(facts, part)
    for step in STEPS:
        for block in step.blocks:
            if isinstance(block, Fields) and block.of == part:
                for name in block.names:
                    spec = paths.field_spec(part, name)
                    value = getattr(row, name)
                    texts = (
                        tuple(value)
                        if spec.kind in {"lines", "urls"}
                        else lines_of(value)
                        if spec.kind == "long"
                        else (words(spec, value, names),)
                    )
                    if name in UNITS and value is not None:
                        texts = (on_card(value, getattr(row, UNITS[name])),)
                    if any(texts) and name not in UNITS.values():
                        yield AnswerLine(spec.label, texts, f"{part}.{name}")


def _activities(facts: Facts, names: Names) -> list[AnswerCard]:
    return [
        AnswerCard(
            f"verwerking-{one.key}",
            capital(heading(one.name or "nog zonder naam")),
            f"activities.{one.key}",
            (f"activities.{one.key}",),
            list(_activity(facts, one, names)),
        )
        for one in facts.activities
    ]


def _activity(facts: Facts, one: Activity, names: Names) -> Iterator[AnswerLine]:
    """Everything that the statement tells of an activity, so that nothing is confirmed unseen."""
    here = f"activities.{one.key}"
    if one.story:
        yield AnswerLine("Hoe het gaat", lines_of(one.story), f"{here}.story")
    yield AnswerLine(
        "Waarvoor, en waarom het mag",
        tuple(purpose_in_words(purpose, words(GROUPS, purpose.groups, names)) for purpose in one.purposes),
        f"{here}.purposes",
    )
    yield AnswerLine("Van wie", (words(GROUPS, one.groups, names),), f"{here}.groups")
    yield AnswerLine("Welke gegevens", tuple(_use(facts, use) for use in one.uses), f"{here}.uses")
    yield AnswerLine("Hoe u ze krijgt", (_source(one),), f"{here}.source")
    required = " ".join(
        filter(None, [f"{c.REQUIRED[one.required]}." if one.required else "", sentence(one.consequence or "")])
    )
    yield AnswerLine("Moet men ze geven?", (required,), f"{here}.required")
    yield AnswerLine("Hoelang u ze bewaart", (kept(facts.find("retention_rules", one.retention)),), f"{here}.retention")
    served = [shaped(row) for row in facts.recipients if one.key in row.activities]
    yield AnswerLine("Wie ze ook ziet", (", ".join(served),), "recipients")
    if one.control:
        yield AnswerLine("Wat men zelf kan", lines_of(one.control), f"{here}.control")


def purpose_in_words(purpose: Purpose, people: str = "") -> str:
    """A purpose with its basis, with what makes it lawful beside that (art. 6, 9.2, 21.2), and with the people that it alone is about."""
    basis = c.LEGAL_BASIS.get(purpose.legal_basis or "", "grondslag nog niet gekozen")
    reason = shaped(purpose, "interest" if purpose.interest else "law") if purpose.interest or purpose.law else ""
    beside = [c.SPECIAL_GROUND.get(purpose.special_ground or ""), c.MARKETING_RULE.get(purpose.marketing_rule or "")]
    short = (
        f"in een paar woorden: “{shaped(purpose, 'short')}”" if purpose.short and purpose.short != purpose.name else ""
    )
    return "; ".join(
        filter(
            None,
            [
                f"{shaped(purpose)} – {basis}{f': {reason}' if reason else ''}",
                *beside,
                f"alleen over {people}" if people else "",
                short,
            ],
        )
    )


def _use(facts: Facts, use: DataUse) -> str:
    category, own = facts.find("categories", use.category), facts.find("retention_rules", use.retention)
    special = (
        f" (bijzondere gegevens: {small(c.SPECIAL_KIND[category.special])})" if category and category.special else ""
    )
    items = ", ".join(map(_item, filter(lambda item: item.name, use.items)))
    differs = [
        _source(use),
        *(f"ook: {_source(extra)}" for extra in use.extra_sources),
        c.REQUIRED.get(use.required or "", ""),
        phrase(use.consequence or ""),
        kept(own),
    ]
    return " · ".join(
        filter(None, [f"{shaped(category) if category else 'soort nog niet gekozen'}{special}: {items}", *differs])
    )


def _item(item: DataItem) -> str:
    beside = "; ".join(
        filter(None, [shaped(item, "reason") if item.reason else "", "mag men weglaten" if item.optional else ""])
    )
    return f"{shaped(item)} ({beside})" if beside else shaped(item)


def _source(row: Activity | DataUse | ExtraSource) -> str:
    detail = row.detail if isinstance(row, ExtraSource) else row.source_detail
    return " – ".join(filter(None, [c.SOURCE.get(row.source or "", ""), phrase(detail or "")]))


def kept(rule: RetentionRule | None) -> str:
    """A term with its reason and with what comes after (art. 5.1.e, 13.2.a)."""
    if rule is None:
        return ""
    return "; ".join(
        filter(None, [period(rule), phrase(rule.reason or ""), small(c.AFTERWARDS.get(rule.afterwards or "", ""))])
    )


def small(text: str) -> str:
    """The same words, to go on in a sentence: a name further on keeps its capital."""
    return text[:1].lower() + text[1:]


def period(rule: RetentionRule | None) -> str:
    """A term in one line: how long, from when, and whether a law asks it (art. 13.2.a)."""
    if rule is None:
        return ""
    told = rule_on_card(rule, phrase) or phrase(rule.name or "")
    return f"{told} · wettelijk ({shaped(rule, 'law')})" if rule.law else told


def _recipients(kind: str, slug: str, title: str, *parts: str) -> Callable[[Facts, Names], list[AnswerCard]]:
    def make(facts: Facts, names: Names) -> list[AnswerCard]:
        rows = [row for row in facts.recipients if (row.kind == "category") == (kind == "category")]
        lines = [line for part in parts for line in _part(facts, part, names)]
        lines += [
            AnswerLine(row.name or "Nog zonder naam", (_recipient(row), *_other_tasks(row)), f"recipients.{row.key}")
            for row in rows
        ]
        places = (*parts, *(f"recipients.{row.key}" for row in rows))
        return [AnswerCard(slug, title, "recipients", places, lines)] if rows or parts else []

    return make


def _recipient(row: Recipient) -> str:
    """What it does, where it is and under which safeguard (art. 13.1.e, 13.1.f)."""
    countries = ", ".join(landnaam(code) for code in row.transfer_countries)
    safeguards = ", ".join(c.SAFEGUARD[code] for code in row.safeguards)
    parts = [
        phrase(row.task or ""),
        c.ROLE.get(row.role or ""),
        f"gevestigd in {landnaam(row.country)}" if row.country else "",
        f"doorgifte naar {countries}" + (f" met {safeguards}" if safeguards else "") if countries else "",
        "alleen als de persoon ja zegt" if row.only_with_consent else "",
        _planned(row),
    ]
    return " · ".join(part for part in parts if part)


def _other_tasks(row: Recipient) -> Iterator[str]:
    """The tasks in which it has another role (art. 28)."""
    for other in row.other_roles:
        yield "ook: " + " · ".join(filter(None, [phrase(other.task or ""), c.ROLE.get(other.role or "")]))


def _planned(row: Recipient | Cookie) -> str:
    """From which day it is there, when it is not there yet."""
    if not row.planned:
        return ""
    return (
        f"nog niet in gebruik, vanaf {datum(date.fromisoformat(row.planned_from))}"
        if row.planned_from
        else "nog niet in gebruik, komt nog niet in de verklaring"
    )


def _joint(facts: Facts, names: Names) -> list[AnswerCard]:
    rows = facts.joint_controllers
    lines = [
        AnswerLine(
            row.name or "Nog zonder naam",
            (*lines_of(row.arrangement), *filter(None, [row.contact_point])),
            f"joint_controllers.{row.key}",
        )
        for row in rows
    ]
    return (
        [
            AnswerCard(
                "samen",
                "Samen verantwoordelijk",
                "joint_controllers",
                tuple(f"joint_controllers.{row.key}" for row in rows),
                lines,
            )
        ]
        if rows
        else []
    )


def _placed(facts: Facts, names: Names) -> Iterator[AnswerLine]:
    for row in facts.cookies.placed:
        told = [
            phrase(row.purpose or ""),
            phrase(row.lifetime or ""),
            small(c.COOKIE_CONSENT.get(row.consent or "", "")),
            _planned(row),
        ]
        yield AnswerLine(
            f"{row.name or 'Nog zonder naam'} ({shaped(row, 'provider') if row.provider else 'van wie?'})",
            (" · ".join(filter(None, told)),),
        )


def _others(facts: Facts, names: Names) -> Iterator[AnswerLine]:
    for row in facts.contact.others:
        label = " ".join(filter(None, ["Ook", phrase(row.subject or "")]))
        yield AnswerLine(label, (", ".join(filter(None, [shaped(row) if row.name else "", row.email, row.phone])),))


def _groups(facts: Facts, names: Names) -> Iterator[AnswerLine]:
    if facts.groups:
        people = (f"{shaped(row)} (“{shaped(row, 'phrase')}”)" if row.phrase else shaped(row) for row in facts.groups)
        yield AnswerLine("Van wie u gegevens gebruikt", (", ".join(people),))
    for row in facts.links.profiles:
        yield AnswerLine(row.network or "Pagina", (row.url or "",))


def _special(facts: Facts, names: Names) -> Iterator[AnswerLine]:
    for row in facts.rights.exceptions:
        yield AnswerLine(
            "Niet te wissen of te veranderen",
            (" ".join(filter(None, [phrase(row.what or ""), phrase(row.why or "")])),),
        )
    for decision in facts.automated.decisions:
        yield AnswerLine(decision.name or "Beslissing", (decision.effect or "",))
    for system in facts.ai_systems:
        at = ", ".join(names["activities"].get(key, key) for key in system.activities)
        yield AnswerLine(
            f"AI-systeem {system.name or ''}".strip(),
            (" · ".join(filter(None, [phrase(system.task or ""), f"bij {at}" if at else ""])),),
        )


def _own_texts(facts: Facts, names: Names) -> Iterator[AnswerLine]:
    for row in facts.sections:
        yield AnswerLine(row.title or "Eigen tekst", lines_of(row.body))


SECTIONS: tuple[tuple[str, str, Callable[[Facts, Names], list[AnswerCard]]], ...] = (
    (
        "Uw onderneming",
        "onderneming",
        lambda facts, names: [
            *_parts("wie", "Wie u bent", "controller")(facts, names),
            *_parts(
                "vragen",
                "Vragen over privacy",
                "contact",
                "dpo",
                "representative",
                more=_others,
                change="dpo.designated",
            )(facts, names),
            *_parts("bereik", "Uw werk en uw website", "scope", "links", "processor_role", more=_groups)(facts, names),
        ],
    ),
    ("Wat u met gegevens doet", "verwerkingen", _activities),
    (
        "Wie de gegevens ziet",
        "ontvangers",
        lambda facts, names: [
            *_recipients("named", "diensten", "Diensten die u gebruikt")(facts, names),
            *_recipients("category", "anderen", "Andere ontvangers", "disclosure")(facts, names),
            *_joint(facts, names),
        ],
    ),
    ("Website en reclame", "website", _parts("cookies", "Cookies en reclame", "cookies", "marketing", more=_placed)),
    (
        "Zorg voor de gegevens",
        "zorg",
        lambda facts, names: [
            *_parts("veilig", "Beveiliging", "security")(facts, names),
            *_parts(
                "rechten", "Rechten en bijzondere gevallen", "rights", "minors", "unasked", "automated", more=_special
            )(facts, names),
        ],
    ),
    ("De verklaring zelf", "vorm", _parts("stijl", "Stijl en wijzigingen", "style", "changes", more=_own_texts)),
)
