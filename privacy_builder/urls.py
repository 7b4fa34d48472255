"""All addresses: the application's own at the root, and what allauth has under /account/ where ours does not go before."""

from django.urls import include, path

urlpatterns = [
    path("", include("policies.urls")),
    path("account/", include("allauth.account.urls")),
]
