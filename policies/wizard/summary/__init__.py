"""What a page tells of the answers beside the questions."""
