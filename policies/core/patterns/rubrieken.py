"""Rubrieken: one heading per theme, short paragraphs and lists. The order of the digest: from data to use to rights to contact."""

from .plan import Each, Own, Plan, Run

PURPOSE = Run("purpose", (
    "purpose/consent", "purpose/contract", "purpose/law", "purpose/vital", "purpose/public", "purpose/interest", "purpose/unknown",
    "purpose/law-beside", "purpose/interest-beside", "purpose/special",
    "purpose/marketing", "purpose/own-similar", "purpose/address-from-sale", "purpose/objection-offered",
))
OTHERWISE = Run("use", ("use/people", "use/source", "use/source-elsewhere", "use/required"))  # where one kind of data differs
ACTIVITY = Each("activity", (
    "activity/story", PURPOSE, "activity/no-purpose", "use/items", "activity/no-data",
    "activity/people", "activity/source", "activity/source-elsewhere", "activity/required", "activity/required-consequence",
    OTHERWISE, "activity/control",
))
RECIPIENT = Run("recipient", ("recipients/named", "recipients/category", "recipients/kind-unknown"))
TRANSFER = Run("recipient", ("transfer/recipient", "transfer/no-copy", "transfer/inside"))
OWN_USE = Run("recipient", ("own-use/use", "own-use/limits", "own-use/opt-out"))
CATEGORY = Run("category", ("data/category", "data/special", "data/criminal", "data/national-number"))

SECTIONS: tuple[Plan | Own, ...] = (
    Plan("inleiding", (
        "opening/own", "opening/who", "opening/services", "opening/everything", "opening/websites", "opening/reach-unknown",
        "opening/what", "opening/ask",
    )),
    Own("start"),
    Plan("begrippen", ("definitions/words", "definitions/service", "definitions/terms")),
    Plan("gegevens", (
        "data/intro", "data/none", CATEGORY, "data/groups", "data/unasked",
    )),
    Own("data"),
    Plan("cookies", (
        "cookies/none", "cookies/unanswered", "cookies/intro", "cookies/list", "cookies/consent", "cookies/withdraw", "cookies/how", "cookies/browser", "cookies/policy",
    )),
    Plan("gebruik", ("purposes/none", "purposes/intro", "purposes/contract", ACTIVITY)),
    Plan("reclame", ("marketing/none", "marketing/unanswered", "marketing/channels", "marketing/topics", "marketing/stop", "marketing/stop-anyway")),
    Plan("computer", (
        "automated/none", "automated/unanswered", "automated/decision", "automated/no-decision", "automated/profiling",
        Each("ai_system", ("ai/system", "ai/chat", "ai/trains", "ai/trains-not", "ai/human")),
    )),
    Plan("bewaren", ("retention/intro", "retention/rule", "retention/missing")),
    Plan("rechten", (
        "rights/intro", "rights/access", "rights/rectification", "rights/erasure", "rights/restriction",
        "rights/portability", "rights/no-portability", "rights/withdraw", "rights/no-objection", "rights/objection", "rights/objection-marketing",
        "rights/automated", "rights/exceptions", "rights/how", "rights/by-post", "rights/by-phone", "rights/term", "rights/free", "rights/fee",
        "rights/identity", "rights/refusal", "rights/complaint", "rights/complaint-choice",
    )),
    Own("rights"),
    Plan("doorgifte", (
        "transfer/places", "transfer/customers", "transfer/none", "transfer/intro", "transfer/adequacy", "transfer/contracts", TRANSFER, "transfer/promise",
    )),
    Plan("overheid", ("disclosure/cases", "disclosure/business", "disclosure/no-sale")),
    Plan("beveiliging", ("security/measures", "security/explanation", "security/report", "security/breach", "security/register")),
    Plan("ontvangers", (
        "recipients/none", "recipients/intro", "recipients/unlisted", "recipients/unanswered", RECIPIENT,
        "recipients/kinds", "recipients/processors", "recipients/joint",
    )),
    Own("recipients"),
    Plan("metingen", (OWN_USE,)),
    Plan("links", ("links/external", "links/buttons", "links/profiles")),
    Plan("kinderen", (
        "minors/not-directed", "minors/directed", "minors/age", "minors/parents", "minors/check", "minors/report", "minors/erase",
    )),
    Plan("verwerker", ("processor/role", "processor/agreement")),
    Own("end"),
    Plan("wijzigingen", ("changes/how", "changes/notice", "changes/versions")),
    Plan("contact", (
        "contact/company", "contact/parent", "contact/address", "contact/number-be", "contact/number-nl", "contact/number-unknown",
        "contact/channels", "contact/privacy", "contact/dpo", "contact/no-dpo", "contact/dpo-unanswered", "contact/representative", "contact/copyright",
    )),
)
