#!/usr/bin/python3
"""./check in a Debian 12 that holds nothing yet: from a clean clone, twice in a row. Only in ./check --long: it takes most of an hour.

The root lies in a folder of its own, in a mount and process namespace that ends with the test. With CCACHE_DIR set, what was compiled
before may be used: the two runs then take a good half hour.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT), str(ROOT / "tests/servers")]
from isthmus_servers import prepare  # noqa: E402
from tests.support import results  # noqa: E402

SUITE = "bookworm"
HOUSE = "srv/isthmus"  # of the clone, in the root
# Arguments: the root, a folder of compiled objects or nothing, and what to run in it. The kernel's folders are borrowed.
# Its root is the namespace's own, not a chroot's: there nobody may have namespaces of his own, which tests need.
INSIDE = """
set -e
mount --make-rprivate /
mount --bind "$1" "$1"
mount -t proc proc "$1/proc"
mount --rbind /sys "$1/sys"
mount --rbind /dev "$1/dev"
mkdir -p "$1/root/.cache/ccache"
[ -z "$2" ] || mount --bind "$2" "$1/root/.cache/ccache"
cd "$1"
shift 2
pivot_root . .
umount -l .
cd /
exec "$@"
"""


@unittest.skipUnless(os.environ.get("ISTHMUS_LONG"), "only in ./check --long")
class tst_fresh(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.mkdtemp(prefix="isthmus-fresh.")
        cls.addClassCleanup(subprocess.run, prepare.as_root(["rm", "-rf", "--one-file-system", folder]), check=True)
        cls.root = pathlib.Path(folder) / "root"
        subprocess.run(prepare.as_root(["mmdebstrap", "--quiet", "--mode=root", "--variant=minbase", "--include=ca-certificates",
                                        *prepare.proxy_options(), SUITE, str(cls.root)]), stdin=subprocess.DEVNULL, check=True)
        house = cls.root / HOUSE
        subprocess.run(prepare.as_root(["git", "-c", "safe.directory=*", "clone", "-q", "--no-hardlinks", str(ROOT), str(house)]), check=True)

    def check(self, number):
        """One ./check inside, with its words in build/…/fresh.N.log: how it ended, and its last words."""
        kept = {name: value for name, value in os.environ.items() if name.endswith("_proxy") or name == "TERM"}
        environment = {**kept, "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8"}
        inside = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", INSIDE, "inside", str(self.root),
                  os.environ.get("CCACHE_DIR", ""), "/usr/bin/env", "-i", *(f"{name}={value}" for name, value in environment.items()),
                  f"/{HOUSE}/check"]
        log = pathlib.Path(os.environ["ISTHMUS_BUILD"]) / f"fresh.{number}.log"
        begin = time.monotonic()
        with open(log, "wb") as words:
            done = subprocess.run(prepare.as_root(inside), stdin=subprocess.DEVNULL, stdout=words, stderr=subprocess.STDOUT)
        summary = log.read_text(encoding="utf-8", errors="replace").splitlines()[-1]
        print(f"./check: {summary}, {(time.monotonic() - begin) / 60:.1f} minutes", flush=True)
        return done.returncode, summary

    def test_checkIsGreenTwice(self):
        counts = []
        for number in (1, 2):
            status, summary = self.check(number)
            self.assertEqual(status, 0, summary)
            counts.append(re.match(r"(\d+) passed, 0 failed", summary)[1])
        # What is built already is not built again; what was tested already is tested again.
        self.assertEqual(counts[0], counts[1])


if __name__ == "__main__":
    results.main("house")
