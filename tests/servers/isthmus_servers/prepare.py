"""Makes the private Debian root that the servers run from: once, in the cache, never touching the system.

mmdebstrap unpacks the `servers` packages of installer/packages.txt into a folder. Its maintainer scripts run inside
that folder with service starts refused, so nothing is installed into, or started on, the caller's system.
"""

import fcntl
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

SUITE = "bookworm"
SOURCE = pathlib.Path(__file__).resolve().parents[3]
PROGRAM = SOURCE / "tests/servers/isthmus-servers"


class Failed(Exception):
    """A sentence for the person at the terminal."""


def packages():
    """The `servers` lines of the one package list."""
    lines = (SOURCE / "installer/packages.txt").read_text().splitlines()
    names = sorted(line.split()[1] for line in lines if line.startswith("servers"))
    if not names:
        raise Failed("installer/packages.txt names no servers")
    return names


def cache_folder():
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return pathlib.Path(base) / "isthmus"


def root_path(cache=None):
    """Where the root for today's package list is or will be."""
    wanted = "\n".join([SUITE, *packages()])
    name = "servers-" + hashlib.sha256(wanted.encode()).hexdigest()[:16]
    return (cache or cache_folder()) / name


def as_root(command):
    """The command as it must be called to run as root: itself, or through sudo."""
    if os.geteuid() == 0:
        return command
    if not shutil.which("sudo"):
        raise Failed("the private servers need root or sudo (they run from a root of their own)")
    # Without a terminal sudo could only wait for a password that nobody can type.
    return ["sudo", *([] if sys.stdin and sys.stdin.isatty() else ["-n"]), "--", *command]


def prepare(cache=None, say=lambda text: None):
    """Makes the root unless it is there. Two callers at once: one makes it, the other waits. Returns its path."""
    cache = pathlib.Path(cache or cache_folder())
    root = root_path(cache)
    if root.is_dir():
        return root
    cache.mkdir(parents=True, exist_ok=True)
    with open(cache / "servers.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if root.is_dir():
            return root
        say(f"making the private server root {root} (a minute or two, once)")
        command = ["/usr/bin/python3", str(PROGRAM), "make-root", str(root)]
        done = subprocess.run(as_root(command), stdout=sys.stderr)
        if done.returncode != 0 or not root.is_dir():
            raise Failed("the private server root could not be made; mmdebstrap's own words are above")
    return root


def make_root(root):
    """As root: builds beside the final name and renames, so that a half-made root is never taken for a whole one."""
    root = pathlib.Path(root)
    if not shutil.which("mmdebstrap"):
        raise Failed("mmdebstrap is missing: install the `build` packages of installer/packages.txt")
    half = root.with_name(root.name + ".half")
    shutil.rmtree(half, ignore_errors=True)
    command = ["mmdebstrap", "--quiet", "--mode=root", "--variant=minbase", "--include=" + ",".join(packages()),
               "--dpkgopt=path-exclude=/usr/share/man/*", "--dpkgopt=path-exclude=/usr/share/doc/*",
               "--dpkgopt=path-exclude=/usr/share/locale/*", *proxy_options(), SUITE, str(half)]
    mirror = os.environ.get("ISTHMUS_DEBIAN_MIRROR")
    done = subprocess.run(command + ([mirror] if mirror else []), stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        shutil.rmtree(half, ignore_errors=True)
        raise Failed("mmdebstrap failed")
    (half / "state").mkdir()  # where each instance binds its own folder; the root itself is mounted read-only
    half.rename(root)


def proxy_options():
    """mmdebstrap does not read the system's apt configuration; a machine behind a proxy must still reach Debian."""
    dump = subprocess.run(["apt-config", "dump", "Acquire::http::Proxy"], capture_output=True, text=True)
    line = dump.stdout.strip()
    return ["--aptopt=" + line.rstrip(";")] if '"' in line and '""' not in line else []
