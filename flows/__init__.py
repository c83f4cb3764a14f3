"""The pure side of Stairwise: what happened goes in, what to do comes out.

No clock, no I/O, no randomness: the time and the salt are in the event, effects are values.
Read `phases/rules.py` (the staircase as a table), `questionnaires/` (the conversations as data),
`pings.py` (what rings a trainer's desk) and `decide.py` (the one function of it all).

Why one document a human, and hops between them: a tap costs one commit, and two people never wait
for each other. Why effects are values: they are committed with the state they follow from, so
nothing is lost and nothing is doubled when a process dies in between.
"""
