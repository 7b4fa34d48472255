"""The statement itself and what it covers: opening, definitions, kinds of data and groups, cookies."""

from policies.core.clauses.case import Case, in_scope
from policies.core.clauses.conditions.registry import answered, condition, filled
from policies.core.facts.site_data import site_data
from policies.core.facts.website import has_website


@condition
def always(case: Case) -> bool:
    """Return True: the clause stands in every statement."""
    return True


filled("has_opening", lambda c: c.facts.style.opening)
filled("has_services", lambda c: c.facts.scope.services)
answered("applies_to_everything", lambda c: c.facts.scope.applies_to, "everything")
answered("applies_to_websites", lambda c: c.facts.scope.applies_to, "websites")
answered("applies_to_websites_and_apps", lambda c: c.facts.scope.applies_to, "websites_apps")
filled("explains_words", lambda c: c.facts.style.definitions)
filled("has_terms_url", lambda c: c.facts.style.terms_url)
filled("reserves_copyright", lambda c: c.facts.style.copyright_notice)


@condition
def reach_not_answered(case: Case) -> bool:
    """Say whether there is a website or an app while nobody answered what the statement covers."""
    scope = case.facts.scope
    return scope.applies_to is None and bool(scope.websites or scope.apps)


@condition
def uses_no_site_data(case: Case) -> bool:
    """Say whether the promise holds that no data goes through the website.

    It goes as soon as an answer brings cookies, a form, buttons or an account to the website. What only words tell, a
    check sees.
    """
    return case.facts.scope.no_site_data is True and not any(answer for answer, _ in site_data(case.facts))


# --- kinds of data and groups of people ---

filled("has_description", lambda c: in_scope(c.group).description)


@condition
def no_categories(case: Case) -> bool:
    """Say whether no kind of data is listed."""
    return not case.facts.categories


# --- cookies ---

answered("places_cookies", lambda c: c.facts.cookies.used, True)
filled("lists_cookies", lambda c: c.facts.cookies.placed)
filled("has_cookie_policy", lambda c: c.facts.cookies.policy_url)


@condition
def cookies_not_answered(case: Case) -> bool:
    """Say whether there is a website while nobody answered whether it places cookies."""
    return case.facts.cookies.used is None and has_website(case.facts)


@condition
def explains_browser_and_cookies(case: Case) -> bool:
    """Say whether the settings of the browser are to be explained and nobody answered that there are no cookies."""
    return case.facts.cookies.browser_settings and case.facts.cookies.used is not False


@condition
def places_no_cookies(case: Case) -> bool:
    """Say whether the promise holds that the website places no cookies.

    It is about a website, so there must be one. The question is answered no, and no cookie or other technique is
    listed.
    """
    cookies = case.facts.cookies
    return bool(case.facts.scope.websites) and cookies.used is False and not cookies.placed and not cookies.techniques


@condition
def asks_cookie_consent(case: Case) -> bool:
    """Say whether some cookie is placed only after consent, so that giving and withdrawing must be told (art. 7.3)."""
    return any(cookie.consent == "consent" for cookie in case.facts.cookies.placed)


@condition
def tells_cookie_choice_anyway(case: Case) -> bool:
    """Say whether a way to give or withdraw consent is given although no cookie asks for it."""
    cookies = case.facts.cookies
    return not asks_cookie_consent(case) and bool(cookies.consent_how or cookies.withdraw_how)
