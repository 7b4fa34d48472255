"""How often somebody may do what costs much, or what a stranger could misuse.

One line holds limits that all count: how many in which time, for each network address (ip), person (user) or thing that is named where it is
counted (key). What is not here has the limits of django-allauth.
"""

RATE_LIMITS = {
    "check_text": "10/m/ip,60/h/ip",
    "import_facts": "20/m/ip,10/m/user,100/h/user",
    "invite": "30/h/user",
    "invite_organisation": "30/d/key",
    "invite_address": "3/d/key",
    # A key is one account on one network (policies/adapter.py): guessing stops there, and the owner elsewhere gets in.
    "login_failed": "10/m/ip,100/h/ip,5/5m/key,20/h/key",
    # A key is an address that gets mail. The links of before keep working.
    "confirm_email": "1/3m/key,10/d/key",
    "reset_password": "20/m/ip,200/d/ip,5/h/key,10/d/key",
    "signup": "20/m/ip,200/d/ip",
    "manage_email": "10/m/user,40/d/user",
}
