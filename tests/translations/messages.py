#!/usr/bin/python3
"""The translations themselves: whole, in step with the sources, and formed as the program reads them."""

import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tests.support import results  # noqa: E402
from translations import catalogue, pseudo  # noqa: E402

TRANSLATED = [language for language in catalogue.PLURAL_FORMS if language != "en"]
PLACEHOLDER = re.compile(r"%L?(?:\d{1,2}|n)")
ACCELERATOR = re.compile(r"&(.)")
# Texts that are on the screen together, beside those of one class: their accelerators must differ too.
TOGETHER = [("MainWindow", "MailFields"), ("MainWindow", "SignInPage"), ("MainWindow", "Composer")]
# Command-line words and values that are typed as they stand.
TYPED = re.compile(r"--[a-z-]+|mailto:|xmpp:|\.qm\b|\b(?:DIR|FILE|ADDRESS|(?<!')(?:system|light|dark|contrast)\b(?!'))", re.ASCII)


def short(message):
    return message.context.split("::")[-1]


def placeholders(text):
    return collections.Counter(PLACEHOLDER.findall(text))


def accelerators(text):
    return [letter.upper() for letter in ACCELERATOR.findall(text.replace("&&", ""))]


def doubled(messages, texts):
    """Accelerators that two messages of one class, or of classes seen together, share."""
    by_class = collections.defaultdict(dict)
    for message in messages:
        for letter in accelerators(texts(message)):
            by_class[short(message)].setdefault(letter, []).append(message.source)
    found = [f"{name}: {letter}: {users}" for name, letters in by_class.items()
             for letter, users in letters.items() if len(users) > 1]
    for one, other in TOGETHER:
        found += [f"{one} and {other}: {letter}" for letter in by_class[one].keys() & by_class[other].keys()]
    return found


