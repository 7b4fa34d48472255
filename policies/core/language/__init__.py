"""Language and letters of a Dutch text, whoever wrote it: sentences, words, reading ease, and which characters can be printed."""
