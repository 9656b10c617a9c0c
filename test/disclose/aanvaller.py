# SPDX-License-Identifier: EUPL-1.2
"""An attacker written from docs/reference/geheimhouding.md alone: another language, another solver.

Usage: aanvaller.py [--solver glpk|highs] RELEASE. Earlier releases are read from the folders beside it. Prints one line of JSON:
  cellen        hidden cells in geheimhouding.json
  programmas    linear programmes solved
  verschillen   hidden cells whose interval is not the one in geheimhouding.json
  teSmal        hidden cells that can be pinned down more closely than the policy allows
  eigen         the same, by somebody who also uses the bonds of attacker_bonds.py and what older copies say
  eigenVerbanden  how often each of those bonds holds
  klein         numbers of children that two printed numbers give away by subtraction
  bestanden     what other files of the release say about a hidden figure

GLPK (Debian: glpk-utils) solves in exact fractions, HiGHS (Python: highspy or scipy 1.15) in floating point and many times faster; the default is GLPK, and where one is absent the
other is taken.
"""
import copy
import itertools
import json
import math
import os
import re
import sys
from collections import Counter
from datetime import date, timedelta

sys.dont_write_bytecode = True
from attacker_bonds import own_bonds, small_remainders  # noqa: E402
from attacker_files import other_files  # noqa: E402
from attacker_solver import Impossible, System, choose  # noqa: E402

INF = math.inf
# The area of those whose gemeente nobody knows.
NOWHERE = frozenset("?")


