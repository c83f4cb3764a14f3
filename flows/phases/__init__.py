"""The staircase: where somebody starts, when a step changes, and why.

`place` (placement.py) answers an intake, `review` (verdict.py) a week, `move` (acts.py) a trainer;
`after` (after.py) folds a verdict back into the position. Every number is in policy.py.
"""
