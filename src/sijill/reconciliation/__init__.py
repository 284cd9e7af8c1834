"""4. Many articles compared."""
