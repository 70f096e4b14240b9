"""A language model behind a port: what is asked, what comes back, and who can answer."""
