"""The rewriting of a program into one that records itself, one file for each group of constructs."""
