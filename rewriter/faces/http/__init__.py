"""The service over HTTP: each route parses, asks and shows; what may come in at all is decided at the gate."""
