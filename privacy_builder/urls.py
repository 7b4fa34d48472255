"""All addresses: accounts under /account/, the application's own at the root."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.account.urls")),
    path("", include("policies.urls")),
]
