#!/usr/bin/python3
"""What every change must keep: licence, presets, the one list of packages, file sizes, no place names."""

import json
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tests.support import results  # noqa: E402

PACKAGE = re.compile(r"^(build|run|servers)\s+([a-z0-9][a-z0-9+.-]+)\s{2,}(\S.*)$")


def sources(*suffixes):
    for top in ("core", "ui", "app", "tests"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in suffixes and path.is_file():
                yield path


def package_rows():
    for line in (ROOT / "installer/packages.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


class manifest(unittest.TestCase):
    def test_licenceIsGpl3(self):
        text = (ROOT / "LICENSE").read_text(encoding="utf-8")
        self.assertIn("GNU GENERAL PUBLIC LICENSE", text[:200])
        self.assertIn("Version 3, 29 June 2007", text[:200])
        self.assertIn("GPL-3.0-or-later", (ROOT / "README.md").read_text(encoding="utf-8"))

    def test_readmeShowsARealScreenshot(self):
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        pictures = re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", text)
        self.assertTrue(pictures)
        for picture in pictures:
            data = (ROOT / picture).read_bytes()
            self.assertEqual(data[:8], b"\x89PNG\r\n\x1a\n")
            width, height = (int.from_bytes(data[at:at + 4], "big") for at in (16, 20))
            self.assertEqual((width, height), self.size_in_the_story())
        # Made by the story: the step that it is of is there, in its place.
        number, step = re.search(r"The picture above is\s+`DIR/(\d\d)-(\w+)\.png`", text).groups()
        story = (ROOT / "tests/story/story.py").read_text(encoding="utf-8")
        steps = re.findall(r"^@step\ndef (\w+)\(", story, re.M)
        self.assertEqual(steps[int(number) - 1], step)

    @staticmethod
    def size_in_the_story():
        desktop = (ROOT / "tests/story/desktop.py").read_text(encoding="utf-8")
        return tuple(int(size) for size in re.search(r"grab=None, width=(\d+), height=(\d+)", desktop).groups())

    def test_presetsAreThere(self):
        presets = json.loads((ROOT / "CMakePresets.json").read_text(encoding="utf-8"))["configurePresets"]
        shown = {preset["name"] for preset in presets if not preset.get("hidden")}
        self.assertEqual(shown, {"dev", "release", "asan", "tidy"})
        base = next(preset for preset in presets if preset["name"] == "base")
        self.assertEqual(base["cacheVariables"]["ISTHMUS_WERROR"], "ON")

    def test_packagesAreListedOnceWithTheirPurpose(self):
        seen = set()
        for line in package_rows():
            match = PACKAGE.match(line)
            self.assertTrue(match, line)
            self.assertNotIn((match[1], match[2]), seen, line)
            seen.add((match[1], match[2]))
        self.assertGreater(len(seen), 30)

    def test_noOtherScriptNamesPackagesToInstall(self):
        for path in [ROOT / "check", ROOT / "try", *sources(".py", ".sh", ".txt")]:
            text = path.read_text(encoding="utf-8", errors="replace")
            self.assertNotRegex(text, r"apt(-get)? [^\n]*install (?!--no-install-recommends \"\$)[a-z]", str(path))

    def test_sourceFilesStaySmall(self):
        large = [f"{path.relative_to(ROOT)}: {count}" for path in sources(".cpp", ".h", ".py")
                 if (count := len(path.read_text(encoding="utf-8").splitlines())) > 500]
        self.assertEqual(large, [])

    def test_noUnfinishedMarks(self):
        marks = re.compile(r"\b(" + "TO" + r"DO|FIX" + r"ME|X" + r"XX|HA" + r"CK)\b")
        found = [f"{path.relative_to(ROOT)}:{number}" for path in sources(".cpp", ".h", ".py")
                 for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if marks.search(line)]
        self.assertEqual(found, [])

    def test_nothingSpeaksOfTheMachineItWasMadeOn(self):
        place = re.compile(r"(?<![\w.])/(work|root|home)/\w")
        files = subprocess.run(["git", "-C", str(ROOT), "ls-files"], capture_output=True, text=True, check=False).stdout
        found = []
        for name in files.split():
            path = ROOT / name
            if path.suffix in (".png", ".eml", ".csv", ".jsonl") or not path.is_file() or "/data/" in name:
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                if place.search(line):
                    found.append(f"{name}:{number}: {line.strip()[:80]}")
        self.assertEqual(found, [])

    def test_pythonScriptsNameTheSystemsPython(self):
        for path in sources(".py"):
            first = path.read_text(encoding="utf-8").split("\n", 1)[0]
            if first.startswith("#!"):
                self.assertEqual(first, "#!/usr/bin/python3", str(path))


if __name__ == "__main__":
    results.main("house")
