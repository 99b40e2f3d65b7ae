"""Reads a feed with a library of Debian's, prints its events as JSON: read.py icalendar|libical|feedparser FILE."""
import json
import sys
from datetime import date, datetime, timezone


def said(value):
    """A day, or an instant in UTC, as the other readers say it."""
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    return value.strftime("%Y%m%d") if isinstance(value, date) else ""


def by_icalendar(data):
    from icalendar import Calendar

    for event in Calendar.from_ical(data).walk("VEVENT"):
        time = lambda name: said(event[name].dt) if name in event else ""
        yield [str(event["UID"]), time("DTSTART"), time("DTEND"), str(event["SUMMARY"]), str(event["STATUS"])]


def by_libical(data):
    import gi

    gi.require_version("ICalGLib", "3.0")
    from gi.repository import ICalGLib

    calendar = ICalGLib.Component.new_from_string(data.decode())
    event = calendar.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    statuses = {ICalGLib.PropertyStatus.CONFIRMED: "CONFIRMED", ICalGLib.PropertyStatus.CANCELLED: "CANCELLED"}
    while event:
        end = event.get_first_property(ICalGLib.PropertyKind.DTEND_PROPERTY)
        status = statuses.get(event.get_status(), "TENTATIVE")
        start, until = event.get_dtstart().as_ical_string(), event.get_dtend().as_ical_string() if end else ""
        yield [event.get_uid(), start, until, event.get_summary(), status]
        event = calendar.get_next_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)


def by_feedparser(data):
    import feedparser

    feed = feedparser.parse(data)
    if feed.bozo:
        raise feed.bozo_exception
    for entry in feed.entries:
        yield [entry.id, entry.updated, "", entry.title, ""]


reader = {"icalendar": by_icalendar, "libical": by_libical, "feedparser": by_feedparser}[sys.argv[1]]
with open(sys.argv[2], "rb") as file:
    print(json.dumps(list(reader(file.read()))))
