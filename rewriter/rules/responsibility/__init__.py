"""Rules on responsibility: nobody harmed is made answerable for the harm."""
