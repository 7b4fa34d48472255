"""The door for gunicorn: gunicorn privacy_builder.wsgi."""

import logging
import os
from collections.abc import Callable, Iterable

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "privacy_builder.settings")

django = get_wsgi_application()
logger = logging.getLogger("policies.wsgi")


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """The answer of Django. What fails before a middleware of ours runs would be told in English by the server."""
    try:
        return django(environ, start_response)
    except Exception:
        logger.exception("A request failed before it was read")
        from policies.views.errors import LAST_RESORT  # settings are not ready any earlier

        start_response(
            "500 Internal Server Error",
            [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(LAST_RESORT)))],
        )
        return [LAST_RESORT]
