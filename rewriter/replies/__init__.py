"""What a language model may answer: shapes that are checked here, whatever the provider claims to have checked."""
