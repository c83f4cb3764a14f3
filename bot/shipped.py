"""Reads the data files that are shipped with the rules."""

from importlib.resources import files


def policy_text() -> str:
    return (files("flows") / "data" / "policy.toml").read_text(encoding="utf-8")
