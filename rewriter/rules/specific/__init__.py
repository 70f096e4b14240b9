"""Rules on criterion S: who does what."""
