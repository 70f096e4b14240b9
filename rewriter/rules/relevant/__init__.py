"""Rules on criterion R: whether it answers the need."""
