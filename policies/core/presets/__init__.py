"""Answers that follow from what a company is: facts and `StartAnswers` in, facts and the paths to confirm out.

Called by the first screens, by copying and by the wizard when somebody confirms.
"""
