"""What the layouts have in common: clauses that always stand together, whatever the order around them."""

from .plan import Card, Line, Run

# --- one activity ---
WHY = (
    Run("purpose", (
        "purpose/consent", "purpose/contract", "purpose/law", "purpose/vital", "purpose/public", "purpose/interest", "purpose/unknown",
        "purpose/people", "purpose/law-beside", "purpose/interest-beside", "purpose/special",
        "purpose/marketing", "purpose/own-similar", "purpose/address-from-sale", "purpose/objection-offered",
    )),
    "activity/no-purpose",
)
DATA = ("activity/items", "activity/no-data")
PEOPLE = ("activity/people", "use/people")
SOURCE = ("activity/source", "activity/source-elsewhere", "use/source", "use/source-elsewhere", "use/source-also")
MUST = ("activity/required", "activity/required-of-nobody", "activity/required-consequence", "activity/consequence", "use/required")
KEPT = (Run("kept", ("kept/term", "kept/nothing", "retention/details", "retention/moment")), "retention/missing")
SELF = ("activity/control",)

# --- the company ---
OPENING = ("opening/own", "opening/who", "opening/who-branch", "opening/services", "opening/everything", "opening/websites", "opening/websites-apps", "opening/reach-unknown", "opening/no-site-data")
SENSITIVE = (Run("category", ("data/special", "data/criminal", "data/national-number", "data/number-within")), "data/special-law", "data/unasked")
COOKIES = (
    "cookies/none", "cookies/unanswered", "cookies/intro", "cookies/list", "cookies/consent", "cookies/withdraw", "cookies/how", "cookies/browser", "cookies/policy",
)
MARKETING = ("marketing/none", "marketing/channels", "marketing/topics", "marketing/stop", "marketing/stop-anyway")
MACHINES = (
    "automated/none", "automated/decision", "automated/no-decision", "automated/profiling", "automated/profiling-activity",
    Run("ai_system", ("ai/system", "ai/activity", "ai/chat", "ai/trains", "ai/trains-not", "ai/human")),
)
RETENTION = (Run("rule", ("retention/rule", "retention/nothing", "retention/details", "retention/moment", "retention/covers")), "retention/missing", "retention/backups")
RIGHTS = (
    "rights/intro", "rights/access", "rights/rectification", "rights/erasure", "rights/erasure-care-file", "rights/erasure-consent", "rights/erasure-objection", "rights/restriction",
    "rights/portability", "rights/no-portability", "rights/withdraw", "rights/withdraw-cookies", "rights/no-objection", "rights/objection", "rights/objection-marketing",
    "rights/automated", "rights/exceptions", "rights/how", "rights/account", "rights/by-post", "rights/by-phone", "rights/in-person", "rights/term", "rights/free", "rights/fee",
    "rights/identity", "rights/refusal",
)
COMPLAINT = ("rights/complaint", "rights/complaint-choice", "rights/talk-first")
PLACES = ("transfer/places", "transfer/recipients-places", "transfer/adequate-places", "transfer/customers")
TRANSFER = (
    "transfer/none", "transfer/intro", "transfer/adequacy", "transfer/contracts", "transfer/binding-rules",
    "transfer/table", Run("recipient", ("transfer/no-copy", "transfer/inside")), "transfer/promise",
)
NO_RECIPIENTS = ("recipients/none", "recipients/engaged", "recipients/intro", "recipients/unlisted", "recipients/unanswered")
RECIPIENT = ("recipients/named", "recipients/category", "recipients/kind-unknown", "recipients/other-role", "recipients/with-consent", "recipients/planned")
OWN_USE = ("own-use/use", "own-use/limits", "own-use/opt-out")
OF_RECIPIENTS = ("recipients/kinds", "recipients/processors")
DISCLOSURE = ("disclosure/case", "disclosure/cases", "disclosure/business", "disclosure/business-activity", "disclosure/no-sale")
SECURITY = ("security/measures", "security/explanation", "security/report")
BREACH = ("security/breach",)
LINKS = ("links/external", "links/buttons", "links/buttons-activity", "links/profiles")
MINORS = ("minors/not-directed", "minors/directed", "minors/age", "minors/parents", "minors/parents-anyway", "minors/check", "minors/report", "minors/erase")
PROCESSOR = ("processor/role", "processor/agreement")
CHANGES = ("changes/how", "changes/notice", "changes/versions")
CONTACT = (
    "contact/company", "contact/parent", "contact/group", "contact/within-group", "contact/responsible", "contact/address", "contact/postal-address",
    "contact/number-be", "contact/number-nl", "contact/number-unknown", "contact/numbers",
    "contact/channels", "contact/privacy", "contact/form", "contact/hours", "contact/others", "contact/dpo", "contact/no-dpo", "contact/representative",
)

# The first layer, above the contents (WP260 no. 35–36): who, what for, what might surprise, the strongest rights, whom to ask.
SUMMARY = (
    Card("company", (
        Line("kort-wie", ("kort/who", "kort/who-branch")),
        Line("kort-waarvoor", ("kort/what-for", "kort/what-for-unknown")),
        Line("kort-let-op", ("kort/special", "kort/camera", "kort/decides", "kort/profiling", "kort/abroad", "kort/abroad-places", "kort/from-others")),
        Line("kort-recht", ("kort/right-consent-marketing", "kort/right-consent", "kort/right-marketing", "kort/right-objection", "kort/right-access")),
        Line("kort-vragen", ("kort/ask",)),
    )),
)
