"""One document, many forms. Each renderer has one rule per node; a node without a rule is an error."""
