#!/usr/bin/python3
"""bench_convert says what it is there to say: conversions each way and MB/s beside GMime's plain parse, and memory.

How fast it is, nobody judges here: the machine is not ours. The mails are made, so that no corpus is needed.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT))
from tests.support import results  # noqa: E402

PROGRAM = pathlib.Path(os.environ.get("ISTHMUS_BUILD", ROOT / "build/dev")) / "tests/bench_convert"
SPEED = re.compile(r"^(.+?)\s+(\d+) /cpu-s\s+(\d+\.\d) MB/cpu-s$", re.M)


class measures(unittest.TestCase):
    def test_bothWaysBesideAPlainParseAndMemory(self):
        if not PROGRAM.exists():
            self.skipTest("not built")
        with tempfile.TemporaryDirectory() as folder:
            for number in range(50):
                body = f"Line {number}.\r\n" * 400
                pathlib.Path(folder, f"{number}.eml").write_bytes(
                    f"From: a@b.example\r\nTo: c@d.example\r\nSubject: {number}\r\n\r\n{body}".encode())
            said = subprocess.run([str(PROGRAM), folder], capture_output=True, text=True, timeout=200, check=True).stdout
        speeds = {what: (float(count), float(megabytes)) for what, count, megabytes in SPEED.findall(said)}
        self.assertIn("50 mails", said)
        self.assertEqual(sorted(speeds), sorted([
            "GMime, plain parse", "our reader, all texts as values", "mail to message, values only",
            "mail to message, from bytes", "message to mail, values only", "message to mail, to bytes"]))
        for what, (count, _) in speeds.items():
            self.assertGreater(count, 0, what)
        ratio = float(re.search(r"plain parse: (\d+\.\d+) of its speed", said)[1])
        plain, ours = speeds["GMime, plain parse"][0], speeds["mail to message, from bytes"][0]
        self.assertAlmostEqual(ratio, ours / plain, delta=0.02)  # the lines agree with each other
        self.assertGreater(int(re.search(r"peak memory (\d+) kB", said)[1]), 1000)


if __name__ == "__main__":
    sys.exit(results.main("bench"))
