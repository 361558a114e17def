"""What a rationale may claim, and what licenses a claim; `generator/verify.py` walks text and execution with it."""
