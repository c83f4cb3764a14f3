"""Whether a policy can be trusted: its rows, its sense, and how people would fare under it.

`check` (checking.py) is the one way in. Rows are held against the shipped sheet (rows.py), values
against each other (contradictions.py), and made-up people climb (climbs.py) and raise alarms
(alarms.py) under the real rules. The numbers here are what those people do, not thresholds.
"""
