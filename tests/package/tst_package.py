#!/usr/bin/python3
"""The Debian package: sound by Debian's own tools; and installed into an empty Debian 12 it starts, signs in, is
upgraded, and is removed without a trace."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT), str(ROOT / "tests/story"), str(ROOT / "tests/servers")]
import foreign  # noqa: E402
import places  # noqa: E402
from desktop import Desktop, containing, wait_for  # noqa: E402
from emptyroot import EmptyRoot, dependencies  # noqa: E402
from hands import Bus  # noqa: E402
from tests.support import results  # noqa: E402

BUILD = pathlib.Path(os.environ["ISTHMUS_BUILD"])
ALICE = "alice@isthmus.test"
OLD_SCHEMA = 12  # before the index knew beginnings of words, before folders, moves and removed accounts
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
        daves = foreign.mail(servers.path, "dave@elsewhere.test")
        self.addCleanup(daves.close)
        with EmptyRoot(dependencies(self.package)) as root, Desktop() as desktop:
            before = root.files()
            root.copy_in(self.package, "/isthmus.deb")
            root.as_root("apt-get", "-qq", "-y", "--no-install-recommends", "install", "/isthmus.deb")
            self.assertLessEqual(EXPECTED, root.files() - before)
            home = pathlib.Path(desktop.home)
            others = places.files(home)

            self.sign_in(root, desktop, servers, daves)
            self.assertIn("0.1.0", root.as_root("isthmus", "--version"))
            self.upgrade_while_it_runs(root, desktop, newer, daves)
            self.start_on_an_older_store(root, desktop, servers, daves)
            self.assertEqual(places.unnamed(home, home, others), [])
            self.keep_the_messages_and_come_back(desktop, servers, daves)
            self.remove_the_account(desktop)

            root.as_root("dpkg", "--purge", "isthmus")
            self.assertEqual([path for path in root.files() if "isthmus" in path.lower() and path != "/isthmus.deb"], [])
            self.assertTrue(self.store(desktop).is_file(), "what the person wrote is the person's")

    @staticmethod
    def store(desktop):
        return pathlib.Path(desktop.home) / ".local/share/isthmus/isthmus.sqlite"

    @staticmethod
    def schema(store):
        """The database header keeps user_version at offset 60 (sqlite.org/fileformat.html 1.3)."""
        return int.from_bytes(store.read_bytes()[60:64], "big")

    def start(self, root, desktop, servers):
        log = self.folder / "isthmus.log"
        desktop.start(root.command_for_user("isthmus", "--ca-file", servers.data["ca"], "--dns", servers.data["dns"]), log=log)
        return log

    def quit(self, desktop):
        Bus(desktop).command("Isthmus", "Quit")  # keys would need a window manager that gives them back after a dialog
        self.assertEqual(desktop.program.wait(timeout=30), 0, (self.folder / "isthmus.log").read_text()[-3000:])

    def sign_in(self, root, desktop, servers, daves):
        log = self.start(root, desktop, servers)
        desktop.find("text", "Address").type(ALICE)
        desktop.find("password text", "Password").type(servers.password(ALICE))
        desktop.find("label", containing("XMPP at", "found in DNS"))
        desktop.find("push button", "Sign in").click()
        daves.do("send", to=ALICE, subject="To an empty house", text="Is anybody there?\n")
        self.see(desktop, "Dave", "To an empty house", "unread")
        self.assertIn("system call filter", log.read_text())
        self.assertEqual(places.passwords(desktop), [ALICE])

    def upgrade_while_it_runs(self, root, desktop, newer, daves):
        """The old program goes on, reads mail in its old reader, and ends in order."""
        process = desktop.application().node.get_process_id()
        root.copy_in(newer, "/isthmus.deb")
        root.as_root("dpkg", "-i", "/isthmus.deb")
        self.assertIn("99.0.0", root.as_root("dpkg-query", "-W", "isthmus"))
        self.assertIn("(deleted)", os.readlink(f"/proc/{process}/exe"))
        daves.do("send", to=ALICE, subject="Painters inside", text="We are painting.\n")
        self.see(desktop, "Dave", "Painters inside")
        self.quit(desktop)

    def start_on_an_older_store(self, root, desktop, servers, daves):
        """The new program finds what an old one has left, brings it up to date, and has everything there."""
        store = self.store(desktop)
        newest = self.schema(store)
        subprocess.run([BUILD / "tests/isthmus-oldstore", store, str(OLD_SCHEMA)], check=True)
        self.assertEqual(self.schema(store), OLD_SCHEMA)
        self.start(root, desktop, servers)
        self.assertNotIn("(deleted)", os.readlink(f"/proc/{desktop.application().node.get_process_id()}/exe"))
        self.see(desktop, "Dave", "Painters inside")
        self.assertEqual(self.schema(store.with_name(f"{store.name}.before-schema-{newest}")), OLD_SCHEMA)
        daves.do("send", to=ALICE, subject="It is dry", text="Come in.\n")
        self.see(desktop, "Dave", "It is dry").click()
        timeline = desktop.find("list", containing("Messages with", "Dave"))
        for words in ("Is anybody there?", "We are painting.", "Come in."):
            wait_for(words, lambda words=words: any(words in item.name for item in timeline.children()))
        desktop.key("ctrl+shift+f")
        desktop.find("text", "Search all messages").type("painting")  # the older index was made anew
        wait_for("the message found", lambda: [e for e in desktop.all("list item") if "We are painting." in e.name])
        self.quit(desktop)
        self.assertEqual(self.schema(store), newest)
        self.start(root, desktop, servers)
        self.see(desktop, "Dave", "It is dry")

    def keep_the_messages_and_come_back(self, desktop, servers, daves):
        """Removed with its messages kept, they are read without it; added again, it goes on without a mail twice."""
        Bus(desktop).command("Isthmus", "Remove account…")
        desktop.find("radio button", "Keep them for reading")
        desktop.find("push button", "Remove account").click()
        desktop.find("text", "Address")
        wait_for("no password in the keyring", lambda: places.passwords(desktop) == [])
        daves.do("send", to=ALICE, subject="Nobody in", text="I rang twice.\n")
        desktop.find("push button", "Back").click()
        self.see(desktop, "Dave", "It is dry").click()
        timeline = desktop.find("list", containing("Messages with", "Dave"))
        wait_for("what was kept", lambda: any("Come in." in item.name for item in timeline.children()))
        desktop.find("label", containing("Cannot be sent: no account is signed in."))
        Bus(desktop).command("Isthmus", "Add account…")
        desktop.find("text", "Address").type(ALICE)
        desktop.find("password text", "Password").type(servers.password(ALICE))
        desktop.find("label", containing("XMPP at", "found in DNS"))
        desktop.find("push button", "Sign in").click()
        self.see(desktop, "Dave", "Nobody in").click()
        timeline = desktop.find("list", containing("Messages with", "Dave"))
        wait_for("what came meanwhile", lambda: any("I rang twice." in item.name for item in timeline.children()))
        for words in ("Is anybody there?", "We are painting.", "Come in.", "I rang twice."):
            self.assertEqual(sum(words in item.name for item in timeline.children()), 1, words)
        self.assertEqual(places.passwords(desktop), [ALICE])

    def remove_the_account(self, desktop):
        """In the window, with its messages: nothing is left in the keyring, nor in the folder."""
        Bus(desktop).command("Isthmus", "Remove account…")
        desktop.find("label", f"Remove {ALICE} from Isthmus?")
        desktop.find("radio button", "Remove them, too").click()
        desktop.find("push button", "Remove account").click()
        desktop.find("text", "Address")
        wait_for("no password in the keyring", lambda: places.passwords(desktop) == [])
        self.quit(desktop)
        folder = self.store(desktop).parent
        self.assertEqual(sorted(path.name for path in folder.iterdir()), ["isthmus.sqlite", "isthmus.sqlite.lock", "window.ini"])
        for path in folder.iterdir():
            for words in (b"Is anybody there", b"Painters inside", ALICE.encode()):
                self.assertNotIn(words, path.read_bytes(), path.name)

    def see(self, desktop, *words):
        """Waits for a row of the conversation list."""
        def look():
            rows = desktop.find("list", "Conversations").children()
            return next((row for row in rows if all(word in row.name for word in words)), None)
        return wait_for(f"a conversation with {words}", look, 90)


if __name__ == "__main__":
    results.main("package")
