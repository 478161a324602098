"""Writes results of Python tests in the same form as Qt Test, so that tests/acceptance reads one form."""

import os
import sys
import unittest


class _Result(unittest.TextTestResult):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.lines = []

    def _note(self, word, test, words=""):
        self.lines.append(f"{word}   : {type(test).__name__}::{test._testMethodName}() {words}".rstrip())

    def addSuccess(self, test):
        super().addSuccess(test)
        self._note("PASS", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._note("FAIL!", test)

    def addError(self, test, err):
        super().addError(test, err)
        self._note("FAIL!", test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._note("SKIP", test, reason)


def main(room, module="__main__"):
    """Runs the module's tests; exit status as unittest's. `room` names the results file."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[module])
    runner = unittest.TextTestRunner(verbosity=2, resultclass=_Result)
    result = runner.run(suite)
    build = os.environ.get("ISTHMUS_BUILD")
    if build:
        folder = os.path.join(build, "results")
        os.makedirs(folder, exist_ok=True)
        name = os.path.splitext(os.path.basename(sys.argv[0]))[0]
        with open(os.path.join(folder, f"{room}.{name}.txt"), "w", encoding="utf-8") as file:
            file.write("\n".join(result.lines) + "\n")
    sys.exit(0 if result.wasSuccessful() else 1)
