"""Answers for a terminal: words and symbols first, colour on top, at any width."""
