"""The pure core: facts in, document and findings out. No Django, no clock, no network, no file but clauses/."""
