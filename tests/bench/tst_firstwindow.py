#!/usr/bin/python3
"""From start to the first pixels and to the whole picture, and memory after it: the program with a store of 100,000
messages beside a window of Qt, empty and with a list and a page in it, and beside psi-plus with an empty profile where
that is installed. Printed, not asserted: only that a window comes.

The screen is read where the X server keeps it, every two milliseconds: no client of X, and no step of one, is between.
Five rounds with ISTHMUS_LONG, else three.
"""

import mmap
import os
import pathlib
import shutil
import statistics
import struct
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
MESSAGES = 100_000
ROUNDS = 5 if LONG else 3
EVERY = 0.002  # seconds between two looks at the screen
STILL = 1.0  # seconds without a change, or without work, that mean the end of it
CARET = 2  # rows looked at that a blinking caret may change: no painting
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


def ticks(pid):
    """Processor time of the process and all below it, in clock ticks."""
    total = 0
    for process in children(pid):
        fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total


class Screen:
    """What Xvfb shows, from the file that it keeps it in (X11/XWDFile.h: 25 words, big-endian, then the colours)."""

    def __init__(self, folder):
        with open(folder / "Xvfb_screen0", "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        words = struct.unpack(">25I", self.memory[:100])
        self.begin = words[0] + words[19] * 12
        self.height, self.stride = words[5], words[12]
        self.empty = self.look()

    def look(self):
        """Every eighth row: no window that a person works in is smaller."""
        return [self.memory[self.begin + row * self.stride:self.begin + (row + 1) * self.stride]
                for row in range(0, self.height, 8)]

    @staticmethod
    def changed(one, other):
        return 0 if one == other else sum(a != b for a, b in zip(one, other))


class tst_firstwindow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="isthmus-bench.")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.display = Display(memory=cls.folder)
        cls.addClassCleanup(cls.display.close)
        cls.screen = Screen(cls.folder)
        cls.profile = cls.folder / "profile"
        cls.profile.mkdir(mode=0o700)
        print(subprocess.run([BUILD / "tests/bench_profile", cls.profile / "isthmus.sqlite", str(MESSAGES)], check=True,
                             capture_output=True, text=True).stdout.strip(), "into the store", flush=True)

    def wait(self, what, condition, step=EVERY):
        end = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end, what)
            time.sleep(step)

    def quiet(self, program):
        """When nothing works any more: what is loaded behind the first picture counts as memory, too."""
        before, since = -1, time.monotonic()

        def still():
            nonlocal before, since
            now = ticks(program.pid)
            if now > before + 2:
                before, since = now, time.monotonic()
            return time.monotonic() - since >= STILL
        self.wait("still at work", still, 0.1)

    def measure(self, command):
        """Milliseconds to the first pixels and to the whole picture; MiB resident and proportional after it."""
        home = tempfile.mkdtemp(dir=self.folder)
        environment = {"PATH": os.environ["PATH"], "HOME": home, "XDG_RUNTIME_DIR": home, "DISPLAY": self.display.name,
                       "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "xcb", "ISTHMUS_SECRETS": "memory"}
        self.wait("the screen is empty", lambda: self.screen.look() == self.screen.empty)
        begin = time.monotonic()
        program = subprocess.Popen([str(part) for part in command], env=environment, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, cwd=home)
        try:
            self.wait("a window", lambda: self.screen.look() != self.screen.empty)
            first = whole = time.monotonic()
            last = self.screen.look()
            while time.monotonic() - whole < STILL:
                now = self.screen.look()
                if self.screen.changed(now, last) > CARET:
                    whole, last = time.monotonic(), now
                time.sleep(EVERY)
                self.assertLess(whole - begin, PATIENCE, "the picture never stands still")
            self.quiet(program)
            self.assertIsNone(program.poll(), f"{command[0]} ended")
            return ((first - begin) * 1000, (whole - begin) * 1000, kilobytes(program.pid, "Rss") / 1024,
                    kilobytes(program.pid, "Pss") / 1024)
        finally:
            program.terminate()
            try:
                program.wait(timeout=5)
            except subprocess.TimeoutExpired:  # psi-plus takes no notice; its home is thrown away
                program.kill()
                program.wait()

    def test_firstWindowAndMemory(self):
        programs = {
            "isthmus": [BUILD / "isthmus", "--profile", self.profile, "--dns", "127.0.0.1:9"],
            "empty Qt window": [BUILD / "tests/bench_barewindow"],
            "Qt window with a list and a page": [BUILD / "tests/bench_barewindow", "full"],
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
        own = medians["isthmus"]
        for name, (first, whole, resident, proportional) in medians.items():
            spread = "-".join(f"{bound(column[0] for column in figures[name]):.0f}" for bound in (min, max))
            print(f"{name}: first pixels {first:.0f} ms ({spread}), whole picture {whole:.0f} ms, proportional {proportional:.0f} MiB, "
                  f"resident with shared pages counted for each process {resident:.0f} MiB; isthmus with {MESSAGES} messages: "
                  f"{own[0] / first:.1f} times as long, whole picture {own[1] / whole:.1f} times, memory {own[3] / proportional:.1f} times",
                  flush=True)


if __name__ == "__main__":
    results.main("bench")
