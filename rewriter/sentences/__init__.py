"""Who is to do what: names, clauses and acts, read from words."""
