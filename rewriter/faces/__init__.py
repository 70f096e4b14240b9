"""What is shown: each face parses, calls the pipeline and shows. No judgement lives here."""
