"""A link into the bot as a picture to scan, for a poster or a screen."""

import io

import segno

SCALE = 12
QUIET = 4
"""Pixels a module, and modules of white around: as wide as readers need."""


def poster(link: str) -> bytes:
    """Draw a link as a QR code that is still read with a seventh of it dirty; gives a PNG."""
    picture = io.BytesIO()
    segno.make_qr(link, error="m").save(picture, kind="png", scale=SCALE, border=QUIET)
    return picture.getvalue()