def load(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return json.load(file)


class Release:
    # Whether nothing is told of how much is counted twice, not even that nothing is.
    untold = False

    def __init__(self, folder):
        manifest = load(folder, "manifest.json")["release"]
        self.base = manifest["basisjaar"]
        self.members = {g["code"]: frozenset(g["gemeenten"]) for g in manifest["samenstelling"]["gebieden"]}
        self.region = frozenset().union(*self.members.values())
        self.regions = {self.region}
        self.proof = load(folder, "geheimhouding.json")
        self.rules = self.proof["regels"]
        self.tables = load(folder, "cijfers/all.json")["tabellen"]
        self.quantity = {}
        self.bounds = {}
        self.printed = {}
        self.known_outside = {}
        self.read()
        self.zeros()
        self.outside()

    def outside(self):
        for known in self.proof["buitenkennis"]:
            number = (known["grootheid"], known["periode"], self.area(known["gebied"]), frozenset(known["dimensies"].items()))
            if number not in self.bounds:
                continue
            low, high = known["interval"]
            if low is not None and high is not None:
                self.known_outside[number] = (low, high)
            bound = self.bounds[number]
            low, high = bound[0] if low is None else low, bound[1] if high is None else high
            if low <= bound[1] and high >= bound[0]:
                bound[0], bound[1] = max(bound[0], low), min(bound[1], high)

    def area(self, code):
        return self.members.get(code, frozenset([code]))

    def numbers(self, table, row):
        made = next(m for m in table["opbouw"] if m["variant"] == row["variant"])
        split = dict(zip(table["dimensies"], row["dimensies"]))
        area = self.area(split.pop("gemeente", row["gebied"]))
        split = frozenset(split.items())
        base = re.sub(r"^\d{4}", str(self.base), row["periode"])

        def key(quantity, period, without=None):
            self.quantity[quantity["naam"]] = quantity
            number = (quantity["naam"], period, area, frozenset((d, v) for d, v in split if d != without))
            self.bounds.setdefault(number, [-INF if quantity.get("negatief") else 0, INF])
            return number

        if made["vorm"] == "waarde":
            return made["vorm"], [key(made["teller"], row["periode"])]
        if made["vorm"] == "kengetal":
            return made["vorm"], [key(made["noemer"], row["periode"])]
        period = base if made["vorm"] == "groei" else row["periode"]
        return made["vorm"], [key(made["teller"], row["periode"]), key(made["noemer"], period, made.get("zonder"))]

    def is_sum(self, number):
        return self.quantity[number[0]]["telt"] in ("eurocent", "dagen")

    def put(self, number, value):
        self.printed[number] = value
        low, high = value, value
        step = self.rules["afronding"]
        if not self.is_sum(number) and self.quantity[number[0]]["telt"] != "openbaar" and step > 1 and value > 0:
            first = 1 if value == step else math.ceil(value - step / 2)
            low = max(first, self.rules["verbergTotEnMet"] + 1)
            high = math.ceil(value + step / 2) - 1
        bound = self.bounds[number]
        bound[0], bound[1] = max(bound[0], low), min(bound[1], high)

    def read(self):
        least = self.proof["aanvaller"]["ondergrensTelling"]
        zero = {(z["grootheid"], z["periode"], frozenset(z["dimensies"])) for z in self.proof["aanvaller"]["nulMogelijk"]}
        hidden = set()
        for table in self.tables:
            for row in table["rijen"]:
                form, numbers = self.numbers(table, row)
                if "geheim" in row["status"]:
                    hidden.update(numbers)
                values = {"waarde": ["waarde"], "kengetal": ["noemer"]}.get(form, ["teller", "noemer"])
                for number, field in zip(numbers, values):
                    if row[field] is not None:
                        self.put(number, row[field])
                    elif form == "deel" and field == "teller" and row["waarde"] is not None:
                        # An estimate: what still runs of what began.
                        self.put(number, round(row["waarde"] * row["noemer"], 6))
                    elif form == "waarde" and "geheim" in row["status"] and not self.is_sum(number):
                        group = (number[0], number[1], frozenset(d for d, _ in number[3]))
                        self.bounds[number][0] = max(self.bounds[number][0], 0 if group in zero else least)
        # What nobody knows is no number: no sum holds with it.
        self.unknown = self.bounds.keys() - hidden - self.printed.keys()
        self.bounds = {number: bound for number, bound in self.bounds.items() if number not in self.unknown}

    def zeros(self, elsewhere=()):
        """No row is a zero, for a value of a split that occurs in another area, or `elsewhere`: among the numbers of another release."""
        groups = {}
        for name, period, area, split in list(self.bounds):
            if split:
                kind = (name, period, frozenset(d for d, _ in split))
                areas, splits = groups.setdefault(kind, (set(), set()))
                areas.add(area)
                splits.add(split)
        nobody = {(name, period, split) for name, period, _, split in self.unknown}
        for name, period, _, split in elsewhere:
            kind = (name, period, frozenset(d for d, _ in split))
            if kind in groups and (name, period, split) not in nobody:
                groups[kind][1].add(split)
        for (name, period, _), (areas, splits) in groups.items():
            for area, split in itertools.product(areas, splits):
                number = (name, period, area, split)
                if number not in self.bounds and number not in self.unknown:
                    self.bounds[number] = [0, 0]
                    self.printed[number] = 0


def fillings(whole, parts):
    singles = [p for p in parts if len(p) == 1 and p <= whole]
    if len(whole) > 1 and len(singles) == len(whole):
        return [singles]
    out = []

    def fill(left, chosen):
        if not left:
            if len(chosen) > 1:
                out.append(list(chosen))
            return
        first = min(left)
        for part in parts:
            if part < whole and first in part and part <= left:
                fill(left - part, chosen + [part])

    fill(whole, [])
    return out


def days(period):
    match = re.fullmatch(r"(\d{4})(?:-Q([1-4]))?", period)
    if match:
        year, quarter = int(match[1]), match[2]
        if quarter is None:
            return date(year, 1, 1), date(year, 12, 31)
        month = 3 * int(quarter) - 2
        end = date(year + 1, 1, 1) if month == 10 else date(year, month + 3, 1)
        return date(year, month, 1), end - timedelta(days=1)
    if "/" in period:
        return tuple(date.fromisoformat(day) for day in period.split("/"))
    return None


def relations(release, nowhere=None):
    """
    Yields (terms, low, high) with terms a list of (factor, number). How many of the region have no known gemeente is a number too where `nowhere` is given: these are collected there,
    with what is told of them.
    """
    known = release.bounds
    told = {}
    for entry in release.proof["meervoudigGeteld"]:
        parts = frozenset(release.area(d) if entry["over"] == "gebied" else d for d in entry["delen"])
        place = (entry["grootheid"], entry["periode"], release.area(entry["gebied"]), frozenset(entry["dimensies"].items()))
        told[(place, entry["over"], parts)] = entry["verschil"]
    hide = release.rules["verbergTotEnMet"]

    def difference(whole, over, parts, word):
        value = None if release.untold and word != "som" else told.get((whole, over, frozenset(parts)), 0)
        if value is not None:
            return value, value
        least, most = (0, INF) if release.is_sum(whole) else (0 if release.untold else 1, hide)
        # Only the region counts whose gemeente nobody knows: any number more than its parts, unless one of these is a region too.
        is_region = over == "gebied" and whole[2] in release.regions and not any(part in release.regions for part in parts)
        low = -INF if is_region else -most
        if word == "minstens-som":
            return low, -least
        return (least if word in ("overlap", "hoogstens-som") and not is_region else low), most

    def all_exact(terms):
        return all(known[number][0] == known[number][1] for _, number in terms)

    def inequalities(word, whole, inside, every):
        if word in ("overlap", "minstens-som", "minstens-deel"):
            for part in inside:
                yield [(1, whole), (-1, part)], 0, INF
        if every and word in ("overlap", "hoogstens-som"):
            yield [(1, p) for p in every] + [(-1, whole)], 0, INF
        if every and word == "minstens-som":
            yield [(1, whole)] + [(-1, p) for p in every], 0, INF

    by_split, by_series, by_cell, children = {}, {}, {}, {}
    for number in known:
        name, period, area, split = number
        by_split.setdefault((name, period, split), {})[area] = number
        by_series.setdefault((name, area, split), {})[period] = number
        by_cell.setdefault((period, area, split), []).append(number)
        for dimension, value in split:
            whole = (name, period, area, split - {(dimension, value)})
            if whole in known:
                children.setdefault((whole, dimension), []).append((value, number))
    for areas in by_split.values():
        for area, whole in areas.items():
            quantity = release.quantity[whole[0]]
            word = quantity["delen"]["gebied"]
            grows = word in ("overlap", "minstens-som", "minstens-deel") or (word == "som" and not quantity.get("negatief"))
            # Only the region counts whose gemeente nobody knows.
            if area in release.regions and word == "som" and grows:
                word = "minstens-som"
            inside = [n for a, n in areas.items() if a < area]
            ways = fillings(area, [a for a in areas if a < area])
            if quantity["telt"] == "aanbieders":
                yield from inequalities(word, whole, inside, [])
                for way in ways:
                    yield from inequalities(word, whole, [], [areas[a] for a in way])
                continue
            for way in ways:
                terms = [(1, areas[a]) for a in way] + [(-1, whole)]
                if all_exact(terms):
                    continue
                # A region in the sum counts whose gemeente nobody knows already.
                own = quantity["delen"]["gebied"] if any(a in release.regions for a in way) else word
                low, high = difference(whole, "gebied", way, own)
                if own == quantity["delen"]["gebied"] or low == high:
                    yield terms, low, high
                elif nowhere is None or release.is_sum(whole):
                    yield terms, low, high
                else:
                    left = (whole[0], whole[1], NOWHERE, whole[3])
                    nowhere[left] = [-high, INF]
                    yield terms + [(1, left)], 0, 0
            yield from inequalities("minstens-deel" if grows else "geen", whole, inside, [])
    for (whole, dimension), parts in children.items():
        kinds = release.quantity[whole[0]]["delen"]
        word = kinds["kenmerk"] if dimension in ("leeftijd", "geslacht") else kinds["dimensie"]
        numbers = [n for _, n in parts]
        terms = [(1, n) for n in numbers] + [(-1, whole)]
        if word == "som" and not all_exact(terms):
            yield terms, *difference(whole, dimension, [v for v, _ in parts], word)
        elif word != "som":
            yield from inequalities(word, whole, numbers, numbers)
    for series in by_series.values():
        dated = [(days(p), n) for p, n in series.items() if days(p)]
        for (first, last), whole in dated:
            word = release.quantity[whole[0]]["delen"]["periode"]
            inside = sorted(((d, n) for d, n in dated if first <= d[0] and d[1] <= last and d != (first, last)), key=lambda i: i[0])
            every, following = [], first
            while following <= last:
                part = next((i for i in inside if i[0][0] == following), None)
                if part is None:
                    break
                every.append(part[1])
                following = part[0][1] + timedelta(days=1)
            every = every if inside and following > last else []
            if word == "som" and every:
                yield [(1, n) for n in every] + [(-1, whole)], 0, 0
            elif inside:
                yield from inequalities("overlap" if word == "som" else word, whole, [n for _, n in inside], every)
    for cell in by_cell.values():
        for part, whole in itertools.permutations(cell, 2):
            if is_part(release.quantity[part[0]], release.quantity[whole[0]]):
                yield [(1, whole), (-1, part)], 0, INF
        yield from thresholds(release, cell)
        yield from identities(release, cell, inequalities)
    yield from stocks(known, release.quantity)
    yield from over_years(release)
    for number in known:
        quantity = release.quantity[number[0]]
        if quantity["maat"] == "kosten-verschil" and quantity["parameters"]["vergelijk-met"] == "vorig-jaar":
            before = re.sub(r"\d{4}(?=-|$)", lambda year: str(int(year[0]) - 1), number[1])
            now, then = ("uitgaven", *number[1:]), ("uitgaven", before, *number[2:])
            if now in known and then in known:
                yield [(1, then), (1, number), (-1, now)], 0, 0


def is_part(a, b):
    if a["naam"] == b["naam"] or (a["maat"] != b["maat"] and b["maat"] not in a.get("deelVan", [])):
        return False
    mine, other = a.get("parameters", {}), b.get("parameters", {})
    if any(mine[name] != other[name] for name in mine.keys() & other.keys()):
        return False
    return "codes" not in b or ("codes" in a and set(a["codes"]) <= set(b["codes"]))


def stocks(known, quantities):
    """A year begins with the numbers in care with which the year before ended."""
    for number in known:
        if quantities[number[0]]["maat"] == "stand-begin" and re.fullmatch(r"\d{4}", number[1]):
            end = (number[0].replace("stand-begin", "stand-eind"), str(int(number[1]) - 1), *number[2:])
            if end in known:
                yield [(1, end), (-1, number)], 0, 0


def over_years(release):
    """What a year can hold follows from the year before."""
    by_maat = {}
    for name, quantity in release.quantity.items():
        by_maat.setdefault(quantity["maat"], []).append(name)

    def alike(number, maat, years=0, codes=lambda codes: True):
        """The numbers of a measure at the place of this one, so many years later, where common parameters are equal."""
        mine = release.quantity[number[0]].get("parameters", {})
        for name in by_maat.get(maat, []):
            other = release.quantity[name].get("parameters", {})
            found = (name, str(int(number[1]) + years), *number[2:])
            if found in release.bounds and codes(release.quantity[name].get("codes")) and all(mine[p] == other[p] for p in mine.keys() & other.keys()):
                yield found

    for number in list(release.bounds):
        if not re.fullmatch(r"\d{4}", number[1]):
            continue
        maat, codes = release.quantity[number[0]]["maat"], release.quantity[number[0]].get("codes")
        if maat in ("plaatsingen-op-einde", "jeugdigen-geplaatst"):
            before = [*alike(number, "plaatsingen-op-einde", -1), *(alike(number, "jeugdigen-geplaatst", -1) if maat == "jeugdigen-geplaatst" else [])]
            for then, begun in itertools.product(before, alike(number, "plaatsingen-begonnen")):
                yield [(1, then), (1, begun), (-1, number)], 0, INF
        if maat == "trajecten":
            for then, begun in itertools.product(alike(number, "trajecten", -1), alike(number, "begonnen")):
                for gone in [*alike(number, "eindes", -1), *alike(number, "uitstroom", -1)]:
                    yield [(1, then), (1, begun), (-1, gone), (-1, number)], 0, INF
        if maat == "jeugdigen-met-maatregel" and codes == ["ots-lang"]:
            for years in (-1, -2):
                kinds = [list(alike(number, maat, years, lambda codes, kind=kind: codes == [kind])) for kind in ("ots-kort", "ots-lang")]
                for short, long in itertools.product(*kinds):
                    yield [(1, short), (1, long), (-1, number)], 0, INF
                for both in alike(number, maat, years, lambda codes: codes is not None and {"ots-kort", "ots-lang"} <= set(codes)):
                    yield [(1, both), (-1, number)], 0, INF
        if maat == "uitstroom-momenten":
            for again in alike(number, "momenten-met-terugkeer", 0, lambda other, codes=codes: other == codes):
                if release.quantity[again[0]]["parameters"]["return-window-days"] >= 365:
                    for gone in alike(number, "uitstroom"):
                        yield [(1, gone), (1, again), (-1, number)], 0, INF
        if maat == "momenten-met-terugkeer" and not number[3]:
            for begun, later in itertools.product(alike(number, "begonnen"), alike(number, "begonnen", 1)):
                yield [(1, begun), (1, later), (-1, number)], 0, INF
        if maat == "uitstroom":
            for ended, left in itertools.product(alike(number, "stand-beeindigd"), alike(number, "stand-eind")):
                yield [(1, ended), (1, left), (-1, number)], 0, INF
        if maat == "dagen-van-eindes":
            for ended in alike(number, "eindes", 0, lambda other, codes=codes: other == codes):
                yield [(1, number), (-1, ended)], 0, INF


def identities(release, cell, inequalities):
    """What is put together from other numbers in its cell, by definition or by codes."""
    for whole in cell:
        quantity = release.quantity[whole[0]]
        alike = [(n, release.quantity[n[0]]) for n in cell if release.quantity[n[0]].get("parameters", {}) == quantity.get("parameters", {})]
        if "codes" not in quantity:
            made = [(t["factor"], n) for t in quantity.get("gelijkAan", []) for n, q in alike if q["maat"] == t["maat"] and "codes" not in q]
            if made and len(made) == len(quantity["gelijkAan"]):
                yield made + [(-1, whole)], 0, 0
            continue
        codes = frozenset(quantity["codes"])
        parts = {frozenset(q["codes"]): n for n, q in alike if q["maat"] == quantity["maat"] and "codes" in q and frozenset(q["codes"]) < codes}
        for way in fillings(codes, list(parts)):
            word = quantity["delen"]["dimensie"]
            every = [parts[p] for p in way]
            if word == "som":
                yield [(1, n) for n in every] + [(-1, whole)], 0, 0
            else:
                yield from inequalities(word, whole, [], every)


def thresholds(release, cell):
    find = {release.quantity[n[0]]["naam"]: n for n in cell}
    for above in cell:
        quantity = release.quantity[above[0]]
        if quantity["maat"] != "clienten-boven-grens":
            continue
        if above[3] and quantity["parameters"]["drempel-over"] != "cel" or quantity["parameters"].get("drempel-index") == "ja":
            continue
        spent = next((n for n in cell if release.quantity[n[0]]["maat"] == "uitgaven-boven-grens" and release.quantity[n[0]]["parameters"] == quantity["parameters"]), None)
        if spent is None or "clienten" not in find or "uitgaven" not in find:
            continue
        limit = quantity["parameters"]["drempel-cents"]
        yield [(1, spent), (-limit, above)], 0, INF
        yield [(limit, find["clienten"]), (-limit, above), (-1, find["uitgaven"]), (1, spent)], 0, INF


def earlier(release, folder):
    """Earlier releases that count. A value of a split that has rows now and had none then was nothing then."""
    beside = os.path.dirname(os.path.abspath(folder))
    old_releases = [Release(os.path.join(beside, name)) for name in release.proof["aanvaller"]["eerdereReleases"]]
    for old in old_releases:
        old.zeros(release.bounds)
    return old_releases


def from_earlier(release, old, rows, assume_more=False):
    """
    Relations of an earlier release that hold now: of numbers that are hidden in both, where every number that was printed then is printed now with the same value, or is not among
    `rows`, the numbers of this release. With `assume_more` also those with a number that is hidden now, or that was hidden then and is not among `rows`: it is added.
    A group that has become the region is another area: only the region counts whose gemeente is unknown.
    """

    def here(number):
        name, period, area, split = number
        same = len(area) == 1 or (area == old.region) == (area == release.region)
        return number if same else (name, period, area | {"region" if area == old.region else "group"}, split)

    def stands(number):
        """Whether a number that was printed then has a row now; who assumes more does not take a group for the region that it has become."""
        return (here(number) if assume_more else number) in rows

    def kept(number):
        if number in old.printed:
            return not stands(number) or release.printed.get(number, old.printed[number] if assume_more else None) == old.printed[number]
        return here(number) in rows or assume_more

    def changed(terms, low, high):
        """Hidden numbers that may have changed: a figure of their sum is not printed any more, or with the figures that are printed now their sum is another."""
        shown = [(factor, number) for factor, number in terms if number in old.printed]
        hidden = [number for _, number in terms if number not in old.printed and here(number) in rows]
        if high - low == INF:
            return []
        if any(stands(number) and number not in release.printed for _, number in shown):
            return hidden
        if any(not stands(number) for _, number in shown):
            return []
        least = most = 0
        for factor, number in shown:
            then, now = old.bounds[number], release.bounds[number]
            ends = sorted(factor * by for by in (now[0] - then[1], now[1] - then[0]))
            least, most = least + ends[0], most + ends[1]
        return hidden if least > high - low + 1e-3 or most < low - high - 1e-3 else []

    every = list(relations(old))
    suspect = {number for row in every for number in changed(*row)}
    # What may have changed is part of sums that may have changed too: parts have a plus, their whole a minus.
    sums = [
        [{number for factor, number in terms if factor * sign > 0 and number not in old.printed} for sign in (1, -1)]
        for terms, low, high in every
        if high - low < INF
    ]
    size = -1
    while size < len(suspect):
        size = len(suspect)
        for parts, whole in sums:
            if parts & suspect:
                suspect |= whole
    for terms, low, high in every:
        if not all(kept(number) for _, number in terms) or any(number in suspect for _, number in terms):
            continue
        unknown = []
        for factor, number in terms:
            if number in old.printed and not stands(number):
                ends = sorted(factor * end for end in old.bounds[number])
                low, high = low - ends[1], high - ends[0]
            elif number in old.printed:
                unknown.append((factor, number))
            else:
                release.bounds.setdefault(here(number), list(old.bounds[number]))
                release.quantity.setdefault(number[0], old.quantity[number[0]])
                unknown.append((factor, here(number)))
        if unknown:
            yield unknown, low, high


def across(release, old_releases, rows, with_hidden=False):
    """
    Relations of numbers that no single release has all rows of: those of this release (`rows`), and beside them what only older ones printed, or hid when `with_hidden`.
    Not of a quantity and year of which a figure was corrected.
    """
    both = copy.copy(release)
    both.bounds = {number: release.bounds[number] for number in rows}
    both.printed, both.quantity = dict(release.printed), dict(release.quantity)
    both.regions = release.regions.union(*(old.regions for old in old_releases))
    both.proof, both.untold = {**release.proof, "meervoudigGeteld": []}, True
    corrected = set()
    for old in old_releases:
        for number, bound in old.bounds.items():
            shown = number in old.printed
            if number in rows:
                if shown and release.printed.get(number) != old.printed[number]:
                    corrected.add((number[0], number[1][:4]))
            else:
                known = both.bounds.get(number, [-INF, INF]) if number not in both.printed or not shown else [-INF, INF]
                both.bounds[number] = [max(bound[0], known[0]), min(bound[1], known[1])]
                both.quantity.setdefault(number[0], old.quantity[number[0]])
                if shown:
                    both.printed[number] = old.printed[number]
    for terms, low, high in relations(both):
        numbers = [number for _, number in terms]
        if all(number in rows for number in numbers) or any((number[0], number[1][:4]) in corrected for number in numbers):
            continue
        if any(all(number in old.bounds for number in numbers) for old in old_releases):
            continue
        if not with_hidden and any(number not in rows and number not in both.printed for number in numbers):
            continue
        unknown = []
        for factor, number in terms:
            if number not in rows and number in both.printed:
                ends = sorted(factor * end for end in both.bounds[number])
                low, high = low - ends[1], high - ends[0]
            else:
                release.bounds.setdefault(number, both.bounds[number])
                release.quantity.setdefault(number[0], both.quantity[number[0]])
                unknown.append((factor, number))
        if unknown:
            yield unknown, low, high


def documented(release, old_releases):
    release.nowhere = {}
    rows = list(relations(release, release.nowhere))
    here = {number for number in release.bounds if number[2] != NOWHERE}
    release.bounds.update(release.nowhere)
    for old in old_releases:
        rows += from_earlier(release, old, here)
    return rows + list(across(release, old_releases, here))


def undisputed(release, old_releases, solver):
    """The same without what contradicts this release of the older ones, as little as possible."""
    rows = documented(release, [])
    wishes = [("older", *row) for row in documented(release, old_releases)[len(rows):]]
    kept = System(release.bounds, rows, release.is_sum, solver).consistent(wishes)
    return rows + [row for _, *row in kept]


def whole_units(low, high):
    slack = 1e-6
    return (
        low if low == -INF else math.ceil(low - slack - 1e-12 * abs(low)),
        high if high == INF else math.floor(high + slack + 1e-12 * abs(high)),
    )


def hidden_cells(release, interval):
    """Each hidden row: its place, its interval, and its form and numbers."""
    for table in release.tables:
        for row in table["rijen"]:
            if "geheim" not in row["status"]:
                continue
            form, numbers = release.numbers(table, row)
            if form == "waarde" and release.quantity[numbers[0][0]]["telt"] == "openbaar":
                continue
            if form == "kengetal":
                bounds = (None, None)
            elif form == "waarde":
                bounds = interval(numbers[0])
            else:
                (tl, th), (nl, nh) = ((release.printed[n],) * 2 if n in release.printed else interval(n) for n in numbers)
                low = tl / nh if 0 < nh < INF else 0
                high = th / nl if nl > 0 else INF
                shift = 1 if form == "groei" else 0
                bounds = (low - shift, min(1, high) if form == "deel" else high - shift)
            place = (table["indicator"], row["variant"], row["periode"], row["gebied"], tuple(zip(table["dimensies"], row["dimensies"])))
            yield place, tuple(None if b is None or abs(b) == INF else b for b in bounds), form, numbers


def too_narrow(release, number, bounds):
    """Whether the policy does not hold for a hidden number with these bounds."""
    low, high = bounds
    if low is None or high is None or release.quantity[number[0]]["telt"] == "openbaar":
        return False
    if release.is_sum(number):
        share = release.rules["bedragBescherming"]
        return low / (1 - share if low > 0 else 1 + share) > high / (1 + share if high > 0 else 1 - share)
    wanted = max(1, release.rules["intervalBreedte"])
    known = release.known_outside.get(number)
    return high - low < (wanted if known is None else min(wanted, max(0, known[1] - known[0])))


def attack(release, rows, solver, before={}):
    """
    Hidden cells with their intervals, and those that are too narrow. None when what is printed cannot be true. `before`: what older releases printed. What is hidden now is not that any more,
    so who finds just that has taken a corrected figure for true.
    """
    system = System(release.bounds, rows, release.is_sum, solver)
    cache = {}

    def is_of_then(numbers):
        hidden = [number for number in numbers if number not in release.printed]
        return bool(hidden) and all(interval(n)[0] == interval(n)[1] and interval(n)[0] in before.get(n, ()) for n in hidden)

    def interval(number):
        if number not in cache:
            cache[number] = whole_units(*system.interval(number))
        return cache[number]

    cells, narrow = {}, {}
    for place, bounds, form, numbers in hidden_cells(release, interval):
        cells[place] = bounds
        if form == "waarde":
            if too_narrow(release, numbers[0], bounds) and not is_of_then(numbers):
                narrow[place] = bounds
        elif form != "kengetal":
            if bounds[0] is not None and bounds[0] == bounds[1] and release.printed.get(numbers[0]) != 0 and not is_of_then(numbers):
                narrow[place] = bounds
    for number in release.nowhere:
        low, high = interval(number)
        if high <= release.rules["verbergTotEnMet"] and high - low < max(1, release.rules["intervalBreedte"]):
            narrow[number] = (low, high)
    return cells, narrow, system


def same(mine, theirs):
    return all((a is None) == (b is None) and (a is None or math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)) for a, b in zip(mine, theirs))


