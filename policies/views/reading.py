"""A privacy statement from elsewhere, read on the spot for anybody. Nothing of it is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from policies import access
from policies.core.clauses.library import load
from policies.core.reading import DISCLAIMER, Unreadable, read
from policies.forms.import_sources import seal
from policies.forms.reading import TextForm
from policies.models.chronology import day_of
from policies.views import heavy


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_text(request: HttpRequest) -> HttpResponse:
    """The form, and below it what was found in the text. How often one address may ask is in ACCOUNT_RATE_LIMITS."""
    form, report, sealed, refused = (
        TextForm(*(request.POST, request.FILES) if request.method == "POST" else ()),
        None,
        "",
        None,
    )
    if form.is_valid():
        source = form.cleaned_data["source"]
        try:
            with heavy.reading(request, len(source)):
                report = read(source, load(), day_of(timezone.now()))
            sealed = seal(source, request.user) if access.may_write_somewhere(request.user) else ""
        except Unreadable as error:
            form.refuse(str(error))
        except heavy.HeavyWorkRefused as error:
            refused = error
            form.refuse(str(error))
    context = {"form": form, "report": report, "sealed": sealed, "disclaimer": DISCLAIMER}
    return heavy.told(render(request, "reading/check.html", context), refused)
