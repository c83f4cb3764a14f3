"""What goes on by itself: the outbox that sends, the timers that come due, looks at a roster."""