def main():
    arguments = sys.argv[1:]
    wanted = arguments[arguments.index("--solver") + 1] if "--solver" in arguments else "glpk"
    folder = arguments[-1]
    solver = choose(wanted)
    release = Release(folder)
    old = earlier(release, folder)
    try:
        mine, narrow, system = attack(release, documented(release, old), solver)
    except Impossible:
        mine, narrow, system = attack(release, undisputed(release, old, solver), solver)
    differences = []
    for cell in release.proof["cellen"]:
        place = (cell["indicator"], cell["variant"], cell["periode"], cell["gebied"], tuple(cell["dimensies"].items()))
        found = mine.pop(place, None)
        if found is None or not same(found, cell["interval"]):
            differences.append({"cel": str(place), "hier": str(found), "daar": cell["interval"]})
    differences += [{"cel": str(place), "hier": str(bounds), "daar": None} for place, bounds in mine.items()]
    own, used = attack_with_more(folder, solver)
    print(
        json.dumps(
            {
                "cellen": len(release.proof["cellen"]),
                "programmas": system.solved,
                "verschillen": differences,
                "teSmal": [{"cel": str(place), "interval": bounds} for place, bounds in narrow.items()],
                "eigen": own,
                "eigenVerbanden": used,
                "klein": list(small_remainders(release, is_part, fillings, old)),
                "bestanden": [f"{place}: {what}" for place, what in other_files(folder, release.tables)],
            }
        )
    )


def attack_with_more(folder, solver):
    """What somebody finds who knows more than the documentation says: bonds of his own, and every older copy."""
    release = Release(folder)
    here = set(release.bounds)
    wishes = list(own_bonds(release))
    rows = documented(release, [])
    older = earlier(release, folder)
    for old in older:
        wishes += [("relation of an earlier release", *row) for row in from_earlier(release, old, here, assume_more=True)]
    if older:
        wishes += [("relation across releases", *row) for row in across(release, older, here, with_hidden=True)]
    kept = System(release.bounds, rows, release.is_sum, solver).consistent(wishes)
    before = {}
    for old in older:
        for number, value in old.printed.items():
            before.setdefault(number, set()).add(value)
    _, narrow, _ = attack(release, rows + [row for _, *row in kept], solver, before)
    return [{"cel": str(place), "interval": bounds} for place, bounds in narrow.items()], Counter(word for word, *_ in kept)


if __name__ == "__main__":
    main()
