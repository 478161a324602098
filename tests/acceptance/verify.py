#!/usr/bin/python3
"""Compares what the issues demand (tests/acceptance/*.tsv) with what ran.

Each line: demand <TAB> evidence. Evidence is `room.class::function` (several are separated by blanks), or
`open: why`, `later: room`, `external`. A named test must be among the results of this run and must have
passed; a skip counts as run when its reason is an absent corpus or the missing --long.

usage: verify.py RESULTS_FOLDER…
"""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
RESULT = re.compile(r"^(PASS|FAIL!|SKIP|XFAIL|XPASS|BPASS|BFAIL)\s*: (\w+)::(\w+)\(([^)]*)\)(.*)$")
EVIDENCE = re.compile(r"^\w+\.\w+::\w+$")
EXCUSED = ("corpus", "corpora", "--long")


def read_results(folders):
    """`room.class::function` -> set of outcomes."""
    outcomes = {}
    for folder in folders:
        for path in pathlib.Path(folder).glob("*.txt"):
            room = path.name.split(".")[0]
            for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
                match = RESULT.match(line)
                if not match:
                    continue
                word = match[1]
                if word == "SKIP" and any(reason in match[5] for reason in EXCUSED):
                    word = "EXCUSED"
                outcomes.setdefault(f"{room}.{match[2]}::{match[3]}", set()).add(word)
    return outcomes


def judge(evidence, outcomes):
    """None, or what is wrong."""
    if evidence.startswith(("open: ", "later: ")) or evidence == "external":
        return None
    for name in evidence.split():
        if not EVIDENCE.match(name):
            return f"cannot be read: {name}"
        if name not in outcomes:
            # Where a class is skipped as a whole, Qt Test tells it of its beginning alone.
            if outcomes.get(name.split("::")[0] + "::initTestCase") == {"EXCUSED"}:
                continue
            return f"did not run: {name}"
        if outcomes[name] - {"PASS", "EXCUSED"}:
            return f"did not pass: {name}"
    return None if evidence else "no evidence"


def main(folders):
    outcomes = read_results(folders)
    problems, shown, still_open = [], 0, 0
    for table in sorted(HERE.glob("*.tsv")):
        for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            demand, _, evidence = line.partition("\t")
            evidence = evidence.strip()
            problem = judge(evidence, outcomes)
            if problem:
                problems.append(f"{table.name}:{number}: {demand}: {problem}")
            elif evidence.startswith("open: "):
                still_open += 1
            else:
                shown += 1
    for problem in problems:
        print(problem)
    print(f"acceptance: {shown} demands shown, {still_open} open, {len(problems)} wrong")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
