"""Settings. Development needs no variable at all; production (DEBUG=off) refuses to start half-configured.

Production reads: DEBUG=off, SECRET_KEY, ALLOWED_HOSTS, DATABASE_URL, SITE_URL, EMAIL_URL, DEFAULT_FROM_EMAIL;
and, if needed, TRUSTED_PROXY_COUNT (behind a proxy that ends TLS), STATIC_ROOT, SLOTS_DIR, PREVIEWS_DIR
and PDF_AT_ONCE.
"""

from importlib.metadata import distribution
from pathlib import Path
from urllib.parse import quote, urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from privacy_builder.logs import logging_of
from privacy_builder.rate_limits import RATE_LIMITS

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"  # everything that a running copy writes; git-ignored

env = environ.Env()
problems: list[str] = []  # all of them are told at once, at the end of the section that reads the environment


def switch(name: str, default: bool) -> bool:
    """Read an on/off variable; anything else is a problem, never quietly "off"."""
    value = env.str(name, default="on" if default else "off").strip().lower()
    if value not in ("on", "true", "1", "yes", "off", "false", "0", "no"):
        raise ImproperlyConfigured(f"{name}={value!r} is neither on nor off. Set {name}=on or {name}=off.")
    return value in ("on", "true", "1", "yes")


def required(name: str, example: str) -> str:
    """Read a variable that production cannot do without; note what is missing and how to mend it."""
    value = env.str(name, default="").strip()
    if not value:
        problems.append(f"{name} is not set. For example: {name}={example}")
    return value


# --- Development or production -------------------------------------------------------------------------------

DEBUG = switch("DEBUG", default=True)
PRODUCTION = not DEBUG

if PRODUCTION:
    SECRET_KEY = required("SECRET_KEY", "$(python3 -c 'import secrets; print(secrets.token_urlsafe(50))'), kept secret")
    ALLOWED_HOSTS = required("ALLOWED_HOSTS", "privacy.example.be").replace(" ", "").strip(",").split(",")
    SITE_URL = required("SITE_URL", "https://privacy.example.be").rstrip("/")
    DATABASE_URL = required(
        "DATABASE_URL", "postgres://user:password@localhost/privacy or sqlite:////srv/privacy.sqlite3"
    )
    EMAIL_URL = required("EMAIL_URL", "smtp+tls://user:password@mail.example.be:587")
    DEFAULT_FROM_EMAIL = required("DEFAULT_FROM_EMAIL", "privacy@example.be")

    site = urlsplit(SITE_URL)
    if SECRET_KEY and (len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5):
        problems.append("SECRET_KEY is too short or too simple: at least 50 random characters.")
    if "*" in ALLOWED_HOSTS:
        problems.append("ALLOWED_HOSTS=* lets anybody choose the address in our mails. Name the hosts.")
    if SITE_URL and (site.scheme != "https" or not site.hostname or site.path or site.query or site.fragment):
        problems.append(
            "SITE_URL must be https:// and a host, nothing after it. For example https://privacy.example.be"
        )
    elif SITE_URL and site.hostname not in ALLOWED_HOSTS and "*" not in ALLOWED_HOSTS:
        problems.append(f"ALLOWED_HOSTS does not name the host of SITE_URL. Add {site.hostname} to it.")
    if EMAIL_URL and urlsplit(EMAIL_URL).scheme not in ("smtp", "smtp+tls", "smtp+ssl"):
        problems.append(
            "EMAIL_URL must start with smtp+tls:// (port 587), smtp+ssl:// (465) or smtp:// (a relay of your own)."
        )
else:
    SECRET_KEY = "development only, worth nothing: outside hosts are refused while DEBUG is on"
    ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
    SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
    DATABASE_URL = env.str("DATABASE_URL", default=f"sqlite:///{quote(str(VAR_DIR / 'db.sqlite3'))}")
    EMAIL_URL = ""
    DEFAULT_FROM_EMAIL = "Privacyverklaring-bouwer <post@localhost>"

try:
    TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
except ValueError:
    problems.append("TRUSTED_PROXY_COUNT must be a whole number: how many proxies of your own stand before gunicorn.")

at_once = env.str("PDF_AT_ONCE", default="1").strip()
PDF_AT_ONCE = int(at_once) if at_once.isascii() and at_once.isdecimal() else 0
if PDF_AT_ONCE < 1:
    problems.append(
        "PDF_AT_ONCE must be a whole number of at least 1: how many PDFs this machine makes at the same time."
    )

# --- Database ------------------------------------------------------------------------------------------------

DATABASES = {}
if DATABASE_URL:
    try:
        DATABASES = {"default": env.db_url_config(DATABASE_URL)}
    except (ImproperlyConfigured, ValueError) as error:
        problems.append(f"DATABASE_URL cannot be read ({error}). Percent-encode odd characters in the password.")

if DATABASES:
    database = DATABASES["default"]
    if database["ENGINE"] not in ("django.db.backends.sqlite3", "django.db.backends.postgresql"):
        problems.append("DATABASE_URL must be postgres:// or sqlite:///; no other database is tested.")
    database |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    if database["ENGINE"] == "django.db.backends.sqlite3":
        # IMMEDIATE: two writers wait for each other and do not fail. recursive_triggers: without it INSERT OR REPLACE
        # walks past the trigger that keeps published versions as they are.
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
            " PRAGMA recursive_triggers=ON;",
        }
        if DEBUG:
            VAR_DIR.mkdir(exist_ok=True)

