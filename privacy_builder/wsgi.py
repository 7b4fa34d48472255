"""The door for gunicorn: gunicorn privacy_builder.wsgi."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "privacy_builder.settings")

application = get_wsgi_application()
