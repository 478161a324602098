#!/usr/bin/python3
"""From start to the first window, and memory after it: the program with a full store beside a bare window of Qt,
and beside psi-plus with an empty profile where that is installed. Printed, not asserted: only that a window comes.

Full size (100,000 messages, five rounds) with ISTHMUS_LONG.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ["ISTHMUS_BUILD"])
sys.path[:0] = [str(ROOT), str(ROOT / "tests/story")]
from desktop import Display  # noqa: E402
from tests.support import results  # noqa: E402

LONG = bool(os.environ.get("ISTHMUS_LONG"))
MESSAGES = 100_000 if LONG else 2_000
ROUNDS = 5 if LONG else 1
SETTLE = 10 if LONG else 1  # seconds after the window, before memory is read
PATIENCE = 60


def children(pid):
    """The process and all below it."""
    found = [pid]
    for thread in pathlib.Path(f"/proc/{pid}/task").iterdir():
        for child in (thread / "children").read_text().split():
            found += children(int(child))
    return found


def kilobytes(pid, what):
    total = 0
    for process in children(pid):
        for line in pathlib.Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith(what + ":"):
                total += int(line.split()[1])
    return total


class tst_firstwindow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.display = Display()
        cls.addClassCleanup(cls.display.close)
        folder = tempfile.TemporaryDirectory(prefix="isthmus-bench.")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.profile = cls.folder / "profile"
        cls.profile.mkdir(mode=0o700)
        print(subprocess.run([BUILD / "tests/bench_profile", cls.profile / "isthmus.sqlite", str(MESSAGES)], check=True,
                             capture_output=True, text=True).stdout.strip(), "into the store", flush=True)

    def measure(self, command):
        """Milliseconds to the first visible window, megabytes resident and proportional after it."""
        home = tempfile.mkdtemp(dir=self.folder)
        environment = {"PATH": os.environ["PATH"], "HOME": home, "XDG_RUNTIME_DIR": home, "DISPLAY": self.display.name,
                       "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "xcb", "ISTHMUS_SECRETS": "memory"}
        begin = time.monotonic()
        program = subprocess.Popen([str(part) for part in command], env=environment, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, cwd=home)
        try:
            subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(program.pid), "."], env=environment,
                           check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL)
            took = (time.monotonic() - begin) * 1000
            time.sleep(SETTLE)
            self.assertIsNone(program.poll(), f"{command[0]} ended")
            return took, kilobytes(program.pid, "Rss") / 1024, kilobytes(program.pid, "Pss") / 1024
        finally:
            program.terminate()
            try:
                program.wait(timeout=20)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()

    def test_firstWindowAndMemory(self):
        programs = {
            "isthmus": [BUILD / "isthmus", "--profile", self.profile, "--dns", "127.0.0.1:9"],
            "bare Qt window": [BUILD / "tests/bench_barewindow"],
        }
        if shutil.which("psi-plus"):
            programs["psi-plus"] = ["psi-plus"]
        else:
            print("psi-plus is not installed: not compared", flush=True)
        figures = {name: [] for name in programs}
        for _ in range(ROUNDS):  # interleaved: other work on the machine is shared
            for name, command in programs.items():
                figures[name].append(self.measure(command))
        medians = {name: [statistics.median(column) for column in zip(*rounds)] for name, rounds in figures.items()}
        for name, (took, resident, proportional) in medians.items():
            own = medians["isthmus"]
            print(f"{name}: first window {took:.0f} ms, resident {resident:.0f} MiB, proportional {proportional:.0f} MiB; isthmus with "
                  f"{MESSAGES} messages takes {own[0] / took:.1f} times as long and {own[2] / proportional:.1f} times the memory", flush=True)


if __name__ == "__main__":
    results.main("bench")
