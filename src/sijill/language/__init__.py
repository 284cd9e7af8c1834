"""2. Arabic itself, no news: a library that every stage may use."""
