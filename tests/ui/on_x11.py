#!/usr/bin/python3
"""Runs a program on an X display of its own: on_x11.py PROGRAM ARGUMENT...

Qt takes the meaning of keys in fields from the desktop; the offscreen platform has other ones than X11.
"""

import os
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "story"))

from desktop import Display  # noqa: E402


def main():
    display = Display()
    try:
        environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display.name}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode
    finally:
        display.close()


if __name__ == "__main__":
    sys.exit(main())