if problems:
    raise ImproperlyConfigured("The configuration is not complete:\n" + "\n".join(f"  - {p}" for p in problems))

# --- Application ---------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "policies",  # first: its templates go before those of the packages
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",  # the templates of the fields, of which templates/django/forms has one of our own
    "allauth",
    "allauth.account",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
]

MIDDLEWARE = [
    "policies.middleware.NoStore",  # outermost: every answer passes here
    "policies.middleware.ErrorPages",  # and every refusal here
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "policies.middleware.SoundRequests",  # before anything reads a cookie, a query or a form
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
ROOT_URLCONF = "privacy_builder.urls"
WSGI_APPLICATION = "privacy_builder.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Brussels"  # an effective date is a day in this zone
USE_I18N = True
USE_TZ = True

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = PRODUCTION

# Past any of these it answers 413, never 500. A wizard step with many rows posts more than Django's 1000 fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS, DATA_UPLOAD_MAX_NUMBER_FILES = 5000, 5
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000  # bytes of a request, its files left out
LARGEST_REQUEST = 4_000_000  # bytes of a request, its files counted: refused before any of it is read
READINGS_AT_ONCE = 1  # long texts that are read at once on this machine, whoever asks
SLOTS_DIR = Path(
    env.str("SLOTS_DIR", default=str(VAR_DIR / "slots"))
)  # where its processes keep count of heavy work that runs (policies/slots.py)
PREVIEWS_DIR = Path(
    env.str("PREVIEWS_DIR", default=str(VAR_DIR / "previews"))
)  # the PDF of a draft for ten minutes (policies/printing.py)

# --- Static files --------------------------------------------------------------------------------------------

# Bootstrap comes unaltered from its package; tests/test_settings.py checks the bytes.
BOOTSTRAP_DIR = Path(str(distribution("bootstrap-wrapper").locate_file("bootstrap")))

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR_DIR / "static")))
STATICFILES_DIRS = [
    ("bootstrap/css", BOOTSTRAP_DIR / "css"),
    ("bootstrap/js", BOOTSTRAP_DIR / "js"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if PRODUCTION:  # in development runserver serves them itself
    STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    MIDDLEWARE.insert(
        MIDDLEWARE.index("django.middleware.security.SecurityMiddleware") + 1,
        "whitenoise.middleware.WhiteNoiseMiddleware",
    )

# --- Accounts ------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "policies.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "policies.passwords.UnlikeThePerson"},
    {"NAME": "policies.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CHANGE_EMAIL = True  # one address a person; the old one stays until the new one is confirmed
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True  # a laptop left open is not enough to take over an account
# Django's own asks the database nothing, so that an address with an account takes no longer than one without (bench/addresses.py).
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"
ACCOUNT_ADAPTER = "policies.adapter.AccountAdapter"
ACCOUNT_RATE_LIMITS = RATE_LIMITS
ACCOUNT_FORMS = {
    "login": "policies.forms.account.LoginForm",
    "signup": "policies.forms.account.SignupForm",
    "add_email": "policies.forms.account.AddEmailForm",
    "change_password": "policies.forms.account.ChangePasswordForm",
    "set_password": "policies.forms.account.SetPasswordForm",
    "reset_password": "policies.forms.account.ResetPasswordForm",
    "reset_password_from_key": "policies.forms.account.ResetPasswordKeyForm",
    "reauthenticate": "policies.forms.account.ReauthenticateForm",
}
ACCOUNT_DEFAULT_HTTP_PROTOCOL = urlsplit(SITE_URL).scheme
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXY_COUNT
MFA_TOTP_ISSUER = "Privacyverklaring-bouwer"

# Limits on log-in attempts are counted in the cache, so every worker must see the same one.
# manage.py migrate makes its table (policies/apps.py).
CACHES: dict[str, dict[str, object]] = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if PRODUCTION:
    CACHES["default"] = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "django_cache"}
# A full cache forgets at random: with Django's 300 places, a few hundred addresses would wash the counters away.
CACHES["default"]["OPTIONS"] = {"MAX_ENTRIES": 20_000}

# --- Mail ----------------------------------------------------------------------------------------------------

if PRODUCTION:
    mail = urlsplit(EMAIL_URL)
    mail_settings = env.email_url_config(EMAIL_URL)
    EMAIL_BACKEND = mail_settings["EMAIL_BACKEND"]
    EMAIL_HOST = mail_settings["EMAIL_HOST"]
    EMAIL_PORT = mail_settings["EMAIL_PORT"] or {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}[mail.scheme]
    EMAIL_HOST_USER = mail_settings["EMAIL_HOST_USER"] or ""
    EMAIL_HOST_PASSWORD = mail_settings["EMAIL_HOST_PASSWORD"] or ""
    EMAIL_USE_TLS = mail.scheme == "smtp+tls"
    EMAIL_USE_SSL = mail.scheme == "smtp+ssl"
    EMAIL_TIMEOUT = 10
else:  # kept as files and shown at /dev/mail/
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- Security ------------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # data: for the icons inside Bootstrap's own style sheet
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "policies.views.keep_post.csrf_failed"

if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    if TRUSTED_PROXY_COUNT:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Subdomains and the preload list bind a whole domain, also hosts that are not ours: its owner decides, at the proxy.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# --- Logging -------------------------------------------------------------------------------------------------

LOGGING = logging_of(DEBUG)
