#!/usr/bin/python3
"""The private root: made once, whole or not at all, and nowhere but in the cache. mmdebstrap is played by a script."""

import os
import pathlib
import sys
import tempfile
import threading
import unittest
from unittest import mock

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/servers")]
from isthmus_servers import prepare  # noqa: E402
from tests.support import results  # noqa: E402

# Notes its arguments, lingers so that a second caller would be seen, makes the folder, and fails if told to.
PLAYER = """#!/bin/sh
echo "$@" >> "$NOTES"
for last; do :; done
mkdir -p "$last/etc"
sleep 0.2
exit ${MMDEBSTRAP_RESULT:-0}
"""


class tst_prepare(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.cache = self.folder / "cache"
        self.notes = self.folder / "notes"
        player = self.folder / "mmdebstrap"
        player.write_text(PLAYER)
        player.chmod(0o755)
        changes = {"PATH": f"{self.folder}:{os.environ['PATH']}", "NOTES": str(self.notes)}
        for patch in (mock.patch.dict(os.environ, changes), mock.patch.object(prepare, "as_root", lambda command: command)):
            patch.start()
            self.addCleanup(patch.stop)

    def calls(self):
        return self.notes.read_text().splitlines() if self.notes.exists() else []

    def test_rootIsMadeOnceAndFoundAgain(self):
        root = prepare.prepare(self.cache)
        self.assertEqual(root, prepare.prepare(self.cache))
        self.assertTrue((root / "state").is_dir())
        self.assertEqual(len(self.calls()), 1)

    def test_twoCallersAtOnceMakeOne(self):
        callers = [threading.Thread(target=prepare.prepare, args=[self.cache]) for _ in range(2)]
        for caller in callers:
            caller.start()
        for caller in callers:
            caller.join()
        self.assertEqual(len(self.calls()), 1)

    def test_failedRootLeavesNothingThatCouldBeTakenForOne(self):
        with mock.patch.dict(os.environ, MMDEBSTRAP_RESULT="1"), self.assertRaises(prepare.Failed):
            prepare.prepare(self.cache)
        self.assertEqual([path.name for path in self.cache.iterdir()], ["servers.lock"])
        self.assertTrue(prepare.prepare(self.cache).is_dir())

    def test_everythingIsPutIntoTheCacheAndNothingIntoTheSystem(self):
        root = prepare.prepare(self.cache)
        self.assertEqual([call.split()[-1] for call in self.calls()], [str(root) + ".half"])
        self.assertEqual(root.parent, self.cache)
        for package in ("prosody", "dovecot-imapd", "dovecot-pop3d", "dovecot-lmtpd", "postfix"):
            self.assertIn(package, prepare.packages())

    def test_anotherPackageListGetsAnotherRoot(self):
        before = prepare.root_path(self.cache)
        with mock.patch.object(prepare, "packages", lambda: ["prosody"]):
            self.assertNotEqual(before, prepare.root_path(self.cache))


if __name__ == "__main__":
    results.main("servers")
