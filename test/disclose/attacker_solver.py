# SPDX-License-Identifier: EUPL-1.2
"""Least and greatest values of numbers in a system of linear relations: parts that share no unknown, bounds by propagation, and linear programmes for the rest."""
import math
import os
import re
import shutil
import subprocess
import tempfile

INF = math.inf


class Impossible(Exception):
    """Nothing agrees with all relations."""


def choose(name="glpk"):
    """The class of models of a solver; where it is not installed, of the other one."""
    found = {"glpk": GlpkModel if shutil.which("glpsol") else None, "highs": HighsModel if highs_core() else None}
    model = found[name] or found["glpk"] or found["highs"]
    if model is None:
        raise SystemExit("install GLPK (Debian: glpk-utils), or HiGHS for Python (highspy or scipy)")
    return model


def highs_core():
    try:
        import highspy

        return highspy
    except ImportError:
        try:
            # scipy carries the same bindings, under a name of its own.
            from scipy.optimize._highspy import _core

            return _core
        except ImportError:
            return None


class GlpkModel:
    """A linear programme, solved anew each time by glpsol in exact fractions."""

    exact = True

    def __init__(self, columns, rows):
        lines = []
        for index, (terms, low, high) in enumerate(rows):
            text = " ".join(f"{'+' if f >= 0 else '-'} {abs(f)!r} x{c}" for c, f in terms)
            if low == high:
                lines.append(f" r{index}: {text} = {low!r}")
                continue
            if low > -INF:
                lines.append(f" l{index}: {text} >= {low!r}")
            if high < INF:
                lines.append(f" h{index}: {text} <= {high!r}")
        lines.append("bounds")
        for c, (low, high) in enumerate(columns):
            lines.append(f" {'-inf' if low == -INF else repr(low)} <= x{c}" + (f" <= {high!r}" if high < INF else ""))
        self.size = len(columns)
        self.body = "subject to\n" + "\n".join(lines) + "\nend\n"

    def least(self, objective):
        """(least value, where it is reached), or (-INF, None)."""
        goal = " ".join(f"+ {objective.get(c, 0)!r} x{c}" for c in range(self.size)).replace("+ -", "- ")
        with tempfile.TemporaryDirectory() as folder:
            source, answer = os.path.join(folder, "in.lp"), os.path.join(folder, "out.txt")
            with open(source, "w", encoding="ascii") as file:
                file.write(f"minimize\n obj: {goal}\n{self.body}")
            run = subprocess.run(["glpsol", "--lp", source, "--exact", "--nopresol", "-w", answer], capture_output=True, text=True, check=False)
            if "NO PRIMAL FEASIBLE" in run.stdout or "HAS NO FEASIBLE" in run.stdout or "NO FEASIBLE SOLUTION" in run.stdout:
                raise Impossible
            if "UNBOUNDED" in run.stdout:
                return -INF, None
            with open(answer, encoding="ascii") as file:
                text = file.read()
        status = re.search(r"^s bas \d+ \d+ (\w) (\w) (\S+)", text, re.M)
        if status is None or status[1] != "f":
            raise RuntimeError(f"no answer of GLPK: {run.stdout[-300:]}")
        if status[2] != "f":
            return -INF, None
        return float(status[3]), [float(value) for value in re.findall(r"^j \d+ \w (\S+)", text, re.M)]


