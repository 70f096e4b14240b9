"""Five verdicts from what was read and found, each with the ground it rests on."""
