#!/usr/bin/python3
"""verify.py must be able to fail: each kind of wrong row is tried."""

import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/acceptance")]
import verify  # noqa: E402
from tests.support import results  # noqa: E402


class tst_verify(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        path = pathlib.Path(self.folder.name) / "store.tst_x.txt"
        path.write_text(
            "PASS   : tst_x::good()\n"
            "PASS   : tst_x::rows(first row)\n"
            "FAIL!  : tst_x::rows(second row) Compared values are not the same\n"
            "SKIP   : tst_x::noCorpus() corpus kmime is absent\n"
            "SKIP   : tst_x::lazy() did not feel like it\n", encoding="utf-8")
        (path.parent / "mime.tst_all.txt").write_text("SKIP   : tst_all::initTestCase() the mail corpora are not here\n", encoding="utf-8")
        self.outcomes = verify.read_results([self.folder.name])

    def test_passedTestIsAccepted(self):
        self.assertIsNone(verify.judge("store.tst_x::good", self.outcomes))

    def test_missingTestIsFound(self):
        self.assertIn("did not run", verify.judge("store.tst_x::absent", self.outcomes))

    def test_oneFailedRowIsFound(self):
        self.assertIn("did not pass", verify.judge("store.tst_x::rows", self.outcomes))

    def test_absentCorpusIsExcused(self):
        self.assertIsNone(verify.judge("store.tst_x::noCorpus", self.outcomes))

    def test_classWithoutItsCorpusIsExcused(self):
        self.assertIsNone(verify.judge("mime.tst_all::everyMail", self.outcomes))
        self.assertIsNotNone(verify.judge("mime.tst_other::everyMail", self.outcomes))

    def test_otherSkipsAreNot(self):
        self.assertIn("did not pass", verify.judge("store.tst_x::lazy", self.outcomes))

    def test_secondOfTwoTestsCounts(self):
        self.assertIsNotNone(verify.judge("store.tst_x::good store.tst_x::absent", self.outcomes))

    def test_proseIsNoEvidence(self):
        self.assertIsNotNone(verify.judge("tested by hand", self.outcomes))
        self.assertIsNotNone(verify.judge("", self.outcomes))

    def test_openRowsPass(self):
        self.assertIsNone(verify.judge("open: next slice", self.outcomes))


if __name__ == "__main__":
    results.main("acceptance")
