"""All addresses: accounts under /account/, the application's own at the root."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.account.urls")),
    path("", include("policies.urls")),
]

# Made without the request, so that a page comes whatever fails (404 and 403 are Django's own, with our templates).
handler400 = "policies.views.errors.bad_request"
handler500 = "policies.views.errors.server_error"
