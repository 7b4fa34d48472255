"""What was posted by a person who turned out to be logged out, until the next log-in."""

from django.db import models


class KeptPost(models.Model):
    """The body of one post and the address it was for; the browser that sent it holds the token. See policies/kept_posts.py."""

    token = models.CharField(max_length=43, unique=True)
    path = models.CharField(max_length=500)
    body = models.TextField()
    network = models.CharField(max_length=64, db_index=True)  # a digest: enough to count by
    kept_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.path
