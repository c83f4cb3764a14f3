"""What a gym does for those who run it: invitations, numbers, its group."""