class HighsModel:
    """A linear programme that starts each time from the last basis."""

    exact = False

    def __init__(self, columns, rows):
        core = highs_core()
        self.core = core
        self.highs = core._Highs()
        self.highs.setOptionValue("output_flag", False)
        self.highs.setOptionValue("presolve", "off")
        self.highs.setOptionValue("threads", 1)
        self.highs.setOptionValue("primal_feasibility_tolerance", 1e-9)
        self.highs.setOptionValue("dual_feasibility_tolerance", 1e-9)
        self.size = len(columns)
        lp = core.HighsLp()
        lp.num_col_, lp.num_row_ = len(columns), len(rows)
        lp.col_cost_ = [0.0] * len(columns)
        lp.col_lower_, lp.col_upper_ = [float(low) for low, _ in columns], [float(high) for _, high in columns]
        lp.row_lower_, lp.row_upper_ = [float(low) for _, low, _ in rows], [float(high) for _, _, high in rows]
        starts, index, value = [0], [], []
        for terms, _, _ in rows:
            index += [c for c, _ in terms]
            value += [float(f) for _, f in terms]
            starts.append(len(index))
        lp.a_matrix_.format_ = core.MatrixFormat.kRowwise
        lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = len(columns), len(rows)
        lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = starts, index, value
        self.highs.passModel(lp)
        self.costs = []

    def least(self, objective):
        """(least value, where it is reached), or (-INF, None)."""
        for column in self.costs:
            self.highs.changeColCost(column, 0.0)
        self.costs = list(objective)
        for column, cost in objective.items():
            self.highs.changeColCost(column, float(cost))
        kinds = self.core.HighsModelStatus
        certain = (kinds.kOptimal, kinds.kInfeasible, kinds.kUnbounded, kinds.kUnboundedOrInfeasible)
        # From a far basis HiGHS sometimes gives up: then anew, and then by interior points.
        for settings in ({}, {"presolve": "on"}, {"solver": "ipm"}):
            for option, value in settings.items():
                self.highs.clearSolver()
                self.highs.setOptionValue(option, value)
            self.highs.run()
            status = self.highs.getModelStatus()
            if status in certain:
                break
        self.highs.setOptionValue("presolve", "off")
        self.highs.setOptionValue("solver", "choose")
        if status == kinds.kInfeasible:
            raise Impossible
        if status in (kinds.kUnbounded, kinds.kUnboundedOrInfeasible):
            return -INF, None
        if status != kinds.kOptimal:
            raise RuntimeError(f"no answer of HiGHS: {status}")
        return self.highs.getInfo().objective_function_value, list(self.highs.getSolution().col_value)


class Part:
    """Numbers and relations that share no unknown with the rest."""

    def __init__(self):
        self.rows = []
        self.names = []
        self.at = {}
        self.model = None
        self.seen = []


