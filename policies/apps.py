"""The application as Django knows it."""

from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    name = "policies"
    verbose_name = "Privacyverklaringen"
