"""The policy that is shipped, for tests, and the rules under it."""

from functools import partial
from pathlib import Path

from flows import timers
from flows.phases import acts, placement, verdict
from flows.phases import after as folding
from flows.phases.sheet import policy_of, sheet

TEXT = Path("flows/data/policy.toml").read_text(encoding="utf-8")
SHEET = sheet(TEXT)
DEFAULT = policy_of(SHEET)

place = partial(placement.place, policy=DEFAULT)
review = partial(verdict.review, policy=DEFAULT)
move = partial(acts.move, policy=DEFAULT)
after = partial(folding.after, policy=DEFAULT)
rescreened = partial(folding.rescreened, policy=DEFAULT)
wanted = partial(timers.wanted, policy=DEFAULT)
