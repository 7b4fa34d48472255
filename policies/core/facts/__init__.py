"""Facts: everything that is true about one company at one moment, frozen.

YAML keys, columns and form fields bear the same names.
"""

from dataclasses import dataclass
from typing import Any

from policies.core.facts.company import (
    Controller,
    Dpo,
    Group,
    JointController,
    OtherContact,
    PrivacyContact,
    Representative,
    Scope,
)
from policies.core.facts.fields import Spec, part, rows, spec_of, specs_of
from policies.core.facts.preset import Preset
from policies.core.facts.processing import (
    Activity,
    DataCategory,
    DataItem,
    DataUse,
    ExtraSource,
    Purpose,
    RetentionRule,
)
from policies.core.facts.security_and_rights import (
    AiSystem,
    Automated,
    Changes,
    Decision,
    Minors,
    ProcessorRole,
    Rights,
    RightsException,
    Security,
    Unasked,
)
from policies.core.facts.sharing import (
    Cookie,
    Cookies,
    Disclosure,
    Links,
    Marketing,
    Recipient,
    RecipientRole,
    SocialProfile,
    roles_of,
)
from policies.core.facts.style import OwnSection, Style

__all__ = [
    "LISTS",
    "PARTS",
    "SCHEMA",
    "Activity",
    "AiSystem",
    "Automated",
    "Changes",
    "Controller",
    "Cookie",
    "Cookies",
    "DataCategory",
    "DataItem",
    "DataUse",
    "Decision",
    "Disclosure",
    "Dpo",
    "ExtraSource",
    "Facts",
    "Group",
    "JointController",
    "Links",
    "Marketing",
    "Minors",
    "OtherContact",
    "OwnSection",
    "Preset",
    "PrivacyContact",
    "ProcessorRole",
    "Purpose",
    "Recipient",
    "RecipientRole",
    "Representative",
    "RetentionRule",
    "Rights",
    "RightsException",
    "Scope",
    "Security",
    "SocialProfile",
    "Spec",
    "Style",
    "Unasked",
    "roles_of",
    "spec_of",
    "specs_of",
]

SCHEMA = 2  # 1 is read for good: upgrade.py


@dataclass(frozen=True)
class Facts:
    """The whole of one company. A part always exists, possibly empty; a list may be empty."""

    controller: Controller = part(Controller, "Onderneming")
    contact: PrivacyContact = part(PrivacyContact, "Contact voor privacyvragen")
    dpo: Dpo = part(Dpo, "Functionaris voor gegevensbescherming")
    representative: Representative = part(Representative, "Vertegenwoordiger in de EU")
    joint_controllers: tuple[JointController, ...] = rows(JointController, "Samen verantwoordelijk")
    scope: Scope = part(Scope, "Website en bereik")
    groups: tuple[Group, ...] = rows(Group, "Groepen mensen")
    categories: tuple[DataCategory, ...] = rows(DataCategory, "Soorten gegevens")
    retention_rules: tuple[RetentionRule, ...] = rows(RetentionRule, "Bewaartermijnen")
    activities: tuple[Activity, ...] = rows(Activity, "Verwerkingen")
    recipients: tuple[Recipient, ...] = rows(Recipient, "Ontvangers")
    disclosure: Disclosure = part(Disclosure, "Overheid en anderen")
    cookies: Cookies = part(Cookies, "Cookies")
    marketing: Marketing = part(Marketing, "Reclame")
    security: Security = part(Security, "Beveiliging")
    rights: Rights = part(Rights, "Rechten")
    minors: Minors = part(Minors, "Minderjarigen")
    unasked: Unasked = part(Unasked, "Ongevraagde bijzondere gegevens")
    automated: Automated = part(Automated, "Automatische beslissingen")
    ai_systems: tuple[AiSystem, ...] = rows(AiSystem, "AI-systemen")
    processor_role: ProcessorRole = part(ProcessorRole, "Rol als verwerker")
    changes: Changes = part(Changes, "Wijzigingen")
    links: Links = part(Links, "Links en sociale media")
    sections: tuple[OwnSection, ...] = rows(OwnSection, "Eigen stukken tekst")
    style: Style = part(Style, "Stijl")
    preset: Preset = part(Preset, "Begin")

    def find(self, collection: str, wanted: str | None) -> Any:
        """Return the row of the list `collection` with that key, or None."""
        return next((row for row in getattr(self, collection) if row.key == wanted), None)


PARTS: dict[str, type] = {name: spec.row_type for name, spec in specs_of(Facts).items() if spec.kind == "part"}
LISTS: dict[str, type] = {name: spec.row_type for name, spec in specs_of(Facts).items() if spec.kind == "rows"}
