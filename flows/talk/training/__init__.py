"""Training in the chat: the session of the day, walked set by set, and the trainer's say in it.

Read `scene.py` (what a moment of it is), `walking.py` (the buttons) and `typing.py` (the words).
"""
