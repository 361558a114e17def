"""What the algorithms should give, by means that share no code with them.

Each file has a table `ORACLES`: algorithm -> function of the arguments that gives the result, or a test of the result
where several are right.
"""
