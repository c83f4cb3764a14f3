"""What to do today: programs built from the step, the assessment and the equipment.

Read `kinds.py` (the vocabulary), `exercise.py` (the library), `session.py` (what a built session
is) and `builder.py` (need in, session out).
"""
