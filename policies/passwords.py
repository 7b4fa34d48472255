"""Rules for passwords whose message Django has only in English, or in a Dutch sentence that does not fit."""

from django.contrib.auth.password_validation import MinimumLengthValidator, UserAttributeSimilarityValidator


class LongEnough(MinimumLengthValidator):
    """Refuses a short password."""

    def get_error_message(self) -> str:
        return f"Dit wachtwoord is te kort. Gebruik minstens {self.min_length} tekens."


class UnlikeThePerson(UserAttributeSimilarityValidator):
    """Refuses a password that looks like the person's name or address."""

    DEFAULT_USER_ATTRIBUTES = ("name", "email")

    def __init__(self, max_similarity: float = 0.7) -> None:
        super().__init__(self.DEFAULT_USER_ATTRIBUTES, max_similarity)

    def get_error_message(self) -> str:
        return "Dit wachtwoord lijkt te veel op uw naam of uw e-mailadres."
