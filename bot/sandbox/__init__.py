"""A town on your own machine: a strict Bot API over HTTP, and a page with its people's phones.

`town.Town` is all of it. Who asks it over HTTP cannot tell it from Telegram: unknown methods and
fields, texts that are too long and broken markup are refused, with Telegram's own error texts.
"""