class messages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.now, cls.printed = catalogue.extract()
        cls.stored = {language: catalogue.read(catalogue.path_of(language)) for language in catalogue.PLURAL_FORMS}

    maxDiff = None

    def everyForm(self):
        for language in TRANSLATED:
            for message in self.stored[language]:
                for form in message.forms:
                    yield language, message, form

    def collect(self, wrong):
        self.assertEqual([f"{language}: {message.context}: {message.source!r} -> {form!r}"
                          for language, message, form in self.everyForm() if wrong(language, message, form)], [])

    def test_translationsAreInStepWithTheSources(self):
        wanted = {message.key for message in self.now}
        self.assertGreater(len(wanted), 400)
        for language in TRANSLATED:
            held = {message.key for message in self.stored[language]}
            self.assertEqual(wanted - held, set(), f"{language}: run translations/catalogue.py and translate these")
            self.assertEqual(held - wanted, set(), f"{language}: run translations/catalogue.py to drop these")
        self.assertEqual({message.key for message in self.stored["en"]}, {message.key for message in self.now if message.plural})

    def test_everyTextOfTheSourcesIsCollected(self):
        warnings = [line for line in self.printed.splitlines() if re.search(r"\.(cpp|h):\d+:", line)]
        self.assertEqual(warnings, [])
        programs = [message.context for message in self.now if not message.context.startswith("isthmus::")]
        self.assertLessEqual(set(programs), {"Preview"})

    def test_everyMessageIsFinished(self):
        for language, held in self.stored.items():
            open_texts = [message.key for message in held if message.state or not all(form.strip() for form in message.forms)]
            self.assertEqual(open_texts, [], language)

    def test_pluralFormsAreThoseOfTheLanguage(self):
        for language, held in self.stored.items():
            plurals = [message for message in held if message.plural]
            self.assertGreater(len(plurals), 5)
            for message in plurals:
                self.assertEqual(len(message.forms), catalogue.PLURAL_FORMS[language], f"{language}: {message.source}")
                for form in message.forms:
                    self.assertNotRegex(form, r"\w\(\w+\)", f"{language}: {message.source}")

    def test_placeholdersAreTheSources(self):
        self.collect(lambda _, message, form: placeholders(form) != placeholders(message.source))

    def test_acceleratorsAreNeitherLostNorAdded(self):
        self.collect(lambda _, message, form: len(accelerators(form)) != len(accelerators(message.source)))

    def test_acceleratorsAreNotDoubled(self):
        self.assertEqual(doubled(self.now, lambda message: message.source), [], "en")
        for language in TRANSLATED:
            self.assertEqual(doubled(self.stored[language], lambda message: message.forms[0]), [], language)

    def test_doubledAcceleratorsAreFound(self):
        def message(context, text):
            return catalogue.Message(context, text, "", False, "", (text,))
        same = [message("a::Menu", "&Open"), message("a::Menu", "&Other")]
        seen_together = [message("a::MainWindow", "&Conversation"), message("b::MailFields", "&Cc")]
        apart = [message("a::Menu", "&Open"), message("b::Page", "&Other")]
        self.assertEqual(len(doubled(same, lambda each: each.source)), 1)
        self.assertEqual(len(doubled(seen_together, lambda each: each.source)), 1)
        self.assertEqual(doubled(apart, lambda each: each.source), [])

    def test_whatIsTypedStaysAsItIs(self):
        self.collect(lambda _, message, form: short(message) == "CommandLine" and
                     collections.Counter(TYPED.findall(form)) != collections.Counter(TYPED.findall(message.source)))

    def test_edgesAreTheSources(self):
        def edges(text):
            return (len(text) - len(text.lstrip()), len(text) - len(text.rstrip()), text.count("\n"),
                    text.rstrip().endswith("…"), text.rstrip()[-1:] in ".。", text.rstrip()[-1:] in ":：")
        self.collect(lambda _, message, form: edges(form) != edges(message.source))

    def test_oneTextIsOneTranslation(self):
        # A comment, or an accelerator, is a reason to differ.
        for language in TRANSLATED:
            said = collections.defaultdict(set)
            for message in self.stored[language]:
                if not message.comment and "&" not in message.source:
                    said[message.source].add(message.forms)
            self.assertEqual({source: forms for source, forms in said.items() if len(forms) > 1}, {}, language)

    def test_typographyIsTheLanguages(self):
        marks = {
            "de": re.compile(r'["“](?=\w|%)|\'|\w…'),        # „…“, and a space before the ellipsis of something left out
            "fr": re.compile(r"(?<!\u00a0)[;?!»](?!\w)|(?<=[\w)%»]) :|«(?!\u00a0)|'"),
            "es": re.compile(r"[“”\"]|^[^¿]*\?$|^[^¡]*!$"),
            "zh_CN": re.compile(r"[\u4e00-\u9fff][,;:?!](?!\w)|\.\.\."),
        }
        self.collect(lambda language, _, form: marks[language].search(form))


class pseudoLanguage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.messages = catalogue.read(catalogue.path_of("de"))

    def test_everyTextGrowsByFortyPerCent(self):
        for message in self.messages:
            self.assertGreaterEqual(len(pseudo.pseudo(message.source)), 1.4 * len(message.source.rstrip("\n")), message.source)

    def test_placeholdersAcceleratorsAndLinesStay(self):
        for message in self.messages:
            made = pseudo.pseudo(message.source)
            self.assertEqual(placeholders(made), placeholders(message.source))
            self.assertEqual(accelerators(made), accelerators(message.source))
            self.assertEqual(made.count("\n"), message.source.count("\n"))

    def test_bracketsShowWhatIsCutOff(self):
        for message in self.messages:
            made = pseudo.pseudo(message.source).rstrip("\n")
            self.assertTrue(made.startswith("[") and made.endswith("]"), made)

    def test_itCompilesWhole(self):
        with tempfile.TemporaryDirectory() as folder:
            made = pathlib.Path(folder) / "isthmus_pseudo.ts"
            pseudo.write(self.messages, made)
            self.assertEqual({message.key for message in catalogue.read(made)}, {message.key for message in self.messages})
            done = subprocess.run([catalogue.tool("lrelease"), str(made)], capture_output=True, text=True, check=True, timeout=60)
            self.assertIn(f"{len(self.messages)} finished and 0 unfinished", done.stdout)


if __name__ == "__main__":
    results.main("translations")
