#!/usr/bin/python3
"""The command line of the program itself: what --help says, what is refused, and what --theme and --scale do to the window."""

import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT), str(ROOT / "tests/story")]
import places  # noqa: E402
from desktop import Desktop, wait_for  # noqa: E402
from pixels import Pixels  # noqa: E402
from tests.support import results  # noqa: E402

BUILD = pathlib.Path(os.environ["ISTHMUS_BUILD"])
PROGRAM = BUILD / "isthmus"
OPTIONS = {"--profile <DIR>", "--ca-file <FILE>", "--dns <SERVER:PORT>", "--sign-in <ADDRESS>", "--theme <NAME>",
           "--language <CODE>", "--scale <PERCENT>", "--help", "--version"}


def run(*arguments):
    """Without a display: words for the terminal need none."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}
    return subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, text=True, timeout=30)


class tst_commandline(unittest.TestCase):
    def test_helpNamesEveryOptionWithoutADisplay(self):
        answer = run("--help")
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        named = {option for option in OPTIONS if option in answer.stdout}
        self.assertEqual(OPTIONS - named, set())
        for line in (line for line in answer.stdout.splitlines() if line.startswith("  -")):
            words = line.split(">", 1)[-1] if "<" in line else line.split("  ", 2)[-1]
            self.assertTrue(words.strip(), f"nothing is said about: {line}")

    def test_manPageNamesEveryOption(self):
        page = (ROOT / "resources/man/isthmus.1").read_text(encoding="utf-8").replace("\\-", "-")
        self.assertEqual([option for option in OPTIONS if option.split()[0] not in page], [])

    def test_whatCannotBeMeantIsRefusedWithASentence(self):
        for arguments in (["--theme", "purple"], ["--scale", "99"], ["--scale", "301"], ["--scale", "big"],
                          ["--dns", "localhost"], ["--ca-file", "/nonexistent/ca.pem"], ["--sign-in", "nobody"],
                          ["--language", "tlh"], ["--colour"], ["https://example.org/"]):
            with self.subTest(arguments=arguments):
                answer = run(*arguments)
                self.assertEqual((answer.returncode, answer.stdout), (2, ""))
                self.assertTrue(answer.stderr.startswith("isthmus: "), answer.stderr)
                self.assertIn("isthmus --help", answer.stderr)

    @classmethod
    def setUpClass(cls):
        # One desktop for all: the accessibility library holds on to the first bus it sees.
        cls.desktop = cls.enterClassContext(
            Desktop(BUILD / "tests/isthmus-grab", width=3000, height=2000))

    def look(self, *options):
        """Starts the window on an empty profile with these options: its pixels, and its width on the display."""
        with tempfile.TemporaryDirectory(prefix="isthmus-options.") as folder:
            self.desktop.start([PROGRAM, "--profile", f"{folder}/profile", *options])
            self.desktop.find("text", "Address")
            window = self.desktop.tool("search", "--onlyvisible", "--pid", str(self.desktop.program.pid)).split()[0]
            width = int(re.search(r"WIDTH=(\d+)", self.desktop.tool("getwindowgeometry", "--shell", window))[1])
            picture = pathlib.Path(folder) / "window.ppm"

            def painted():
                self.desktop.screenshot(picture)
                return Pixels(picture).share(least=150) > 0.0005  # words on the window, not the black of an empty display
            wait_for("the window on the display", painted)
            self.desktop.stop()
            return Pixels(picture), width

    def test_themeIsTheOneAskedFor(self):
        light, _ = self.look("--theme", "light")
        dark, _ = self.look("--theme", "dark")
        contrast, _ = self.look("--theme", "contrast")
        self.assertGreater(light.lightness(), 3 * dark.lightness())
        self.assertGreater(contrast.share(least=250), 2 * dark.share(least=250))

    def test_scaleMakesEverythingThatMuchLarger(self):
        _, usual = self.look()
        _, double = self.look("--scale", "200")
        self.assertEqual(double, 2 * usual)

    def test_whatItLeavesInAHomeIsOnThePage(self):
        home = pathlib.Path(self.desktop.home)
        before = places.files(home)
        self.desktop.start([PROGRAM])
        self.desktop.find("text", "Address")
        self.assertEqual(places.unnamed(home, home, before), [])
        made = {path.relative_to(home) for path in places.files(home) - before}
        self.assertIn(pathlib.Path(".local/share/isthmus/isthmus.sqlite"), made)
        self.assertTrue([path for path in made if path.name.startswith("isthmus-")], "the socket")
        self.desktop.key("ctrl+q")
        self.desktop.program.wait(timeout=30)
        self.assertEqual(places.unnamed(home, home, before), [])
        self.assertIn(home / ".local/share/isthmus/window.ini", places.files(home))
        # A page that forgets a file is found out.
        page = places.PAGE.read_text(encoding="utf-8")
        self.assertIn(str(home / ".local/share/isthmus/window.ini"),
                      places.unnamed(home, home, before, page.replace("`window.ini`", "a file")))

    def test_manPageAndReadmeNameWhatThePageNames(self):
        page = places.PAGE.read_text(encoding="utf-8")
        body = page.split("\n", 2)[2]
        self.assertIn(body, (ROOT / "README.md").read_text(encoding="utf-8"))
        man = (ROOT / "resources/man/isthmus.1").read_text(encoding="utf-8").replace("\\-", "-")
        paths = {name.rstrip("…") for name in places.named() if name.startswith(("~", "$", "isthmus.sqlite", "window"))}
        self.assertEqual({path for path in paths if path not in man}, {"~/.config/mimeapps.list"})  # the desktop's own

    def test_aSecondStartHandsOverToTheFirst(self):
        with tempfile.TemporaryDirectory(prefix="isthmus-options.") as folder:
            profile = f"{folder}/profile"
            self.desktop.start([PROGRAM, "--profile", profile])
            self.desktop.find("text", "Address")
            again = subprocess.run([PROGRAM, "--profile", profile, "mailto:bob@work.example"], env=self.desktop.environment,
                                   capture_output=True, text=True, timeout=30)
            self.assertEqual((again.returncode, again.stdout, again.stderr), (0, "", ""))
            self.assertIsNone(self.desktop.program.poll())
            self.desktop.stop()

    def test_theEndOfTheSessionIsAnOrderlyOne(self):
        for number, code in ((signal.SIGTERM, 0), (signal.SIGINT, 0), (signal.SIGHUP, 0), (signal.SIGKILL, -signal.SIGKILL)):
            with self.subTest(number.name), tempfile.TemporaryDirectory(prefix="isthmus-options.") as folder:
                self.desktop.start([PROGRAM, "--profile", f"{folder}/profile"])
                self.desktop.find("text", "Address")
                self.desktop.program.send_signal(number)
                self.assertEqual(self.desktop.program.wait(timeout=30), code)
                # Else the next start would check the whole store before it shows anything.
                log = pathlib.Path(folder) / "log"
                self.desktop.start([PROGRAM, "--profile", f"{folder}/profile"], log=log)
                self.desktop.find("text", "Address")
                self.desktop.stop()
                self.assertEqual("the last end was unclean" in log.read_text(), code != 0)


if __name__ == "__main__":
    results.main("story")
