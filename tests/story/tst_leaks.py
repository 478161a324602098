#!/usr/bin/python3
"""The search for secrets must be able to find: each shape is planted."""

import base64
import os
import pathlib
import sqlite3
import sys
import tempfile
import unittest
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/story")]
import leaks  # noqa: E402
from tests.support import results  # noqa: E402

SECRET = "alice-opens ü/9"


class tst_leaks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def planted(self, octets, name="some.file"):
        (self.folder / name).write_bytes(b"before " + octets + b" behind")
        return leaks.search(SECRET, [self.folder])

    def test_everyShapeIsFound(self):
        utf8 = SECRET.encode()
        for octets in (utf8, utf8.upper().replace("Ü".encode(), "ü".encode()), SECRET.encode("utf-16-le"), SECRET.encode("utf-16-be"),
                       utf8.hex().encode(), utf8.hex().upper().encode(), utf8.hex(":").encode(), base64.b64encode(utf8),
                       base64.urlsafe_b64encode(utf8), base64.b64encode(SECRET.encode("utf-16-le")), urllib.parse.quote(SECRET, safe="").encode(),
                       "".join(f"%{octet:02X}" for octet in utf8).encode()):
            with self.subTest(octets=octets):
                self.assertTrue(self.planted(octets))

    def test_formsOfSaslAreFound(self):
        utf8 = SECRET.encode()
        for response in (b"\0alice\0" + utf8, b"\0alice@isthmus.test\0" + utf8, b"a@b\0al\0" + utf8 + b"\n",
                         b"n,a=user@example.org,\1host=h\1port=1\1auth=Bearer " + utf8 + b"\1\1"):
            with self.subTest(response=response):
                self.assertTrue(self.planted(b"AUTHENTICATE PLAIN " + base64.b64encode(response)))

    def test_bordersOfPiecesHideNothing(self):
        (self.folder / "large").write_bytes(b"x" * (leaks.PIECE - 5) + SECRET.encode() + b"y" * leaks.PIECE)
        self.assertTrue(leaks.search(SECRET, [self.folder]))

    def test_databaseAndDeepFolderAreSearched(self):
        deep = self.folder / "a/.hidden"
        deep.mkdir(parents=True)
        with sqlite3.connect(deep / "isthmus.sqlite") as database:
            database.execute("CREATE TABLE t (x)")
            database.execute("INSERT INTO t VALUES (?)", (SECRET,))
        self.assertTrue(leaks.search(SECRET, [self.folder]))

    def test_whatIsElseIsNotFound(self):
        random = os.urandom(leaks.PIECE)
        self.assertEqual(self.planted(random + base64.b64encode(b"alice\0alice-open")), [])

    def test_nothingToSearchIsAnError(self):
        with self.assertRaises(AssertionError):
            leaks.search(SECRET, [self.folder])


if __name__ == "__main__":
    results.main("story")
