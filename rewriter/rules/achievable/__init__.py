"""Rules on criterion A: whether the person named can do it."""
