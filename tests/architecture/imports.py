"""Who may import whom."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from tests.architecture.source import Breach, Source, within

PURE = frozenset({"jinja2", "markupsafe", "yaml", "pyphen", "babel", "stdnum", "dateutil"})
PRINTERS = PURE | {"weasyprint", "font_source_sans_pro"}


@dataclass(frozen=True)
class Layer:
    """A place in the house, and what it may import."""

    places: tuple[str, ...]
    cure: str
    ours: tuple[str, ...] | None = None  # of our own modules only these; None: any
    third_party: frozenset[str] | None = None  # besides the standard library only these; None: any
    never: tuple[str, ...] = ()


# Standard library that reaches for the clock, the network, the machine or chance.
IMPURE = tuple(
    """os random secrets socket ssl subprocess time tempfile shutil threading asyncio urllib.request http smtplib
    sqlite3 uuid.uuid1 uuid.uuid4""".split()
)

LAYERS = (
    Layer(
        ("policies/core/",),
        "core is pure: give it what it needs as an argument, or do this in store, publish or a view.",
        ours=("policies.core",),
        third_party=PURE,
        never=IMPURE,
    ),
    Layer(
        ("policies/render/",),
        "render knows core, WeasyPrint and nothing else of the world: give it what it needs as an argument.",
        ours=("policies.core", "policies.render"),
        third_party=PRINTERS,
        never=tuple(
            name for name in IMPURE if name not in ("threading", "os")
        ),  # the one lock around WeasyPrint; the file that fontconfig loads
    ),
    Layer(
        ("policies/models/",),
        "models are rows: fields and constraints. What is done with them lives in access, store or publish.",
        never=(
            "policies.render",
            "policies.views",
            "policies.wizard",
            "policies.access",
            "policies.store",
            "policies.publish",
            "weasyprint",
            "django.http",
            "django.shortcuts",
        ),
    ),
    Layer(
        ("policies/wizard/steps/", "policies/wizard/visibility/", "policies/wizard/progress.py"),
        "these are pure: they are told what has been answered, and say which step is open, what is asked and what follows.",
        ours=("policies.core", "policies.wizard"),
        never=("django",),
    ),
    Layer(
        ("policies/views/public.py",),
        "a public page frames the stored article; it never makes the legal text anew. Read it through access.",
        never=("policies.core", "policies.render", "policies.publish", "policies.store"),
    ),
    Layer(
        ("policies/views/",),
        "a view asks access for its rows and publish for its acts; only render touches WeasyPrint.",
        never=(
            "weasyprint",
            "django.views.generic",
            "django.views.View",
            "django.shortcuts.get_object_or_404",
            "django.shortcuts.get_list_or_404",
        ),
    ),
    Layer(
        ("policies/publish/", "policies/store/"),
        "publish and store know no request: pass the person and the values.",
        never=("django.http", "django.shortcuts", "django.contrib.messages", "policies.views", "policies.wizard"),
    ),
    Layer(
        ("policies/access.py", "policies/wizard/", "policies/forms/", "policies/management/"),
        "nothing but addresses knows the views.",
        never=("policies.views",),
    ),
)


def breaches_of_imports(source: Source) -> Iterator[Breach]:
    """The import law: for each layer the file lies in, what it may not import."""
    for layer in (layer for layer in LAYERS if source.is_in(*layer.places)):
        for node, name in source.imports:
            root = name.split(".")[0]
            is_ours = root in ("policies", "privacy_builder", "tests")
            refused = within(name, *layer.never)
            if is_ours:
                refused |= layer.ours is not None and not within(name, *layer.ours)
            elif root not in sys.stdlib_module_names:
                refused |= layer.third_party is not None and root not in layer.third_party
            if refused:
                yield Breach(source.path, node.lineno, f"{layer.places[0]} may not import {name}", layer.cure)


def breaches_of_weasyprint(source: Source) -> Iterator[Breach]:
    """WeasyPrint takes a second to import and fails without Pango: only render, only inside a function."""
    if not source.is_in("policies/", "privacy_builder/"):
        return
    at_top = {id(node) for node in source.tree.body}
    for node, name in source.imports:
        if within(name, "weasyprint") and (id(node) in at_top or not source.is_in("policies/render/")):
            cure = "import it inside the function in policies/render that prints; pages must work without it."
            yield Breach(source.path, node.lineno, "WeasyPrint is imported too early or in the wrong place", cure)
