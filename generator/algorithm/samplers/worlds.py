"""Inputs of simulations and games: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from random import Random

from generator.algorithm.samplers.pools import NAMES, PEGS


def tower(rng: Random, size: int) -> tuple[int, object, object, object]:
    """A number of discs, and the names of three pegs."""
    pegs = rng.sample(rng.choice((*PEGS, *NAMES)), 3)
    return min(4, 2 + size // 4), pegs[0], pegs[1], pegs[2]
