"""What was pasted: its kind, its language, and whether it speaks of danger now."""