class System:
    """Numbers with bounds, and relations (terms, low, high) with terms a list of (factor, number)."""

    def __init__(self, bounds, rows, is_sum, model):
        self.bounds = {number: list(bound) for number, bound in bounds.items()}
        self.rows = [row for row in rows if any(self.bounds[number][0] < self.bounds[number][1] for _, number in row[0])]
        self.is_sum = is_sum
        self.scale = lambda number: 1e6 if not model.exact and is_sum(number) else 1
        self.make_model = model
        self.solved = 0
        self.parts = None

    def propagate(self):
        """Narrows bounds by one relation at a time, until nothing changes."""
        of_number = {}
        for row in self.rows:
            for _, number in row[0]:
                of_number.setdefault(number, []).append(row)
        todo, waiting = list(self.rows), {id(row) for row in self.rows}
        for _ in range(50 * len(self.rows)):
            if not todo:
                break
            row = todo.pop()
            waiting.discard(id(row))
            for number in self.narrow(row):
                for other in of_number[number]:
                    if id(other) not in waiting and other is not row:
                        waiting.add(id(other))
                        todo.append(other)

    def narrow(self, row):
        terms, low, high = row
        ends = [tuple(sorted((f * self.bounds[n][0], f * self.bounds[n][1]))) for f, n in terms]
        least, most = [e[0] for e in ends], [e[1] for e in ends]
        total_least, total_most = sum(x for x in least if x > -INF), sum(x for x in most if x < INF)
        open_least, open_most = sum(x == -INF for x in least), sum(x == INF for x in most)
        changed = []
        for (factor, number), below, above in zip(terms, least, most):
            others_least = -INF if open_least - (below == -INF) else total_least - (0 if below == -INF else below)
            others_most = INF if open_most - (above == INF) else total_most - (0 if above == INF else above)
            lowest, highest = sorted(((low - others_most) / factor, (high - others_least) / factor))
            if abs(factor) != 1:
                lowest, highest = lowest - 1e-9 * abs(lowest), highest + 1e-9 * abs(highest)
            bound = self.bounds[number]
            # Only steps that matter: halving for ever towards a limit is left to the solver.
            step = 1e-3 if not self.is_sum(number) else 1e3
            if lowest > bound[0] + step:
                bound[0] = lowest
                changed.append(number)
            if highest < bound[1] - step:
                bound[1] = highest
                changed.append(number)
            if bound[0] > bound[1]:
                if bound[0] - bound[1] > step:
                    raise Impossible
                bound[0] = bound[1] = (bound[0] + bound[1]) / 2
        return changed

    def prepare(self):
        self.propagate()
        self.parts = {}
        for row in self.rows:
            unknown = [(f, n) for f, n in row[0] if self.bounds[n][1] > self.bounds[n][0]]
            if not unknown:
                continue
            fixed = sum(f * self.bounds[n][0] for f, n in row[0] if self.bounds[n][1] <= self.bounds[n][0])
            groups = {id(self.parts[n]): self.parts[n] for _, n in unknown if n in self.parts}
            target = max(groups.values(), key=lambda part: len(part.names), default=None) or Part()
            for other in groups.values():
                if other is not target:
                    target.rows += other.rows
                    target.names += other.names
                    for number in other.names:
                        self.parts[number] = target
            for _, number in unknown:
                if self.parts.get(number) is not target:
                    self.parts[number] = target
                    target.names.append(number)
            target.rows.append((unknown, row[1] - fixed, row[2] - fixed))

    def build(self, part):
        part.names.sort(key=str)
        part.at = {number: column for column, number in enumerate(part.names)}
        columns = [tuple(bound if self.scale(n) == 1 else bound / self.scale(n) for bound in self.bounds[n]) for n in part.names]
        rows = []
        for terms, low, high in part.rows:
            size = 1 if self.make_model.exact else max(abs(f) * self.scale(n) for f, n in terms)
            rows.append(([(part.at[n], f if self.scale(n) == size else f * self.scale(n) / size) for f, n in terms], low / size, high / size))
        part.model = self.make_model(columns, rows)

    def interval(self, number):
        if self.parts is None:
            self.prepare()
        low, high = self.bounds[number]
        part = self.parts.get(number)
        if part is None or high <= low:
            return low, high
        if part.model is None:
            self.build(part)
        return self.end(part, number, 1, low), -self.end(part, number, -1, -high)

    def end(self, part, number, sign, bound):
        """Least value of sign · number, which is at least `bound`."""
        column, scale = part.at[number], self.scale(number)
        tolerance = 1e-7 * max(1.0, abs(bound)) if bound > -INF else 0
        if any(sign * solution[column] * scale <= bound + tolerance for solution in part.seen):
            return bound
        value, solution = part.model.least({column: sign})
        self.solved += 1
        if solution is None:
            return -INF
        part.seen.append(solution)
        return value * scale

    def consistent(self, wishes):
        """Those of the relations (word, terms, low, high) that can hold together with all that is certain; where they cannot, the fewest possible are left out."""
        kept = list(wishes)
        while True:
            slack_bounds = {("slack", at): [0, INF] for at in range(2 * len(kept))}
            rows = []
            for at, (_, terms, low, high) in enumerate(kept):
                rows.append((terms + [(1, ("slack", 2 * at)), (-1, ("slack", 2 * at + 1))], low, high))
            whole = System({**self.bounds, **slack_bounds}, self.rows + rows, lambda n: n[0] != "slack" and self.is_sum(n), self.make_model)
            whole.prepare()
            broken = set()
            for part in {id(p): p for p in whole.parts.values()}.values():
                slack = [n for n in part.names if n[0] == "slack"]
                if slack:
                    whole.build(part)
                    value, solution = part.model.least({part.at[n]: 1 for n in slack})
                    if value > 1e-6:
                        broken |= {n[1] // 2 for n in slack if solution[part.at[n]] > 1e-6}
            if not broken:
                return kept
            kept = [wish for at, wish in enumerate(kept) if at not in broken]
