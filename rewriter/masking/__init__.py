"""Masking: what identifies somebody becomes a token, and comes back afterwards. Nothing here keeps anything."""
