"""When: phrases of time by kind, never a guessed date."""
