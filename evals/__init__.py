"""How good the rules are, measured on judged cases: `python -m evals`. Looks into the product; nothing looks at it."""
