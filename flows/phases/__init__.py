"""The staircase: where somebody starts, when a step changes, and why.

`place` (placement.py) answers an intake, `review` (verdict.py) a week, `move` (acts.py) a
trainer; `begin`, `after` and `moved` (after.py) keep the position that they read. The table of
ways is rules.py, every number is in policy.py. A verdict is the lowest of its findings, so that a
worse reading can never raise it.
"""
