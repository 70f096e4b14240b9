"""What a text says of doers, measures, times, needs and their like: what the rules look at."""
