"""What each kind of state does about each kind of event: one module a conversation."""
