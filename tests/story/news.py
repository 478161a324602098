#!/usr/bin/python3
"""What a screen reader hears: news are changes of a label's name, and the same words twice are two of them."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT), str(ROOT / "tests/story")]
from desktop import Desktop, wait_for  # noqa: E402
from tests.support import results  # noqa: E402

BUILD = pathlib.Path(os.environ["ISTHMUS_BUILD"])
NEWS = "No unread e-mails in this folder."


class tst_news(unittest.TestCase):
    def test_theSameWordsTwiceAreHeardTwice(self):
        with tempfile.TemporaryDirectory(prefix="isthmus-news.") as profile, Desktop() as desktop:
            subprocess.run([BUILD / "tests/bench_profile", f"{profile}/isthmus.sqlite", "2"], check=True,
                           stdout=subprocess.DEVNULL)
            desktop.start([BUILD / "isthmus", "--profile", profile, "--dns", "127.0.0.1:9"])
            desktop.find("list", "Conversations")
            heard = desktop.listen()
            desktop.key("ctrl+alt+2")
            desktop.find("list", "E-mails")

            def pressed():
                """Presses the key of “Next unread” and gives how often the news was heard after that."""
                before = len(said())
                desktop.key("F8")
                wait_for("the news on the bus", lambda: len(said()) > before)
                return said()[-1]

            def said():
                return [name for name in heard() if name.endswith(NEWS)]
            one, other = pressed(), pressed()
            if one != other:  # a minute has begun between them, and the news tells the time
                one, other = other, pressed()
            self.assertEqual(one, other)


if __name__ == "__main__":
    results.main("story")
