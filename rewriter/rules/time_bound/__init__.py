"""Rules on criterion T: by when, and until when."""
