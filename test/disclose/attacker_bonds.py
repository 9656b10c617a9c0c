# SPDX-License-Identifier: EUPL-1.2
"""Bonds that somebody finds who reads the definitions (indicatoren/) and thinks on: not in docs/reference/geheimhouding.md, so no part of the system that must agree with ours.

Each is (word, terms, low, high). What contradicts the printed figures is left out by the attack.
"""
import itertools
import math
import re

INF = math.inf
MANY = 10_000


def named(number, maat, quantities, release):
    """The quantities of a measure, next to that of `number`: equal where both have a parameter."""
    mine = release.quantity[number[0]].get("parameters", {})
    for name in quantities.get(maat, []):
        other = release.quantity[name].get("parameters", {})
        if all(mine[p] == other[p] for p in mine.keys() & other.keys()):
            yield name


def own_bonds(release):
    quantities = {}
    for name, quantity in release.quantity.items():
        quantities.setdefault(quantity["maat"], []).append(name)
    for number in list(release.bounds):
        yield from bonds_of(release, number, quantities)
    yield from long_waits(release)


def bonds_of(release, number, quantities):
    name, period, area, split = number
    maat, codes = release.quantity[name]["maat"], release.quantity[name].get("codes")
    year = int(period) if re.fullmatch(r"\d{4}", period) else None

    def find(other, at=None, kind=None, of=None):
        """The one number of another measure at this place."""
        for found in named(number, other, quantities, release):
            key = (found, period if at is None else str(at), area, split if of is None else of)
            if key in release.bounds and release.quantity[found].get("codes") == kind:
                return key
        return None

    def at_most(word, parts, limit=0):
        if all(p is not None for _, p in parts):
            yield word, [(1, number)] + [(-f, p) for f, p in parts], -INF, limit

    if maat == "uitstroom-momenten":
        yield from at_most("moments of outflow of one client are 31 days apart", [(12, find("uitstroom"))])
    if maat == "overgangen":
        for side in ("van", "naar"):
            value = dict(split).get(side)
            traject = find("trajecten", of=frozenset({("type", value)}))
            yield from at_most("a transition has trajecten on both sides", [(MANY, traject)])
    if maat == "aanbieders-met-wachttijd":
        yield from at_most("who gave a usual wait has answered", [(1, find("aanbieders-geantwoord", of=frozenset()))])
    if maat == "aanbieders":
        yield from at_most("no provider without a client", [(MANY, find("clienten"))])
    if maat == "clienten":
        yield from at_most("no client without a provider", [(MANY, find("aanbieders"))])
    if maat == "uitgaven":
        yield from at_most("no spending without clients", [(1e9, find("clienten"))])
    if maat == "kosten-rest":
        yield "what rounding leaves of a change of spending is less than a euro", [(1, number)], -100, 100
    if maat == "clienten-onder-18":
        yield from at_most("clients are residents", [(1, find("inwoners-0-17"))])
    if maat in ("plaatsingen-begonnen", "plaatsingen-op-einde"):
        yield from at_most("no placement without a young person", [(MANY, find("jeugdigen-geplaatst"))])
    if maat == "plaatsingen-op-einde":
        yield from at_most("one placement a day per young person", [(1, find("jeugdigen-geplaatst"))])
    if year is None:
        return
    before = year - 1
    if maat == "kosten-clienten":
        now, then, spent = (release.printed.get(n) for n in (find("clienten"), find("clienten", before), find("uitgaven", before)))
        if now is not None and then and spent is not None:
            estimate = (now / then - 1) * spent
            yield "the part of the clients follows from clients and spending", [(1, number)], estimate - spent / 50, estimate + spent / 50
    if maat == "stand-begin":
        yield from at_most("who was in care on the last day had a traject", [(1, find("trajecten", before))])
    if maat == "jeugdigen-met-maatregel" and codes == ["ots-kort"]:
        word = "a short ots ran the year before, or was granted in this one"
        yield from at_most(word, [(1, find("jeugdigen-met-maatregel", before, ["ots-kort"])), (1, find("beschikkingen", None, ["ots"]))])
    if maat == "jbt-besluiten":
        yield from at_most("decided within a year of being put forward", [(1, find("jbt-gezinnen", before)), (1, find("jbt-gezinnen"))])


def long_waits(release):
    """Longer than 90 days lies between the classes from 99 days and those from 85 days."""
    for number in list(release.bounds):
        name, period, area, split = number
        quantity = release.quantity[name]
        if quantity["maat"] != "wachtenden-lang" or split:
            continue
        waiting = name.replace("wachtenden-lang", "wachtenden")
        classes = {dict(n[3]).get("wachtklasse"): n for n in release.bounds if n[:3] == (waiting, period, area) and len(n[3]) == 1}
        sure = [classes[k] for k in ("99-112", ">112") if k in classes]
        perhaps = sure + [classes[k] for k in ("85-98", "onbekend") if k in classes]
        if len(sure) == 2:
            yield "longer than 90 days: at least from 99", [(1, number)] + [(-1, n) for n in sure], 0, INF
            yield "longer than 90 days: at most from 85", [(-1, number)] + [(1, n) for n in perhaps], 0, INF


def small_remainders(release, is_part, fillings, older=()):
    """
    Numbers of children, 1 to the threshold, that one printed number minus another gives away: what a group leaves of an area, a gemeente that is left over, those without
    a known gemeente, and a whole without its part.
    An area that only an older release has counts too.
    """
    hide = release.rules["verbergTotEnMet"]
    others = ("eurocent", "dagen", "openbaar", "aanbieders", "antwoorden")
    exact = {n: v for n, v in release.printed.items() if release.bounds[n][0] == release.bounds[n][1]}
    counted = {n: v for n, v in exact.items() if release.quantity[n[0]]["telt"] not in others}
    by_areas, by_cell = {}, {}
    for number, value in counted.items():
        by_areas.setdefault((number[0], number[1], number[3]), {})[number[2]] = value
        by_cell.setdefault(number[1:], {})[number[0]] = value
    for old in older:
        for number, value in old.printed.items():
            if number not in release.bounds and old.bounds[number][0] == old.bounds[number][1]:
                by_areas.get((number[0], number[1], number[3]), {}).setdefault(number[2], value)
    for (name, period, split), areas in by_areas.items():
        if release.quantity[name]["delen"]["gebied"] == "som":
            for (whole, total), (part, value) in itertools.product(areas.items(), repeat=2):
                # Where what is left is printed itself, with another value, one of the three was corrected.
                is_told = areas.get(whole - part, total - value) != total - value
                if part < whole and 0 < total - value <= hide and (len(part) > 1 or len(whole - part) == 1) and not is_told:
                    yield {"grootheid": name, "periode": period, "dimensies": sorted(split), "gebied": sorted(whole - part), "rest": total - value}
            for way in fillings(release.region, [part for part in areas if part < release.region]):
                rest = areas.get(release.region, 0) - sum(areas[part] for part in way)
                if 0 < rest <= hide:
                    yield {"grootheid": name, "periode": period, "dimensies": sorted(split), "gebied": "no known gemeente", "rest": rest}
    for (period, area, split), values in by_cell.items():
        for (part, value), (whole, total) in itertools.product(values.items(), repeat=2):
            mine, other = release.quantity[part], release.quantity[whole]
            if 0 < total - value <= hide and mine["telt"] == other["telt"] and is_part(mine, other):
                yield {"grootheid": f"{whole} zonder {part}", "periode": period, "dimensies": sorted(split), "gebied": sorted(area), "rest": total - value}
