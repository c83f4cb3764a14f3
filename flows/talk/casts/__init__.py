"""Reminders to many: their words, their preview, their way to each member, and their report."""
