"""Recipients (art. 13.1.e) and transfers outside the EEA (art. 13.1.f, 44–49)."""

from policies.core.clauses.case import Case, in_scope
from policies.core.clauses.conditions.registry import answered, condition, filled

filled("shares_responsibility", lambda c: c.facts.joint_controllers)
filled("names_places", lambda c: c.facts.scope.processing_countries)
filled("lists_recipients", lambda c: c.facts.recipients)
answered("recipients_not_answered", lambda c: c.facts.disclosure.shares, None)
filled("may_be_sold", lambda c: c.facts.disclosure.business_transfer)
filled("takeover_belongs", lambda c: c.facts.disclosure.business_transfer_activity)
filled("sells_nothing", lambda c: c.facts.disclosure.no_sale)


@condition
def names_kinds(case: Case) -> bool:
    """Say whether some recipient is a kind of companies, of which a reader may ask the names (art. 13.1.e)."""
    return any(case.law.is_unnamed(row) for row in case.facts.recipients)


@condition
def discloses_for_one_reason(case: Case) -> bool:
    """Say whether data go to authorities or others in exactly one case."""
    return len(case.facts.disclosure.cases) == 1


@condition
def discloses_for_reasons(case: Case) -> bool:
    """Say whether data go to authorities or others in more than one case."""
    return len(case.facts.disclosure.cases) > 1


@condition
def recipients_not_listed(case: Case) -> bool:
    """Say whether sharing is answered yes while no recipient is listed."""
    return case.facts.disclosure.shares is True and not case.facts.recipients


@condition
def shares_with_nobody(case: Case) -> bool:
    """Say whether the promise holds that nobody else sees data.

    The question is answered no, and no recipient, joint controller, takeover or other disclosure is named but for a
    duty of law.
    """
    facts = case.facts
    given = (
        facts.recipients
        or facts.joint_controllers
        or facts.disclosure.business_transfer
        or set(facts.disclosure.cases) - {"law"}
    )
    return facts.disclosure.shares is False and not given


@condition
def has_no_copy(case: Case) -> bool:
    """Say whether a transfer rests on a contract of which nothing says how to get a copy (art. 13.1.f).

    Adequacy decisions, the DPF and art. 49 are published law, so of those there is no copy to ask for.
    """
    recipient = in_scope(case.recipient)
    return (
        bool(case.law.outside(recipient))
        and bool({"scc", "bcr"} & set(recipient.safeguards))
        and not (recipient.safeguard_url or recipient.safeguard_copy)
    )


@condition
def transfers_something(case: Case) -> bool:
    """Say whether data reach a country outside the EEA through some recipient."""
    return any(case.law.outside(recipient) for recipient in case.facts.recipients)


@condition
def relies_on_adequacy(case: Case) -> bool:
    """Say whether some transfer rests on an adequacy decision about a country (art. 45.3)."""
    return _rests_on(case, {"adequacy"})


@condition
def relies_on_framework(case: Case) -> bool:
    """Say whether some transfer rests on the decision about the United States (art. 45).

    It counts only for listed companies.
    """
    return _rests_on(case, {"dpf"})


@condition
def relies_on_an_exception(case: Case) -> bool:
    """Say whether some transfer rests on an exception (art. 49)."""
    return _rests_on(case, {"explicit_consent", "contract_need", "claims"})


@condition
def lacks_a_safeguard(case: Case) -> bool:
    """Say whether data reach a country outside the EEA through a recipient without any safeguard."""
    recipient = in_scope(case.recipient)
    return bool(case.law.outside(recipient)) and not recipient.safeguards


@condition
def links_to_a_safeguard(case: Case) -> bool:
    """Say whether the safeguard of some transfer has a link."""
    return any(recipient.safeguard_url for recipient in case.facts.recipients if case.law.outside(recipient))


@condition
def sends_copies(case: Case) -> bool:
    """Say whether some recipient outside the EEA gives a copy of its safeguard (art. 13.1.f)."""
    return any(recipient.safeguard_copy for recipient in case.facts.recipients if case.law.outside(recipient))


@condition
def relies_on_contracts(case: Case) -> bool:
    """Say whether some transfer rests on standard contractual clauses (art. 46.2.c)."""
    return _rests_on(case, {"scc"})


@condition
def relies_on_binding_rules(case: Case) -> bool:
    """Say whether some transfer rests on binding corporate rules (art. 47)."""
    return _rests_on(case, {"bcr"})


def _rests_on(case: Case, safeguards: set[str]) -> bool:
    return any(
        safeguards & set(recipient.safeguards) for recipient in case.facts.recipients if case.law.outside(recipient)
    )


@condition
def transfers_nothing(case: Case) -> bool:
    """Say whether the promise holds that no data leave the EEA.

    Every recipient and place is known and lies inside the EEA, and nobody named a safeguard for leaving it.
    """
    facts, eea = case.facts, case.law.eea
    known = (
        all(recipient.country and not recipient.safeguards for recipient in facts.recipients)
        if facts.recipients
        else shares_with_nobody(case)
    )
    places = bool(facts.scope.processing_countries) and all(code in eea for code in facts.scope.processing_countries)
    own = all(code in eea for code in (facts.controller.seat_country, facts.controller.parent_country) if code)
    return bool(known) and places and own and not facts.joint_controllers and not transfers_something(case)


@condition
def keeps_outside_the_eea(case: Case) -> bool:
    """Say whether the company keeps data in a country outside the EEA that no recipient brings in already."""
    reached = {code for recipient in case.facts.recipients for code in case.law.outside(recipient)}
    return any(code not in case.law.eea and code not in reached for code in case.facts.scope.processing_countries)


@condition
def keeps_in_adequate_places(case: Case) -> bool:
    """Say whether the company keeps data in a country with an adequacy decision (art. 45)."""
    return any(code in case.law.adequate for code in case.facts.scope.processing_countries)
