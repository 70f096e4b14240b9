"""Rules on criterion M: how much, and how anyone would know."""
