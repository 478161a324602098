#!/usr/bin/python3
"""The program's icon in a real tray (trayer, by the XEmbed protocol): its number, closing into it, and the ways back."""

import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ["ISTHMUS_BUILD"])
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT), str(ROOT / "tests/story")]
from desktop import Desktop, wait_for  # noqa: E402
from pixels import Pixels  # noqa: E402
from tests.support import results  # noqa: E402

DANGER = (0xa8, 0x20, 0x1a)  # of the light theme: the number stands on it


class tst_tray(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # The tray beside the window, not over it. One desktop for all: the accessibility library holds on to the first bus it sees.
        cls.desktop = cls.enterClassContext(Desktop(BUILD / "tests/isthmus-grab", width=1280, height=900))
        cls.desktop.environment["ISTHMUS_SECRETS"] = "memory"
        tray = subprocess.Popen(["trayer", "--edge", "bottom", "--align", "right", "--height", "48", "--widthtype", "pixel", "--width", "48", "--iconspacing", "0"],
                                env=cls.desktop.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        cls.addClassCleanup(tray.wait)
        cls.addClassCleanup(tray.kill)
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="isthmus-tray.")))
        cls.profile = cls.folder / "profile"
        cls.profile.mkdir(mode=0o700)
        subprocess.run([BUILD / "tests/bench_profile", cls.profile / "isthmus.sqlite", "40"], check=True, stdout=subprocess.DEVNULL)

    def setUp(self):
        self.empty, _ = self.picture()

    def start(self, unread):
        """The program with so many unread messages in its store, and in the tray."""
        with sqlite3.connect(self.profile / "isthmus.sqlite") as store:
            store.execute("UPDATE item SET read = 1")
            store.execute("UPDATE item SET read = 0 WHERE id IN (SELECT id FROM item WHERE direction = 0 ORDER BY at DESC LIMIT ?)", (unread,))
        (self.profile / "window.ini").write_text("[tray]\nshown=true\ncloseToTray=true\n", encoding="utf-8")
        self.desktop.start([BUILD / "isthmus", "--profile", self.profile, "--theme", "light"])
        self.addCleanup(lambda: self.desktop.program.poll() is not None or self.desktop.stop())

    def icon(self):
        """Where the tray has put it: left, top, width, height on the display; None before."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "trayer"], env=self.desktop.environment, capture_output=True, text=True)
        for window in found.stdout.split():
            shape = dict(re.findall(r"(X|Y|WIDTH|HEIGHT)=(-?\d+)", self.desktop.tool("getwindowgeometry", "--shell", window)))
            place = tuple(int(shape[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))
            if place[1] > 400:
                return place
        return None

    def picture(self):
        """What the tray shows, as rows of pixels; and how many of them are the number's ground."""
        place = wait_for("the tray on the display", self.icon)
        self.desktop.screenshot(self.folder / "tray.ppm")
        pixels = Pixels(self.folder / "tray.ppm")
        return pixels.part(*place), pixels.count(DANGER, *place)

    def isShown(self):
        return bool(subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Isthmus"], env=self.desktop.environment,
                                   capture_output=True, text=True).stdout.split())

    def test_theNumberStandsOnTheIcon(self):
        self.start(unread=0)
        wait_for("the icon in the tray", lambda: self.picture()[0] != self.empty)
        _, without = self.picture()
        self.desktop.stop()
        wait_for("an empty tray", lambda: self.picture()[0] == self.empty)
        self.start(unread=3)
        wait_for("the number on the icon", lambda: self.picture()[1] > without + 20)

    def test_theWindowClosesIntoTheTrayAndComesBack(self):
        self.start(unread=0)
        wait_for("the icon in the tray", lambda: self.picture()[0] != self.empty)
        wait_for("the window", self.isShown)
        self.desktop.key("ctrl+w")
        wait_for("the window hidden", lambda: not self.isShown())
        self.assertIsNone(self.desktop.program.poll())
        left, top, width, height = self.icon()
        self.desktop.tool("mousemove", "--sync", str(left + 3 * width // 4), str(top + height // 2))  # trayer packs to the right
        self.desktop.tool("click", "1")
        wait_for("the window again", self.isShown)


if __name__ == "__main__":
    results.main("story")
