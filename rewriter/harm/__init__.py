"""Who harms whom, what is asked of whom, and whether anybody harmed is made to answer for it."""
