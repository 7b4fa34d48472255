"""The demo: life in it at once, nothing twice, and a stopped run mends itself."""

import pytest
from django.core.management import CommandError, call_command

from policies.management.commands import demo
from policies.models import Organisation, Policy, PolicyVersion, User
from tests.publishing import print_quickly

pytestmark = pytest.mark.django_db


def counts() -> tuple[int, int, int, int]:
    return User.objects.count(), Organisation.objects.count(), Policy.objects.count(), PolicyVersion.objects.count()


def test_a_stopped_demo_mends_itself_and_a_second_run_adds_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*args: object) -> None:
        raise KeyboardInterrupt

    print_quickly(monkeypatch)
    with monkeypatch.context() as patch:
        patch.setattr(demo, "version_of", stop)
        with pytest.raises(KeyboardInterrupt):
            call_command("demo")
    call_command("demo")
    assert counts() == (5, 3, 5, 5)
    studio = Policy.objects.get(name="Webstudio Wolkenrog")
    assert [version.label for version in studio.versions.order_by("sequence")] == ["1.00", "2.00", "2.01"]
    Policy.objects.filter(name="Kraaienvat").update(name="Een andere naam")
    call_command("demo")
    assert counts() == (5, 3, 5, 5)
    assert "advies@demo.example" in capsys.readouterr().out


def test_not_in_production(settings) -> None:
    settings.PRODUCTION = True
    with pytest.raises(
        CommandError, match="De demo maakt accounts met een wachtwoord dat iedereen kent. Dat kan alleen met DEBUG=on."
    ):
        call_command("demo")
    assert counts() == (0, 0, 0, 0)
