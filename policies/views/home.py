"""The front door: what this is for a visitor, the statements for somebody who is logged in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from policies import access


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return render(request, "home.html")
    if not access.organisations_of(request.user).exists():
        return redirect("organisation_list")
    return redirect("policy_list")
