"""The company itself: opening, how to reach it, definitions, kinds of data, cookies."""

import re

from policies.core.clauses.case import Case
from policies.core.clauses.conditions.registry import answered, condition, filled
from policies.core.facts.site_data import site_data
from policies.core.facts.website import has_website

NUMBER = re.compile(r"nummer|\bbsn\b", re.IGNORECASE)
DOCUMENT = re.compile(r"\b(kopie|identiteitskaart|identiteitsbewijs|paspoort|document)", re.IGNORECASE)


@condition
def always(case: Case) -> bool:
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
    scope = case.facts.scope
    return scope.applies_to is None and bool(scope.websites or scope.apps)


@condition
def uses_no_site_data(case: Case) -> bool:
    """A promise: gone as soon as an answer brings cookies, a form, buttons or an account to the website. What only words tell, a check sees."""
    return case.facts.scope.no_site_data is True and not any(told for told, _ in site_data(case.facts))


# other ways to reach the company, and what else it is known by
filled("tells_other_numbers", lambda c: c.facts.controller.rsin or c.facts.controller.other_numbers)
filled("is_within_group", lambda c: c.facts.controller.group_name)
filled("has_contact_form", lambda c: c.facts.contact.form_url)
filled("has_contact_hours", lambda c: c.facts.contact.hours)
filled("has_other_contacts", lambda c: c.facts.contact.others)


# kinds of data
filled("is_special", lambda c: c.category.special)
filled("lists_special_data", lambda c: any(category.special for category in c.facts.categories))
filled("is_criminal", lambda c: c.category.criminal)
filled("has_description", lambda c: c.group.description)
filled("no_categories", lambda c: not c.facts.categories)


@condition
def is_national_number(case: Case) -> bool:
    """The kind of data is that number itself (art. 87), and not a document or other data that show it too."""
    name = case.category.name or ""
    return case.category.national_number and bool(NUMBER.search(name)) and not DOCUMENT.search(name)


@condition
def holds_national_number(case: Case) -> bool:
    return case.category.national_number and not is_national_number(case)


@condition
def erases_special(case: Case) -> bool:
    """A promise: gone as soon as one kind of special data is used (art. 9)."""
    grounds = any(purpose.special_ground for purpose in case.purposes)
    return (
        case.facts.unasked.erases is True
        and not grounds
        and not any(category.special or category.criminal for category in case.facts.categories)
    )


# cookies
filled("cookies_not_answered", lambda c: c.facts.cookies.used is None and has_website(c.facts))
answered("places_cookies", lambda c: c.facts.cookies.used, True)
filled("lists_cookies", lambda c: c.facts.cookies.placed)
filled("explains_browser_and_cookies", lambda c: c.facts.cookies.browser_settings and c.facts.cookies.used is not False)
filled("has_cookie_policy", lambda c: c.facts.cookies.policy_url)


@condition
def places_no_cookies(case: Case) -> bool:
    """A promise about the website, so there must be one: answered no, and no cookie or other technique is listed."""
    cookies = case.facts.cookies
    return bool(case.facts.scope.websites) and cookies.used is False and not cookies.placed and not cookies.techniques


@condition
def asks_cookie_consent(case: Case) -> bool:
    """Some cookie is placed only after consent, so giving and withdrawing must be told (art. 7.3)."""
    return any(cookie.consent == "consent" for cookie in case.facts.cookies.placed)


@condition
def tells_cookie_choice_anyway(case: Case) -> bool:
    cookies = case.facts.cookies
    return not asks_cookie_consent(case) and bool(cookies.consent_how or cookies.withdraw_how)
