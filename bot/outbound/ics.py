"""Appointments become a calendar file that any calendar reads, in the clocks of their own zone."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from bot.outbound.render import Renderer
from flows.effects import Appointment, Dates

PRODUCT = "-//Stairwise//EN"


def calendar(dates: Dates, renderer: Renderer) -> bytes:
    """Write the file; the zones' own rules are in it, so that 18:00 stays 18:00 all year."""
    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    for one in dates.appointments:
        file.add_component(_event(one, dates, renderer))
    file.add_missing_timezones()
    return bytes(file.to_ical())


def _event(one: Appointment, dates: Dates, renderer: Renderer) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("sequence", dates.number)
    event.add("dtstamp", dates.made)
    event.add("dtstart", datetime.combine(one.day, one.time, ZoneInfo(one.zone)))
    event.add("duration", timedelta(minutes=one.minutes))
    event.add("summary", renderer.note(one.title))
    event.add("status", "CANCELLED" if one.off else "CONFIRMED")
    return event
