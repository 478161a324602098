#!/usr/bin/python3
"""The programs as they were built speak the desktop's language."""

import os
import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tests.support import results  # noqa: E402
from translations import catalogue  # noqa: E402

BUILD = pathlib.Path(os.environ.get("ISTHMUS_BUILD", ROOT / "build/dev"))
DESCRIPTION = {"isthmus": "Mail and chat with a person as one conversation.", "isthmus-convert": "Show what becomes of one e-mail."}
DESKTOPS = {"de_DE.UTF-8": "de", "de_AT.UTF-8": "de", "fr_FR.UTF-8": "fr", "es_MX.UTF-8": "es", "zh_CN.UTF-8": "zh_CN"}


def run(program, *arguments, **environment):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return subprocess.run([BUILD / program, *arguments], env=kept | {"QT_QPA_PLATFORM": "offscreen"} | environment,
                          capture_output=True, text=True, encoding="utf-8", timeout=30, check=False, stdin=subprocess.DEVNULL)


class spoken(unittest.TestCase):
    def translation(self, language, source):
        for message in catalogue.read(catalogue.path_of(language)):
            if message.source == source:
                return message.forms[0]
        self.fail(f"{language}: {source}")

    def assertSays(self, words, output):
        # The help is broken into lines where they end.
        self.assertIn("".join(words.split()), "".join(output.split()))

    def test_theDesktopsLanguageIsSpoken(self):
        for program, source in DESCRIPTION.items():
            for desktop, language in DESKTOPS.items():
                with self.subTest(program=program, desktop=desktop):
                    self.assertSays(self.translation(language, source), run(program, "--help", LANG=desktop).stdout)

    def test_aDesktopWithoutTranslationGetsEnglish(self):
        for program, source in DESCRIPTION.items():
            for desktop in ("C.UTF-8", "eo.UTF-8", "en_GB.UTF-8"):
                with self.subTest(program=program, desktop=desktop):
                    self.assertSays(source, run(program, "--help", LANG=desktop).stdout)

    def test_theListOfLanguagesIsFollowedInItsOrder(self):
        # English stands first here and is there: German must not win by having a file of texts.
        self.assertSays(DESCRIPTION["isthmus"], run("isthmus", "--help", LANG="en_US.UTF-8", LANGUAGE="en:de").stdout)
        self.assertSays(self.translation("fr", DESCRIPTION["isthmus"]),
                        run("isthmus", "--help", LANG="en_US.UTF-8", LANGUAGE="eo:fr:de").stdout)

    def test_anUnknownLanguageIsRefusedInASentence(self):
        done = run("isthmus", "--language", "tlh", LANG="C.UTF-8")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--language", done.stderr)
        for language in catalogue.PLURAL_FORMS:
            self.assertIn(language, done.stderr)


if __name__ == "__main__":
    results.main("translations")
