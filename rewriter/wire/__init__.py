"""The contract, version 1, as JSON: `outward` writes answers, `inward` reads requests, `answers` is the schema."""
