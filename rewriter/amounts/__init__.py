"""How much: counts, rates, shares, levels and signs."""
