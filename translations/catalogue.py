#!/usr/bin/python3
"""The .ts files beside this one: reads them, and brings them into step with the sources.

usage: catalogue.py    runs lupdate; new texts appear as unfinished, texts that are gone are dropped
"""

import dataclasses
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
SOURCES = ("core", "ui", "app")

# Each language and how many plural forms it has. English holds its plurals only: the rest is the sources' text.
PLURAL_FORMS = {"en": 2, "de": 2, "fr": 2, "es": 2, "zh_CN": 1}


@dataclasses.dataclass(frozen=True)
class Message:
    context: str
    source: str
    comment: str
    plural: bool
    state: str  # "", "unfinished", "vanished" or "obsolete"
    forms: tuple  # one text, or one for each plural form

    @property
    def key(self):
        return self.context, self.source, self.comment, self.plural


def path_of(language):
    return HERE / f"isthmus_{language}.ts"


def read(path):
    messages = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for entry in context.iter("message"):
            translation = entry.find("translation")
            plural = entry.get("numerus") == "yes"
            forms = [form.text for form in translation.iter("numerusform")] if plural else [translation.text]
            messages.append(Message(context.findtext("name"), entry.findtext("source"), entry.findtext("comment") or "",
                                    plural, translation.get("type", ""), tuple(form or "" for form in forms)))
    return messages


def tool(name):
    found = shutil.which(f"/usr/lib/qt6/bin/{name}") or shutil.which(f"{name}6") or shutil.which(name)
    if not found:
        raise FileNotFoundError(f"{name} is not installed (see installer/packages.txt)")
    return found


def update(path, plural_only):
    """Runs lupdate over the sources into `path`; what it printed, for a look at its warnings."""
    # Headers are included from the root: without -I a class outside its header's folder loses its namespace,
    # and its texts would never be found at run time.
    command = [tool("lupdate"), "-I", ".", "-locations", "none", "-no-obsolete", "-source-language", "en",
               *(["-pluralonly"] if plural_only else []), *SOURCES, "-ts", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout + done.stderr


def extract():
    """What the sources say now: all messages, and lupdate's output."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "isthmus_en.ts"
        printed = update(path, plural_only=False)
        return read(path), printed


def main():
    for language in PLURAL_FORMS:
        update(path_of(language), plural_only=language == "en")
        open_texts = [message for message in read(path_of(language)) if message.state]
        print(f"{language}: {len(open_texts)} unfinished")
        for message in open_texts:
            print(f"    {message.context}: {message.source!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
