"""What is logged: calm; what goes wrong is on standard error."""

from logging import LogRecord
from typing import Any


def is_no_news(record: LogRecord) -> bool:
    """Whether an answer says no more than that somebody has to ask again: no place was free (503)."""
    return getattr(record, "status_code", 0) == 503


def logging_of(debug: bool) -> dict[str, Any]:
    """Return Django's LOGGING for development or production."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "filters": {
            "news": {"()": "django.utils.log.CallbackFilter", "callback": lambda record: not is_no_news(record)}
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "policies": {"level": "INFO"},
            "django": {"handlers": ["console"], "level": "INFO" if debug else "WARNING", "propagate": False},
            "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
            "django.request": {"level": "ERROR", "filters": ["news"]},  # a 404 for every robot is no news either
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            "gunicorn.http.wsgi": {"level": "ERROR"},  # Django leaves it to the server to drop the body of a HEAD
        },
    }
