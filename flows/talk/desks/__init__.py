"""A trainer's desk at work: what lies there, when it is told, and the hours of its trainer."""
