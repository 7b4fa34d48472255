"""What the layouts have in common: clauses that always stand together, whatever the order around them."""

from dataclasses import replace

from policies.core.patterns.plan import CardPlan, FigurePlan, Fold, LinePlan, Part, Run

MANY = 8  # activities: with more, the tables of recipients and cookies are long

# --- one activity ---
ADVERTISING = ("purpose/marketing",)
ENDS = ("retention/several", "defaults/afterwards", "retention/backups")
DEFAULTS = ("defaults/source", *ENDS)
DRAWN = FigurePlan("termijnen")  # above the one list of terms
DRAWN_AND_LISTED = FigurePlan("termijnen", "termijnen-lijst")  # where each activity tells its own terms

# --- the company ---
CONTACT = (
    "contact/company",
    "contact/parent",
    "contact/group",
    "contact/within-group",
    "contact/responsible",
    "contact/address",
    "contact/postal-address",
    "contact/number-be",
    "contact/number-nl",
    "contact/number-unknown",
    "contact/numbers",
    "contact/channels",
    "contact/form",
    "contact/hours",
    "contact/privacy",
    "contact/others",
    "contact/dpo",
    "contact/representative",
)
SCOPE = (
    "opening/everything",
    "opening/websites",
    "opening/websites-apps",
    "opening/reach-unknown",
    "opening/no-site-data",
)
WHO = (
    *CONTACT,
    "opening/own",
    "opening/services",
    *SCOPE,
)  # the controller in full, once, straight after the first layer
DEFINITIONS = ("definitions/words", "definitions/terms")
SENSITIVE = (
    Run("category", ("data/special", "data/criminal", "data/national-number", "data/number-within")),
    "data/special-law",
    "data/unasked",
)
COOKIES = (
    "cookies/none",
    "cookies/unanswered",
    "cookies/intro",
    Fold("cookies", ("cookies/list",), MANY),
    "cookies/consent",
    "cookies/withdraw",
    "cookies/how",
    "cookies/browser",
    "cookies/policy",
)
MARKETING = ("marketing/none", "marketing/channels", "marketing/topics", "marketing/stop", "marketing/stop-anyway")
MACHINES = (
    "automated/none",
    "automated/decision",
    "automated/no-decision",
    "automated/profiling",
    "automated/profiling-activity",
    Run("ai_system", ("ai/system", "ai/activity", "ai/chat", "ai/trains", "ai/trains-not", "ai/human")),
)
RIGHTS = (  # how; objection apart and before the others; what one may ask, one line each; how a request is checked and refused
    "rights/how",
    "rights/objection",
    "rights/objection-marketing",
    "rights/withdraw",
    "rights/withdraw-cookies",
    "rights/access",
    "rights/rectification",
    "rights/erasure",
    "rights/erasure-care-file",
    "rights/restriction",
    "rights/portability",
    "rights/automated",
    "rights/corrections",
    Fold("controle", ("rights/identity", "rights/refusal")),
)
COMPLAINT = ("rights/complaint",)
PLACES = ("transfer/places", "transfer/adequate-places", "transfer/none")
TRANSFER = (
    "transfer/intro",
    "transfer/contracts",
    "transfer/framework",
    "transfer/binding-rules",
    "transfer/adequacy",
    "transfer/exceptions",
    Run("recipient", ("transfer/unprotected", "transfer/no-copy")),
    "transfer/links",
    "transfer/copies",
)
RECIPIENTS = (  # who is responsible together with the company is never folded, only what they arranged (art. 26.2)
    "recipients/none",
    "recipients/unlisted",
    "recipients/unanswered",
    Fold("ontvangers", ("recipients/table", "recipients/kinds"), MANY),
    Run("joint", ("recipients/joint", Fold("afspraak", ("recipients/joint-arrangement",)))),
    "recipients/joint-rights",
)
DISCLOSURE = (
    "disclosure/case",
    "disclosure/cases",
    "disclosure/business",
    "disclosure/business-activity",
    "disclosure/no-sale",
)
SECURITY = ("security/measures", "security/explanation", "security/report", "security/register")
BREACH = ("security/breach",)
LINKS = ("links/external", "links/buttons", "links/buttons-activity", "links/profiles")
MINORS = (
    "minors/not-directed",
    "minors/directed",
    "minors/age",
    "minors/parents",
    "minors/parents-anyway",
    "minors/check",
    "minors/erase",
    "minors/report",
)
PROCESSOR = ("processor/role", "processor/agreement")
CHANGES = ("changes/how", "contact/copyright")

# The first layer, above the contents (WP260 no. 35–36): who, what for, what might surprise, the strongest rights, whom to ask.
SUMMARY = (
    CardPlan(
        "company",
        (
            LinePlan("kort-wie", ("kort/who", "kort/who-branch")),
            LinePlan("kort-waarvoor", ("kort/what-for", "kort/what-for-unknown")),
            LinePlan(
                "kort-let-op",
                (
                    "kort/special",
                    "kort/camera",
                    "kort/decides",
                    "kort/profiling",
                    "kort/abroad",
                    "kort/abroad-places",
                    "kort/from-others",
                ),
            ),
            LinePlan(
                "kort-recht",
                (
                    "kort/right-consent-marketing",
                    "kort/right-consent",
                    "kort/right-marketing",
                    "kort/right-objection",
                    "kort/right-access",
                ),
            ),
            LinePlan("kort-vragen", ("kort/ask",)),
        ),
    ),
)


def folded(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the same parts, with what is folded in a long statement folded in every one."""
    return tuple(replace(part, above=None) if isinstance(part, Fold) else part for part in parts)
