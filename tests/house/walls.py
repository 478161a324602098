#!/usr/bin/python3
"""The walls: every #include of the program obeys the table in core/README.md.

`walls.py` checks the tree it stands in; the tests below plant violations and want them found.
"""

import os
import pathlib
import re
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tests.support import results  # noqa: E402

# Which library a system header belongs to; headers of the language and of the system belong to none.
LIBRARY_PREFIXES = {
    "gloox/": "gloox", "vmime/": "VMime", "gmime/": "GMime", "glib": "GMime", "gumbo": "gumbo", "litehtml": "litehtml",
    "ares": "c-ares", "sqlite3": "SQLite", "unicode/": "ICU", "qt6keychain/": "QtKeychain", "seccomp": "seccomp",
    "nettle/": "Nettle",
}
QT_MODULES = {
    "QtNetwork": "QSsl QTcp QUdp QHost QNetwork QAbstractSocket QLocalS QDns",
    "QtSql": "QSql",
    "QtDBus": "QDBus",
    "QtSvg": "QSvg",
    "QtPrintSupport": "QPrint",
    "QtWidgets": "QWidget QDialog QMainWindow QLabel QPushButton QToolButton QLineEdit QTextEdit QPlainText QComboBox "
                 "QListView QTreeView QTableView QAbstractItemView QAbstractScrollArea QScroll QMenu QApplication "
                 "QStyle QLayout QBoxLayout QVBoxLayout QHBoxLayout QFormLayout QGridLayout QStacked QSplitter "
                 "QCheckBox QRadioButton QGroupBox QMessageBox QFileDialog QInputDialog QToolTip QToolBar QStatusBar "
                 "QSystemTray QGraphics QFrame QProgressBar QTabWidget QTabBar QButtonGroup QAbstractButton QCompleter "
                 "QListWidget QTreeWidget QTableWidget QSpinBox QDockWidget QRubberBand QCommonStyle QProxyStyle "
                 "QStyledItemDelegate QHeaderView",
    "QtGui": "QPaint QColor QFont QImage QPixmap QIcon QBrush QPen QPalette QGuiApplication QWindow QScreen QKeyEvent "
             "QMouseEvent QTextDocument QTextLayout QTextCursor QTextBoundary QClipboard QDesktopServices QAccessible "
             "QAction QShortcut QKeySequence QValidator QStandardItem QRawFont QGlyphRun QTransform QPolygon QMovie "
             "QCursor QDrag QStyleHints QBackingStore",
}
# Names that begin like one of the above but live in QtCore.
QT_CORE_EXCEPTIONS = {"QTextBoundaryFinder", "QTextStream"}


def read_table(readme):
    """Room -> (floor, rooms it may use, libraries it may use), from the table in core/README.md."""
    rooms = {}
    for line in readme.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != 5 or not re.fullmatch(r"\d+", cells[0]):
            continue
        path = cells[1].strip("`")
        uses = set(re.findall(r"[a-z]+", cells[3]))
        rooms[path] = (int(cells[0]), uses, set(cells[4].split()))
    return rooms


def qt_module(header):
    if header in QT_CORE_EXCEPTIONS:
        return "QtCore"
    for module, prefixes in QT_MODULES.items():
        if any(header.startswith(prefix) for prefix in prefixes.split()):
            return module
    return "QtCore"


def library_of(header):
    for prefix, library in LIBRARY_PREFIXES.items():
        if header.startswith(prefix):
            return library
    if re.fullmatch(r"Q[A-Z]\w*|Qt[A-Z]?\w*", header):
        return qt_module(header)
    return None


def room_of(path, rooms):
    parts = path.split("/")
    candidate = "/".join(parts[:2])
    return candidate if candidate in rooms else None


def check_include(room, target, quoted, rooms):
    """One sentence that says what is wrong, or None."""
    floor, uses, libraries = rooms[room]
    if quoted:
        other = room_of(target, rooms)
        if other is None:
            return f"{target} is in no room (includes are written from the root)"
        if other == room or "all" in uses or other.split("/")[1] in uses:
            return None
        if other in ("core/base", "core/model") and rooms[other][0] < floor:
            return None
        return f"{room} may not use {other}"
    library = library_of(target)
    if library and "all" not in libraries and library not in libraries:
        return f"{room} may not include {library} (<{target}>)"
    return None


def violations(root, rooms):
    found = []
    for top in ("core", "ui", "app"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            relative = path.relative_to(root).as_posix()
            room = room_of(relative, rooms)
            if room is None:
                found.append(f"{relative}: its folder is in no row of core/README.md")
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                match = re.match(r'\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', line)
                if not match or (match[1] or "").endswith(".moc") or (match[1] or "").startswith("moc_"):
                    continue
                problem = check_include(room, match[1] or match[2], bool(match[1]), rooms)
                if problem:
                    found.append(f"{relative}:{number}: {problem}")
    return found


class walls(unittest.TestCase):
    def setUp(self):
        self.rooms = read_table(ROOT / "core/README.md")

    def plant(self, path, include):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            file = root / path
            file.parent.mkdir(parents=True)
            file.write_text(f"#include {include}\n", encoding="utf-8")
            return violations(root, self.rooms)

    def test_everyIncludeObeysTheTable(self):
        self.assertEqual(violations(ROOT, self.rooms), [])

    def test_tableIsReadWhole(self):
        self.assertGreaterEqual(len(self.rooms), 30)
        self.assertEqual(self.rooms["core/base"][0], 0)

    def test_plantedArrowUpIsFound(self):
        self.assertTrue(self.plant("core/model/X.h", '"core/store/Database.h"'))

    def test_plantedArrowAcrossSiblingsIsFound(self):
        self.assertTrue(self.plant("ui/timeline/X.h", '"ui/composer/Composer.h"'))

    def test_plantedInheritedArrowIsFound(self):
        # engine may use port, port may use model; but xmpp, which uses wire, gives wire to nobody.
        self.assertTrue(self.plant("core/engine/X.cpp", '"core/wire/SecureSocket.h"'))

    def test_plantedLibraryIsFound(self):
        for include in ("<gloox/tag.h>", "<vmime/vmime.hpp>", "<gmime/gmime.h>", "<QSqlQuery>", "<QSslSocket>"):
            self.assertTrue(self.plant("core/interworking/X.cpp", include), include)

    def test_plantedWidgetInCoreIsFound(self):
        self.assertTrue(self.plant("core/engine/X.cpp", "<QWidget>"))

    def test_plantedRelativeIncludeIsFound(self):
        self.assertTrue(self.plant("core/engine/X.cpp", '"Engine.h"'))

    def test_allowedIncludesAreNotFound(self):
        self.assertEqual(self.plant("core/engine/X.cpp", '"core/base/Task.h"'), [])
        self.assertEqual(self.plant("core/stanza/X.cpp", "<gloox/tag.h>"), [])
        self.assertEqual(self.plant("core/base/X.cpp", "<vector>"), [])


if __name__ == "__main__":
    results.main("house")
