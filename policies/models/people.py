"""Who uses the application: people, their organisations, and who belongs where with which role."""

from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone

INVITATION_LASTS = timedelta(days=14)


class UserManager(BaseUserManager["User"]):
    """Maker of accounts by e-mail address, in lower case however it was typed."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Store a person; without a password nobody can log in until one is set by mail."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who logs in, with an e-mail address as the only name for that.

    No groups, no permissions, no staff: what somebody may do follows from their memberships.
    """

    email = models.EmailField(
        "e-mailadres", unique=True, error_messages={"unique": "Dit e-mailadres is al in gebruik."}
    )
    name = models.CharField("naam", max_length=120)
    is_active = models.BooleanField("actief", default=True)
    date_joined = models.DateTimeField("aangemaakt op", auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        constraints = [
            # Makes the unique index hold for Jan@ and jan@ alike, on SQLite and on PostgreSQL.
            models.CheckConstraint(condition=Q(email=Lower(F("email"))), name="user_email_in_lower_case"),
        ]

    def __str__(self) -> str:
        return self.name or self.email


class Organisation(models.Model):
    """The tenant: one business, or one consultancy with many clients."""

    class Kind(models.TextChoices):
        OWNER = "owner", "Eigen onderneming"
        CONSULTANCY = "consultancy", "Adviseur"

    name = models.CharField("naam", max_length=120)
    kind = models.CharField("soort", max_length=20, choices=Kind)
    created = models.DateTimeField("aangemaakt op", auto_now_add=True)

    viewer_role: str  # of the person who looks; policies/access.py adds it

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["owner", "consultancy"]), name="organisation_kind_known"),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person in an organisation; an invitation as long as `user` is empty.

    The e-mail address is where the invitation went. It follows the person when they change their address.
    An invitation ends two weeks after `invited_at`, which is when it was last sent.
    """

    class Role(models.TextChoices):
        OWNER = "owner", "Eigenaar"
        EDITOR = "editor", "Bewerker"
        READER = "reader", "Lezer"

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships", verbose_name="organisatie"
    )
    # PROTECT: erasing a person must not leave an organisation without its owner by the back door.
    user = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships", verbose_name="persoon"
    )
    email = models.EmailField("e-mailadres")
    role = models.CharField("rol", max_length=10, choices=Role, default=Role.READER)
    invited_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="uitgenodigd door"
    )
    invited_at = models.DateTimeField("uitgenodigd op", default=timezone.now)
    created = models.DateTimeField("aangemaakt op", auto_now_add=True)

    class Meta:
        verbose_name = "lid"
        verbose_name_plural = "leden"
        ordering = ["organisation", "created", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "email"], name="membership_once_per_address"),
            models.UniqueConstraint(
                fields=["organisation", "user"], condition=Q(user__isnull=False), name="membership_once_per_person"
            ),
            models.CheckConstraint(condition=Q(email=Lower(F("email"))), name="membership_email_in_lower_case"),
            models.CheckConstraint(condition=Q(role__in=["owner", "editor", "reader"]), name="membership_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user or self.email} ({self.get_role_display().lower()})"

    @property
    def pending(self) -> bool:
        """Say whether this is an invitation that nobody accepted yet."""
        return self.user_id is None

    @property
    def ends_at(self) -> datetime:
        """Return the moment from which an invitation can no longer be accepted."""
        return self.invited_at + INVITATION_LASTS

    @property
    def ended(self) -> bool:
        """Say whether this is an invitation that nobody accepted in time."""
        return self.pending and self.ends_at <= timezone.now()
