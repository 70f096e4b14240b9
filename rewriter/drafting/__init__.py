"""The pieces a first draft is made of: groups of asks, edits to the user's own words, goals, and roles turned round."""
