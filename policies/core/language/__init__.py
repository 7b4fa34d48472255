"""Language and letters of texts, apart from what they say."""
