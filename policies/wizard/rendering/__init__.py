"""How questions and answers are drawn. In come bound forms and cards; out comes HTML.

Called by the template tags of the wizard.
"""
