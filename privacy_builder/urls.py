"""All addresses: the application's own at the root, and what allauth has under /account/ where ours does not go before."""

from django.urls import include, path

urlpatterns = [
    path("", include("policies.urls")),
    path("account/", include("allauth.account.urls")),
]

# Made without the request, so that a page comes whatever fails (404 and 403 are Django's own, with our templates).
handler400 = "policies.views.errors.bad_request"
handler500 = "policies.views.errors.server_error"
