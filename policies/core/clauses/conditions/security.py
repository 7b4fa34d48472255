"""Security (art. 32) and breaches (art. 33–34)."""

from policies.core.clauses.conditions.registry import filled

filled("has_measures", lambda c: c.facts.security.measures)
filled("explains_security", lambda c: c.facts.security.explanation)
filled("takes_reports", lambda c: c.facts.security.report_email)
filled("empties_backups", lambda c: c.facts.security.backup_days)
filled("tells_breaches", lambda c: c.facts.security.tells_breaches)
filled("keeps_register", lambda c: c.facts.security.keeps_register)
