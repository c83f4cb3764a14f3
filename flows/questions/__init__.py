"""The questionnaire kit: forms are typed data, one walk serves them all.

Read `form.py` (what a form is), `run.py` (where a person is in one and what can come of a reply),
`walk.py` (the verbs) and `show.py` (the messages). The answer kinds are in `picks.py`,
`choices.py`, `numbers.py`, `measures.py`, `days.py`, `zones.py` and `free.py`.
"""
