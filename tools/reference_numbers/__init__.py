"""One module a reference file: INPUTS, draw(content, rng) and recompute(content)."""
