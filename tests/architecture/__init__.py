"""The rules of the house, as functions: a source file goes in, what breaks a rule comes out (docs/architecture.md)."""
