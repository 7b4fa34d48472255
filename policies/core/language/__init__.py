"""What is said of Dutch text alone, whoever wrote it."""
