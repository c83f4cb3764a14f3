"""What to do today: programs built from the step, the assessment and the equipment.

Read `kinds.py` (the vocabulary), `exercise.py` (the library), `session.py` (what a built session
is) and `builder.py` (need in, session out). On the way: `day.py` (what may be done), `choosing.py`
(all that a day could hold), `figures.py` (the doses), `fitting.py` (what there is time for) and
`items.py` (reasons, sources and loads). The numbers are in the tables of `flows/data`.
"""
