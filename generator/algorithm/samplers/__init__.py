"""Inputs for the algorithms, drawn so that what an algorithm is about comes up."""
