"""Updates in: each is confirmed to Telegram only once its consequences are committed."""
