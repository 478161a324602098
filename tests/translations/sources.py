#!/usr/bin/python3
"""No text that a person sees, or hears from a screen reader, goes around tr()."""

import pathlib
import re
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tests.support import results  # noqa: E402

# What shows, or speaks, its argument.
SHOWN_BY = re.compile(
    r"\b(setText|setPlainText|setHtml|setToolTip|setStatusTip|setWhatsThis|setWindowTitle|setTitle|setAccessibleName|"
    r"setAccessibleDescription|setPlaceholderText|setInformativeText|setLabelText|setPrefix|setSuffix|setHeaderData|"
    r"setApplicationDescription|addAction|addMenu|addItem|addTab|addRow|addButton|addWidget|insertItem|setButtonText|showMessage|announce|"
    r"QLabel|QPushButton|QToolButton|QCheckBox|QRadioButton|QGroupBox|QMenu|QAction|QMessageBox|QInputDialog|QFileDialog|"
    r"ElidedLabel|FaultLabel)\b(?:\s+\w+)?\s*[({]")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
TRANSLATED = re.compile(r"\b(?:tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\(")
WORD = re.compile(r"[^\W\d_]{2,}")
SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}")
# Names inside the program: addAction(menu, "nextPane", …) and the like.
INNER_NAME = re.compile(r"[a-z]+(?:[A-Z][a-z]*)*:?")
# Names that no language changes.
PROPER = {"Isthmus", "XMPP", "IMAP", "POP3", "SMTP"}
# Sentences that reach nobody through the window: what a regular expression or a style sheet holds.
OUTSIDE = re.compile(r"QRegularExpression|setStyleSheet|qCWarning|qCDebug|qCInfo|qWarning|static_assert|base::Error\{|setCodecForTr|#include|R\"\(")

# Sentences that only a failing test shows, and the name of a font.
INSIDE = {"ui/composer/EmojiPicker.cpp": {"Noto Color Emoji"},
          "ui/theme/Theme.cpp": {"text on selection", "muted text on selection", "text on accent", "accent as text",
                                 "accent as text in a list"}}


def without_comments(text):
    """`text` with its comments blanked, lines and columns kept; literals are stepped over."""
    pattern = re.compile(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/', re.S)
    return pattern.sub(lambda m: m.group() if m.group().startswith('"') else re.sub(r"[^\n]", " ", m.group()), text)


def closing(text, start):
    """The end of the call whose bracket stands before `start`."""
    depth, position = 1, start
    step = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)\'|[(){}]')
    while depth and (found := step.search(text, position)):
        position = found.end()
        depth += {"(": 1, "{": 1, ")": -1, "}": -1}.get(found.group(), 0)
    return position


def without_translated(text):
    """`text` with every tr(…) blanked."""
    while found := TRANSLATED.search(text):
        end = closing(text, found.end())
        text = text[:found.start()] + re.sub(r"[^\n]", " ", text[found.start():end]) + text[end:]
    return text


def is_shown_text(literal):
    bare = re.sub(r"%L?\d+|\\.", " ", literal)
    return bool(WORD.search(bare)) and literal not in PROPER and not INNER_NAME.fullmatch(literal)


def untranslated(path):
    """`line: text` of every literal that looks like words for a person."""
    text = without_translated(without_comments(path.read_text(encoding="utf-8")))
    found = {}
    for call in SHOWN_BY.finditer(text):
        for literal in LITERAL.finditer(text, call.end(), closing(text, call.end())):
            if is_shown_text(literal[1]):
                found[literal.start()] = literal[1]
    for literal in LITERAL.finditer(text):
        line = text[text.rfind("\n", 0, literal.start()) + 1:literal.start()]
        if SENTENCE.search(literal[1]) and not OUTSIDE.search(line):
            found[literal.start()] = literal[1]
    return [f"{text.count(chr(10), 0, at) + 1}: {words}" for at, words in sorted(found.items())]


def window_sources():
    for top in ("ui", "app/desktop"):
        yield from sorted(path for path in (ROOT / top).rglob("*") if path.suffix in (".cpp", ".h"))


class sources(unittest.TestCase):
    def plant(self, line):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "X.cpp"
            path.write_text(line + "\n", encoding="utf-8")
            return untranslated(path)

    def test_everyTextForPeopleIsTranslated(self):
        found = []
        for path in window_sources():
            name = path.relative_to(ROOT).as_posix()
            found += [f"{name}:{line}" for line in untranslated(path) if line.split(": ", 1)[1] not in INSIDE.get(name, ())]
        self.assertEqual(found, [])

    def test_plantedTextIsFound(self):
        for line in ('label->setText(QStringLiteral("Nobody here"));', 'auto *b = new QPushButton(u"Send"_s, this);',
                     'QLabel label(QStringLiteral("Name"));', 'box.setAccessibleName(tr("Name") + QStringLiteral(" of Bob"));',
                     'menu->addAction(QStringLiteral("Quit"));', 'return QStringLiteral("goes as mail");'):
            self.assertEqual(len(self.plant(line)), 1, line)

    def test_innerNamesAndTranslatedTextsAreNot(self):
        for line in ('setObjectName(QStringLiteral("sendButton"));', 'label->setText(tr("Nobody here (yet)"));',
                     'addAction(menu, QStringLiteral("nextPane"), tr("Next pane"), Qt::Key_F6);',
                     'label->setText(QStringLiteral("%1 – %2").arg(a, b));', '// setText("Nobody here")',
                     'box.setWindowTitle(QStringLiteral("Isthmus"));',
                     'Text::tr("one "\n   "two three");'):
            self.assertEqual(self.plant(line), [], line)


if __name__ == "__main__":
    results.main("translations")
