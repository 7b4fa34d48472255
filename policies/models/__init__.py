"""The rows. Import them from here."""

from policies.models.acceptance import AcceptedFinding
from policies.models.company import (
    Controller,
    Dpo,
    Group,
    JointController,
    OtherContact,
    PrivacyContact,
    Representative,
    Scope,
)
from policies.models.daily_run import DailyRun
from policies.models.deeds import PolicyRetirement, PolicyReview, PublicAddress, PublicationEvent, VersionHiding
from policies.models.kept_post import KeptPost
from policies.models.people import Membership, Organisation, User
from policies.models.policy import Policy
from policies.models.processing import Activity, DataCategory, DataItem, DataUse, ExtraSource, Purpose, RetentionRule
from policies.models.removal import Removal
from policies.models.security_and_rights import (
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
from policies.models.sharing import (
    Cookie,
    Cookies,
    Disclosure,
    Links,
    Marketing,
    Recipient,
    RecipientRole,
    SocialProfile,
)
from policies.models.style import OwnSection, Preset, Style
from policies.models.summary import VersionSummary
from policies.models.version import PolicyVersion

__all__ = [
    "AcceptedFinding",
    "Activity",
    "AiSystem",
    "Automated",
    "Changes",
    "Controller",
    "Cookie",
    "Cookies",
    "DailyRun",
    "DataCategory",
    "DataItem",
    "DataUse",
    "Decision",
    "Disclosure",
    "Dpo",
    "ExtraSource",
    "Group",
    "JointController",
    "KeptPost",
    "Links",
    "Marketing",
    "Membership",
    "Minors",
    "Organisation",
    "OtherContact",
    "OwnSection",
    "Policy",
    "PolicyRetirement",
    "PolicyReview",
    "PolicyVersion",
    "Preset",
    "PrivacyContact",
    "ProcessorRole",
    "PublicAddress",
    "PublicationEvent",
    "Purpose",
    "Recipient",
    "RecipientRole",
    "Removal",
    "Representative",
    "RetentionRule",
    "Rights",
    "RightsException",
    "Scope",
    "Security",
    "SocialProfile",
    "Style",
    "Unasked",
    "User",
    "VersionHiding",
    "VersionSummary",
]
