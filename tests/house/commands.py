#!/usr/bin/python3
"""What ./check and ./try promise: which tests are chosen, that nothing is remembered in place of running, and what a failure does.

The scripts are the real ones, in a folder of their own; cmake, ctest and the servers are played, and note how they are called.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT))
from tests.support import results  # noqa: E402

NOTE = '#!/bin/sh\necho "$(basename "$0") $*" >> "$NOTES"\n'
# Three tests; -N lists, otherwise they "run" and fail if CTEST_FAILS says so. -R chooses among them as CTest does.
CTEST = NOTE + """
pattern=.
label=.
list=
while [ $# -gt 0 ]; do
    case "$1" in --test-dir) mkdir -p "$2/results"; shift ;; -R) pattern=$2; shift ;; -L) label=$2; shift ;; -N) list=1 ;; esac
    shift
done
names=$(printf '%s\\n' 'store.tst_schema unit' 'house.walls house' 'story.story story' |
    while read -r name of; do
        echo "$of" | grep -qE "$label" && echo "$name" | grep -E "$pattern"
    done)
count=$(echo "$names" | grep -c .)
[ -z "$CTEST_BREAKS" ] || exit 70
[ "$count" -gt 0 ] || exit 0
[ -z "$list" ] || { echo "$names" | sed 's/^/  Test #1: /'; exit 0; }
echo "$names" | sed 's/^/ran /' >> "$NOTES"
failed=0
[ -z "$CTEST_FAILS" ] || failed=$count
echo "50% tests passed, $failed tests failed out of $count"
[ "$failed" -eq 0 ] || exit 8
"""
CMAKE = NOTE + """
case "$1" in --build) [ -z "$BUILD_FAILS" ] || { echo "a.cpp:1: error: no such thing"; exit 1; } ;; esac
for preset in dev asan; do mkdir -p build/$preset; done
"""


class tst_commands(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.house = pathlib.Path(folder.name) / "house"
        self.tools = pathlib.Path(folder.name) / "tools"
        self.notes = pathlib.Path(folder.name) / "notes"
        for name, text in {"ctest": CTEST, "cmake": CMAKE}.items():
            self.play(self.tools / name, text)
        for path in ("installer/prepare.sh", "tests/servers/isthmus-servers", "tests/acceptance/verify.py", "tests/story/story.py"):
            self.play(self.house / path, NOTE)
        for script in ("check", "try", ".ci/run"):
            (self.house / script).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / script, self.house / script)

    @staticmethod
    def play(path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def call(self, script, *arguments, **environment):
        self.notes.unlink(missing_ok=True)
        variables = {"PATH": f"{self.tools}:{os.environ['PATH']}", "NOTES": str(self.notes), "HOME": str(self.house), **environment}
        done = subprocess.run([self.house / script, *arguments], env=variables, capture_output=True, text=True, timeout=60)
        notes = self.notes.read_text() if self.notes.exists() else ""
        done.notes = re.sub(r"isthmus-check\.\w+", "isthmus-check", notes).splitlines()
        done.ran = {line.split()[1] for line in done.notes if line.startswith("ran ")}
        return done

    def test_withoutNamesEverythingRunsAndTheDemandsAreCompared(self):
        done = self.call("check")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(done.ran, {"store.tst_schema", "house.walls", "story.story"})
        self.assertIn("verify.py build/asan/results build/dev/results", done.notes)
        self.assertIn("3 passed, 0 failed", done.stdout)

    def test_namesChooseTests(self):
        done = self.call("check", "walls", "story")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(done.ran, {"house.walls", "story.story"})
        self.assertNotIn("verify.py", " ".join(done.notes), "a part cannot be compared with the whole")

    def test_serversStartOnlyForTestsThatNeedThem(self):
        self.assertNotIn("isthmus-servers", " ".join(self.call("check", "schema").notes))
        self.assertIn("isthmus-servers up", " ".join(self.call("check", "story").notes))

    def test_nameWithoutATestIsAnError(self):
        done = self.call("check", "no-such-test")
        self.assertEqual(done.returncode, 1)
        self.assertIn("no test matches no-such-test", done.stderr)

    def test_secondRunRunsEverythingAgain(self):
        first, second = self.call("check"), self.call("check")
        self.assertEqual(second.ran, first.ran)
        self.assertEqual(second.notes, first.notes)

    def test_resultsOfAnEarlierRunProveNothing(self):
        old = self.house / "build/dev/results/store.tst_schema.txt"
        old.parent.mkdir(parents=True)
        old.write_text("PASS   : tst_schema::eachStepKeepsWhatIsThere()\n")
        self.call("check", "walls")
        self.assertFalse(old.exists())

    def test_failureIsAFailureOfTheWhole(self):
        self.assertEqual(self.call("check", CTEST_FAILS="1").returncode, 1)
        self.assertEqual(self.call(".ci/run", CTEST_FAILS="1").returncode, 1)

    def test_runnerThatBreaksIsAFailure(self):
        self.assertEqual(self.call("check", "walls", CTEST_BREAKS="1").returncode, 1)

    def test_buildFailureNamesTheErrorAndRunsNothing(self):
        for script in ("check", "try"):
            with self.subTest(script=script):
                done = self.call(script, BUILD_FAILS="1")
                self.assertEqual(done.returncode, 1)
                self.assertIn("error: no such thing", done.stdout + done.stderr)
                self.assertEqual(done.ran, set())

    def test_ciRunsCheckAndNothingElse(self):
        self.assertEqual(self.call(".ci/run").notes, self.call("check").notes)

    def test_unknownOptionIsAnError(self):
        for script in ("check", "try"):
            done = self.call(script, "--quickly")
            self.assertEqual((done.returncode, done.notes), (2, []))
            self.assertIn("--quickly", done.stderr)

    def test_tryWithoutADisplayPlaysTheStory(self):
        done = self.call("try", "--headless", "--screenshots", "pictures")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.notes[-1], f"story.py --build build/dev --screenshots {self.house / 'pictures'}")


if __name__ == "__main__":
    results.main("house")
