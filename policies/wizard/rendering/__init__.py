"""Questions laid out with crispy: in come bound forms, out go plain values for the templates in templates/question/.

No HTML is made here. What a question looks like stands in templates/question/field.html.
"""
