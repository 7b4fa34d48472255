"""The rows behind facts/security_and_rights.py."""

from policies.core import facts
from policies.models.columns import Part, Row, both_or_neither, column, constraints, inside, part


class Security(Part):
    """Columns of `facts.Security`: the measures that are really taken (art. 32)."""

    policy = part("security")
    measures = column(facts.Security, "measures")
    explanation = column(facts.Security, "explanation")
    report_email = column(facts.Security, "report_email")
    tells_breaches = column(facts.Security, "tells_breaches")
    backup_days = column(facts.Security, "backup_days")
    keeps_register = column(facts.Security, "keeps_register")

    class Meta(Part.Meta):
        constraints = constraints(facts.Security)


class Rights(Part):
    """Columns of `facts.Rights`: channel, term, identity check, what it costs (art. 12, 15–22)."""

    policy = part("rights")
    email = column(facts.Rights, "email")
    url = column(facts.Rights, "url")
    by_post = column(facts.Rights, "by_post")
    by_phone = column(facts.Rights, "by_phone")
    in_person = column(facts.Rights, "in_person")
    account_how = column(facts.Rights, "account_how")
    term_number = column(facts.Rights, "term_number")
    term_unit = column(facts.Rights, "term_unit")
    identity_check = column(facts.Rights, "identity_check")
    identity_detail = column(facts.Rights, "identity_detail")
    fee = column(facts.Rights, "fee")
    withdraw_how = column(facts.Rights, "withdraw_how")
    talk_first = column(facts.Rights, "talk_first")

    class Meta(Part.Meta):
        constraints = [*constraints(facts.Rights), both_or_neither("rights", "term_number", "term_unit")]


class RightsException(Row):
    """Columns of `facts.RightsException`: what cannot be erased or changed, and why (art. 17.3)."""

    rights = inside("Rights", "exceptions")
    key = column(facts.RightsException, "key")
    what = column(facts.RightsException, "what")
    why = column(facts.RightsException, "why")

    class Meta(Row.Meta):
        constraints = constraints(facts.RightsException, "rights")

    def __str__(self) -> str:
        return self.what or self.key


class Minors(Part):
    """Columns of `facts.Minors`: whether the service is for children, and how that is handled (art. 8)."""

    policy = part("minors")
    directed = column(facts.Minors, "directed")
    minimum_age = column(facts.Minors, "minimum_age")
    parental_consent = column(facts.Minors, "parental_consent")
    age_check = column(facts.Minors, "age_check")
    parents_can_report = column(facts.Minors, "parents_can_report")
    erases_unasked = column(facts.Minors, "erases_unasked")

    class Meta(Part.Meta):
        constraints = constraints(facts.Minors)


class Unasked(Part):
    """Columns of `facts.Unasked`: what happens with special data that nobody asked for."""

    policy = part("unasked")
    erases = column(facts.Unasked, "erases")

    class Meta(Part.Meta):
        constraints = constraints(facts.Unasked)


class Automated(Part):
    """Columns of `facts.Automated`: decisions by a machine alone, and profiling (art. 22)."""

    policy = part("automated")
    used = column(facts.Automated, "used")
    profiling = column(facts.Automated, "profiling")
    profiling_activity = column(facts.Automated, "profiling_activity")

    class Meta(Part.Meta):
        constraints = constraints(facts.Automated)


class Decision(Row):
    """Columns of `facts.Decision`: one automated decision: logic, effect, ground, how to reach a human."""

    automated = inside("Automated", "decisions")
    key = column(facts.Decision, "key")
    name = column(facts.Decision, "name")
    logic = column(facts.Decision, "logic")
    effect = column(facts.Decision, "effect")
    ground = column(facts.Decision, "ground")
    human_route = column(facts.Decision, "human_route")
    recipient = column(facts.Decision, "recipient")

    class Meta(Row.Meta):
        constraints = constraints(facts.Decision, "automated")


class AiSystem(Row):
    """Columns of `facts.AiSystem`: a system that people meet or that gets their data (AI Act art. 50)."""

    policy = inside("Policy", "ai_systems")
    key = column(facts.AiSystem, "key")
    name = column(facts.AiSystem, "name")
    task = column(facts.AiSystem, "task")
    activities = column(facts.AiSystem, "activities")
    talks_to_people = column(facts.AiSystem, "talks_to_people")
    recipient = column(facts.AiSystem, "recipient")
    trains = column(facts.AiSystem, "trains")
    human_contact = column(facts.AiSystem, "human_contact")

    class Meta(Row.Meta):
        constraints = constraints(facts.AiSystem, "policy")


class ProcessorRole(Part):
    """Columns of `facts.ProcessorRole`: what the company does for its customers (art. 28), outside this statement."""

    policy = part("processor_role")
    services = column(facts.ProcessorRole, "services")
    agreement_where = column(facts.ProcessorRole, "agreement_where")
    agreement_url = column(facts.ProcessorRole, "agreement_url")

    class Meta(Part.Meta):
        constraints = constraints(facts.ProcessorRole)


class Changes(Part):
    """Columns of `facts.Changes`: how people hear of a new version."""

    policy = part("changes")
    channels = column(facts.Changes, "channels")
    notice_days = column(facts.Changes, "notice_days")

    class Meta(Part.Meta):
        constraints = constraints(facts.Changes)
