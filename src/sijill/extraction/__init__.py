"""3. Sentences to mentions, one article at a time."""
