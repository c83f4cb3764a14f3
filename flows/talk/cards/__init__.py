"""A client's card: what their trainer sees and does, asked by one state and done by another.

The trainer's own state only asks; the desk knows whose trainer they are; the client's state
looks at the membership once more, acts, and shows. Nothing of a card is kept at the trainer.
"""
