"""The application: what people do with privacy statements. The map is docs/architecture.md."""
