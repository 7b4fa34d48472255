"""A filter for names that a stranger chose: see policies/quotable.py."""

from django import template

from policies.quotable import quotable

register = template.Library()
register.filter("quotable", quotable)
