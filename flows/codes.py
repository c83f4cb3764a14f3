"""Codes nobody can guess, minted from the salt that an event brings along."""

import hashlib

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


def mint(salt: str, purpose: str, length: int) -> str:
    """Make a code of `length` letters and digits; the same salt and purpose give the same code.

    `salt` is at least 128 bits of randomness as text. At most 51 letters (255 bits).
    """
    number = int.from_bytes(hashlib.sha256(f"{salt}\n{purpose}".encode()).digest(), "big")
    return "".join(_LETTERS[(number >> (5 * place)) & 31] for place in range(length))
