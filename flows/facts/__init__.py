"""The one place that reads answers into what the rules look at; the untold stays unknown."""

from flows.facts.answers import Told as Told
from flows.facts.answers import number as number
from flows.facts.answers import ticked as ticked
from flows.facts.answers import whole as whole
from flows.facts.answers import word as word
from flows.facts.answers import yes as yes
from flows.facts.health import CONDITIONS as CONDITIONS
from flows.facts.health import SIGNS as SIGNS
from flows.facts.health import conditions as conditions
from flows.facts.health import judged as judged
from flows.facts.health import movement as movement
from flows.facts.health import screening as screening
from flows.facts.health import signs as signs
from flows.facts.person import BALL_AND_ROOM as BALL_AND_ROOM
from flows.facts.person import EQUIPMENT as EQUIPMENT
from flows.facts.person import Forms as Forms
from flows.facts.person import equipment as equipment
from flows.facts.person import intake as intake
from flows.facts.person import profile as profile
from flows.facts.results import as_movement as as_movement
from flows.facts.results import heaviest as heaviest
from flows.facts.results import hurt as hurt
from flows.facts.results import results as results
from flows.facts.weeks import comeback as comeback
from flows.facts.weeks import week as week
