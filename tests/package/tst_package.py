#!/usr/bin/python3
"""The Debian package: sound by Debian's own tools; and installed into an empty Debian 12 it starts, signs in, is
upgraded, and is removed without a trace."""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT), str(ROOT / "tests/story"), str(ROOT / "tests/servers")]
import foreign  # noqa: E402
from desktop import Desktop, containing, wait_for  # noqa: E402
from emptyroot import EmptyRoot, dependencies  # noqa: E402
from tests.support import results  # noqa: E402

BUILD = pathlib.Path(os.environ["ISTHMUS_BUILD"])
ALICE, BOB = "alice@isthmus.test", "bob@isthmus.test"
EXPECTED = {"/usr/bin/isthmus", "/usr/bin/isthmus-convert", "/usr/libexec/isthmus/isthmus-reader",
            "/usr/share/applications/org.isthmus.Isthmus.desktop", "/usr/share/metainfo/org.isthmus.Isthmus.metainfo.xml",
            "/usr/share/icons/hicolor/scalable/apps/org.isthmus.Isthmus.svg", "/usr/share/man/man1/isthmus.1.gz",
            "/usr/share/man/man1/isthmus-convert.1.gz", "/usr/share/doc/isthmus/copyright",
            "/usr/share/doc/isthmus/changelog.gz", "/usr/share/doc/isthmus/where-things-are.md", "/usr/share/isthmus/fonts.conf"}


def make_package(folder, version=None):
    command = ["cpack", "--config", BUILD / "CPackConfig.cmake", "-B", folder]
    if version:
        command += ["-D", f"CPACK_PACKAGE_VERSION={version}"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)
    return next(pathlib.Path(folder).glob("isthmus_*.deb"))


class tst_package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="isthmus-package.")))
        (cls.folder / "first").mkdir()
        cls.package = make_package(cls.folder / "first")

    def run_tool(self, *command):
        done = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def test_lintianFindsNothing(self):
        self.run_tool("lintian", "--allow-root", "--fail-on", "error,warning", "--", self.package)

    def test_metadataIsValid(self):
        self.run_tool("appstreamcli", "validate", "--no-net", ROOT / "resources/desktop/org.isthmus.Isthmus.metainfo.xml")

    def test_packageHoldsTheProgramAndItsPapers(self):
        listing = self.run_tool("dpkg-deb", "-c", self.package)
        lines = [line.split() for line in listing.splitlines()]
        files = {fields[5].lstrip(".") for fields in lines if not fields[0].startswith("d")}
        self.assertEqual(files, EXPECTED)
        self.assertEqual({fields[1] for fields in lines}, {"root/root"})
        self.assertEqual([fields[5] for fields in lines if "w" in fields[0][5:] or "s" in fields[0]], [])

    def test_desktopProgramIsNotLinkedToWhatReadsMail(self):
        needed = self.run_tool("readelf", "-d", BUILD / "isthmus")
        for library in ("gmime", "gumbo", "litehtml"):
            self.assertNotIn(library, needed)

    def test_installedInAnEmptyDebianItSignsInIsUpgradedAndRemoved(self):
        (self.folder / "second").mkdir()
        newer = make_package(self.folder / "second", version="99.0.0")
        servers = foreign.Servers(self.folder / "servers")
        self.addCleanup(servers.down)
        with EmptyRoot(dependencies(self.package)) as root, Desktop() as desktop:
            before = root.files()
            root.copy_in(self.package, "/isthmus.deb")
            root.as_root("apt-get", "-qq", "-y", "--no-install-recommends", "install", "/isthmus.deb")
            self.assertLessEqual(EXPECTED, root.files() - before)

            self.use(root, desktop, servers)
            self.assertIn("0.1.0", root.as_root("isthmus", "--version"))

            root.copy_in(newer, "/isthmus.deb")
            root.as_root("dpkg", "-i", "/isthmus.deb")
            self.assertIn("99.0.0", root.as_root("dpkg-query", "-W", "isthmus"))
            self.use_again(root, desktop, servers)

            root.as_root("dpkg", "--purge", "isthmus")
            self.assertEqual([path for path in root.files() if "isthmus" in path.lower() and path != "/isthmus.deb"], [])
            self.assertTrue((pathlib.Path(desktop.home) / "profile").is_dir(), "what the person wrote is the person's")

    def start(self, root, desktop, servers):
        log = self.folder / "isthmus.log"
        desktop.start(root.command_for_user("isthmus", "--profile", f"{desktop.home}/profile", "--ca-file", servers.data["ca"],
                                            "--dns", servers.data["dns"]), log=log)
        return log

    def stop(self, desktop):
        os.kill(desktop.application().node.get_process_id(), signal.SIGTERM)
        desktop.program.wait(timeout=30)

    def use(self, root, desktop, servers):
        log = self.start(root, desktop, servers)
        desktop.find("text", "Address").type(ALICE)
        desktop.find("password text", "Password").type(servers.password(ALICE))
        desktop.find("label", containing("XMPP at", "found in DNS"))
        desktop.find("push button", "Sign in").click()
        daves = foreign.mail(servers.path, "dave@elsewhere.test")
        self.addCleanup(daves.close)
        daves.do("send", to=ALICE, subject="To an empty house", text="Is anybody there?\n")
        self.see(desktop, "Dave", "unread")
        self.assertIn("system call filter", log.read_text())
        self.stop(desktop)

    def use_again(self, root, desktop, servers):
        self.start(root, desktop, servers)
        self.see(desktop, "Dave")
        self.stop(desktop)

    def see(self, desktop, *words):
        """Waits for a row of the conversation list."""
        def look():
            rows = desktop.find("list", "Conversations").children()
            return next((row for row in rows if all(word in row.name for word in words)), None)
        return wait_for(f"a conversation with {words}", look, 90)


if __name__ == "__main__":
    results.main("package")
