"""One privacy statement in the making. Its facts are in the parts and lists that point here."""

from django.db import models

from policies.models.people import Organisation


class Policy(models.Model):
    """The statement of one company. `new_policy` in policies/store/write.py makes one together with its parts."""

    # PROTECT: a published statement must stay readable, so an organisation goes only after its statements were erased.
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="policies", verbose_name="organisatie")
    name = models.CharField("naam", max_length=120)
    created_at = models.DateTimeField("aangemaakt op", auto_now_add=True)
    changed_at = models.DateTimeField("gewijzigd op", auto_now_add=True)

    viewer_role: str  # of the person who looks; policies/access.py adds it

    class Meta:
        verbose_name = "privacyverklaring"
        verbose_name_plural = "privacyverklaringen"
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name
