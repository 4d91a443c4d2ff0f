#!/usr/bin/env python3
"""Fire times of cron expressions over clock changes, worked out without Java.

Walks UTC minute by minute with Python's zoneinfo and keeps the latest wall clock time shown so far.
A local minute fires at the first UTC minute at which that clock shows it or a later one: skipped
minutes fire at the change, repeated ones the first time, and several at one instant fire once.

    python3 fire-times.py > fire-times.tsv
"""
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
DAYS = "SUN MON TUE WED THU FRI SAT".split()

# zone, cron, first UTC date, days
PAIRS = [
    ("Europe/London", "30 1 * * *", "2026-03-28", 3),
    ("Europe/London", "30 1 * * *", "2026-10-24", 3),
    ("Europe/London", "0 9 * * MON", "2026-03-16", 22),
    ("Europe/London", "*/30 * * * *", "2026-03-29", 1),
    ("Europe/London", "0,30 0-2 * * *", "2026-10-25", 1),
    ("Europe/Berlin", "30 2 * * *", "2026-03-28", 3),
    ("Europe/Berlin", "30 2 * * *", "2026-10-24", 3),
    ("Europe/Berlin", "0 2 * * *", "2026-03-28", 3),
    ("Europe/Berlin", "0 3 * * *", "2026-03-28", 3),
    ("Europe/Berlin", "*/20 1-3 * * *", "2026-03-29", 1),
    ("Europe/Berlin", "*/20 1-3 * * *", "2026-10-25", 1),
    ("Europe/Berlin", "0 9 * * 1-5", "2026-03-26", 7),
    ("America/New_York", "30 2 * * *", "2026-03-07", 3),
    ("America/New_York", "30 1 * * *", "2026-10-31", 3),
    ("America/New_York", "0 */6 * * *", "2026-11-01", 2),
    ("America/New_York", "15 * * * *", "2026-03-08", 1),
    ("America/New_York", "0 8 1 * *", "2026-02-20", 60),
    ("Australia/Lord_Howe", "15 2 * * *", "2026-10-02", 4),
    ("Australia/Lord_Howe", "45 1 * * *", "2026-04-03", 4),
    ("Australia/Lord_Howe", "*/15 1-2 * * *", "2026-10-03", 1),
    ("Australia/Lord_Howe", "*/15 1-2 * * *", "2026-04-04", 1),
    ("Africa/Cairo", "0 0 * * *", "2026-04-22", 4),
    ("Africa/Cairo", "30 0 * * *", "2026-04-22", 4),
    ("Africa/Cairo", "30 23 * * *", "2026-10-28", 4),
    ("Africa/Casablanca", "30 2 * * *", "2026-02-13", 4),
    ("Africa/Casablanca", "30 2 * * *", "2026-03-20", 4),
    ("Africa/Casablanca", "0 7 * * *", "2025-02-21", 4),
    ("America/Sao_Paulo", "0 0 * * *", "2018-11-02", 4),
    ("America/Sao_Paulo", "30 23 * * *", "2018-02-16", 4),
    ("America/Sao_Paulo", "0 9 * * *", "2026-03-01", 3),
    ("America/St_Johns", "1 0 * * *", "2011-03-12", 3),
    ("Pacific/Apia", "0 12 * * *", "2011-12-28", 4),
    ("Pacific/Chatham", "45 2 * * *", "2026-09-25", 4),
    ("Asia/Kathmandu", "0 6 * * *", "2026-05-01", 2),
    ("Asia/Tehran", "0 0 * * *", "2022-03-20", 4),
    ("Antarctica/Troll", "30 1 * * *", "2026-03-28", 3),
    ("Antarctica/Troll", "30 2 * * *", "2026-10-24", 3),
    ("America/Havana", "30 0 * * *", "2026-03-07", 3),
    ("America/Havana", "30 0 * * *", "2026-10-31", 3),
    ("Asia/Kolkata", "0 9 13 * FRI", "2026-11-01", 20),
    ("UTC", "59 23 28-31 2,3 *", "2028-02-27", 6),
    ("America/Los_Angeles", "0 2 * * 0", "2026-03-01", 16),
]


def field(text, low, high, names=(), offset=0):
    values = set()
    for part in text.split(","):
        body, _, step = part.partition("/")
        if body == "*":
            first, last = low, high
        else:
            ends = [names.index(e) + offset if e in names else int(e) for e in body.split("-")]
            first, last = ends[0], ends[-1]
        values |= set(range(first, last + 1, int(step or 1)))
    return values


class Cron:
    def __init__(self, text):
        minute, hour, day, month, weekday = text.split()
        self.minutes, self.hours = field(minute, 0, 59), field(hour, 0, 23)
        self.days, self.months = field(day, 1, 31), field(month, 1, 12, MONTHS, 1)
        self.weekdays = {d % 7 for d in field(weekday, 0, 7, DAYS)}
        self.either = day != "*" and weekday != "*"

    def names(self, local):
        day = local.day in self.days
        weekday = local.isoweekday() % 7 in self.weekdays
        return (
            local.minute in self.minutes
            and local.hour in self.hours
            and local.month in self.months
            and ((day or weekday) if self.either else (day and weekday))
        )


def fire_times(zone, cron, first, days):
    begin = datetime.fromisoformat(first).replace(tzinfo=timezone.utc)
    latest, utc = None, begin - timedelta(days=3)
    while utc < begin + timedelta(days=days):
        shown = utc.astimezone(zone).replace(tzinfo=None)
        fires = False
        if latest is None:
            latest = shown
        while latest < shown:
            latest += timedelta(minutes=1)
            fires |= cron.names(latest)
        if fires and utc >= begin:
            yield utc
        utc += timedelta(minutes=1)


print("# zone\tcron\tfrom\tuntil (exclusive)\tfire times; made by fire-times.py")
for name, expression, first, days in PAIRS:
    begin = datetime.fromisoformat(first)
    end = begin + timedelta(days=days)
    times = fire_times(ZoneInfo(name), Cron(expression), first, days)
    spelled = " ".join(t.strftime("%Y-%m-%dT%H:%MZ") for t in times)
    print(f"{name}\t{expression}\t{begin:%Y-%m-%dT%H:%MZ}\t{end:%Y-%m-%dT%H:%MZ}\t{spelled}")
