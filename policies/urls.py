"""The addresses of the application."""

from django.urls import URLPattern, URLResolver, path, register_converter

from policies.models.chronology import LabelConverter
from policies.views import (
    begin,
    bring,
    completeness,
    devmail,
    findings,
    home,
    people,
    pick,
    policies,
    proposals,
    public,
    publish,
    reading,
    rows,
    text,
    versions,
    wizard,
)

register_converter(LabelConverter, "label")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("tekst-controleren/", reading.check_text, name="check_text"),
    path("tekst-controleren/overnemen/", bring.text_bring, name="text_bring"),
    # people
    path("account/naam/", people.account_name, name="account_name"),
    path("organisatie/", people.organisation_list, name="organisation_list"),
    path("organisatie/nieuw/", people.organisation_new, name="organisation_new"),
    path("organisatie/uitnodigingen/", people.invitation_accept, name="invitation_accept"),
    path("organisatie/<int:pk>/", people.organisation, name="organisation"),
    path("organisatie/<int:pk>/naam/", people.organisation_rename, name="organisation_rename"),
    path("organisatie/<int:pk>/uitnodigen/", people.member_invite, name="member_invite"),
    path("organisatie/lid/<int:pk>/rol/", people.member_role, name="member_role"),
    path("organisatie/lid/<int:pk>/uitnodiging/", people.member_invite_again, name="member_invite_again"),
    path("organisatie/lid/<int:pk>/verwijderen/", people.member_remove, name="member_remove"),
    # statements in the making
    path("verklaringen/", policies.policy_list, name="policy_list"),
    path("verklaringen/nieuw/", policies.policy_new, name="policy_new"),
    path("verklaringen/<int:pk>/", policies.policy, name="policy"),
    path("nummer/", begin.number, name="number"),
    path("verklaringen/<int:pk>/begin/", begin.begin, name="policy_begin"),
    path("verklaringen/<int:pk>/begin/doen/", begin.doings, name="policy_doings"),
    path("verklaringen/<int:pk>/overnemen/", bring.policy_paste, name="policy_paste"),
    path("verklaringen/<int:pk>/kopie/", bring.policy_copy, name="policy_copy"),
    path("verklaringen/<int:pk>/kopie/<int:into_pk>/", bring.policy_copy_into, name="policy_copy_into"),
    path("verklaringen/<int:pk>/naam/", policies.policy_rename, name="policy_rename"),
    path("verklaringen/<int:pk>/inlezen/", policies.policy_import, name="policy_import"),
    path("verklaringen/<int:pk>/feiten.yaml", policies.policy_yaml, name="policy_yaml"),
    path("verklaringen/<int:pk>/feiten.json", policies.policy_json, name="policy_json"),
    path("verklaringen/<int:pk>/feit/<str:path>/", wizard.fact, name="policy_fact"),
    path("verklaringen/<int:pk>/vragen/<slug:slug>/", wizard.step, name="policy_step"),
    path("verklaringen/<int:pk>/vragen/<slug:slug>/<slug:listing>/nieuw/", rows.row_new, name="policy_row_new"),
    path("verklaringen/<int:pk>/vragen/<slug:slug>/<slug:listing>/<int:row_pk>/", rows.row, name="policy_row"),
    path(
        "verklaringen/<int:pk>/vragen/<slug:slug>/<slug:listing>/<int:row_pk>/verwijderen/",
        rows.row_delete,
        name="policy_row_delete",
    ),
    path("verklaringen/<int:pk>/kiezen/<slug:kind>/", pick.pick, name="policy_pick"),
    path("verklaringen/<int:pk>/tekst/", text.policy_text, name="policy_text"),
    path("verklaringen/<int:pk>/bevestigen/", proposals.confirm, name="policy_confirm"),
    path("verklaringen/<int:pk>/terugzetten/<int:removal_pk>/", proposals.undo, name="policy_undo"),
    # what the law asks, and what was left on purpose
    path("verklaringen/<int:pk>/volledigheid/", completeness.policy_items, name="policy_items"),
    path("verklaringen/<int:pk>/volledigheid.json", completeness.policy_items_json, name="policy_items_json"),
    path("verklaringen/<int:pk>/herstellen/", findings.finding_mend, name="finding_mend"),
    path("verklaringen/<int:pk>/bevinding/<str:code>/<str:path>/", findings.finding_leave, name="finding_leave"),
    path("verklaringen/<int:pk>/zo-gelaten/<int:row_pk>/terug/", findings.finding_take_back, name="finding_take_back"),
    # publishing, and what was published
    path("verklaringen/<int:pk>/voorbeeld/", publish.policy_preview, name="policy_preview"),
    path("verklaringen/<int:pk>/voorbeeld.pdf", publish.policy_preview_pdf, name="policy_preview_pdf"),
    path("verklaringen/<int:pk>/publiceren/", publish.policy_publish, name="policy_publish"),
    path("verklaringen/<int:pk>/versies/", versions.policy_versions, name="policy_versions"),
    path("verklaringen/<int:pk>/versies/vergelijken/", versions.version_compare, name="version_compare"),
    path("verklaringen/<int:pk>/versies/intrekken/", versions.policy_retire, name="policy_retire"),
    path("verklaringen/<int:pk>/versies/hervatten/", versions.policy_resume, name="policy_resume"),
    path("verklaringen/<int:pk>/versies/adres/", versions.policy_address, name="policy_address"),
    path("verklaringen/<int:pk>/versies/<label:label>/", versions.version, name="version"),
    path("verklaringen/<int:pk>/versies/<label:label>/verbergen/", versions.version_hide, name="version_hide"),
    path("verklaringen/<int:pk>/versies/<label:label>/tonen/", versions.version_show, name="version_show"),
    path("verklaringen/<int:pk>/versies/<label:label>/privacyverklaring.<slug:kind>", versions.version_file, name="version_file"),
    # what the public reads: no session, no cookie
    path("privacy/<slug:slug>/", public.policy, name="public_policy"),
    path("privacy/<slug:slug>/privacyverklaring.pdf", public.pdf, name="public_pdf"),
    path("privacy/<slug:slug>/versies/", public.versions, name="public_versions"),
    path("privacy/<slug:slug>/v/<label:label>/", public.version, name="public_version"),
    path("privacy/<slug:slug>/v/<label:label>/privacyverklaring.pdf", public.pdf, name="public_version_pdf"),
    # development only: 404 when DEBUG is off
    path("dev/mail/", devmail.devmail, name="devmail"),
]
