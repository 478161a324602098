"""A Debian 12 root that holds nothing but what Debian calls required, for one test.

The root itself is made once and kept in the cache, with the packages that ours depends on downloaded and not
installed, so that the test needs no network. What the test changes lies in a tmpfs of a mount namespace that only one
process holds; when the test ends, however it ends, the kernel drops it.
"""

import fcntl
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from isthmus_servers import prepare

SUITE = "bookworm"
KEEPER = """
set -e
mount -t tmpfs tmpfs "$2"
mkdir "$2/upper" "$2/work" "$2/root"
mount -t overlay overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work" "$2/root"
echo $$
exec cat >/dev/null
"""


def dependencies(package):
    """Names of the packages that a .deb depends on; of alternatives the first."""
    fields = subprocess.run(["dpkg-deb", "-f", package, "Depends"], check=True, capture_output=True, text=True).stdout
    return sorted(re.split(r"[ (|]", field.strip())[0] for field in fields.split(","))


def base(names):
    """The kept root for these dependencies; made if it is not there, which needs Debian's archive."""
    cache = prepare.cache_folder()
    root = cache / ("package-" + hashlib.sha256("\n".join([SUITE, *names]).encode()).hexdigest()[:16])
    cache.mkdir(parents=True, exist_ok=True)
    with open(cache / "package.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if root.is_dir():
            return root
        half = root.with_name(root.name + ".half")
        subprocess.run(prepare.as_root(["rm", "-rf", str(half)]), check=True)
        download = f'chroot "$1" apt-get -qq -y --no-install-recommends --download-only install {" ".join(names)}'
        subprocess.run(prepare.as_root(["mmdebstrap", "--quiet", "--mode=root", "--variant=minbase", "--skip=cleanup/apt",
                                        "--customize-hook=" + download, *prepare.proxy_options(), SUITE, str(half)]),
                       stdin=subprocess.DEVNULL, check=True)
        subprocess.run(prepare.as_root(["mv", str(half), str(root)]), check=True)
    return root


class EmptyRoot:
    """Use it through `with EmptyRoot(names) as root:`."""

    def __init__(self, names):
        self.base = base(names)

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="isthmus-root."))
        self.keeper = subprocess.Popen(
            prepare.as_root(["unshare", "--mount", "--propagation", "private", "sh", "-c", KEEPER, "keeper", str(self.base),
                             str(self.folder)]),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        # With the keeper's root folder: a mount namespace entered without it is seen from its own root, outside of a chroot.
        self.inside = ["nsenter", "--root", "--mount", "--target", self.keeper.stdout.readline().strip(), "--"]
        return self

    def __exit__(self, *_):
        self.keeper.stdin.close()
        self.keeper.wait()
        self.keeper.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _command(self, command, *options):
        return ["bwrap", "--die-with-parent", "--bind", str(self.folder / "root"), "/", "--dev", "/dev", "--proc", "/proc", *options,
                "--", *(str(part) for part in command)]

    def as_root(self, *command):
        """Runs it inside as root, without network; its output."""
        environment = ["--unshare-net", "--clearenv", "--setenv", "PATH", "/usr/sbin:/usr/bin:/sbin:/bin",
                       "--setenv", "DEBIAN_FRONTEND", "noninteractive", "--setenv", "LC_ALL", "C.UTF-8"]
        done = subprocess.run(prepare.as_root(self.inside + self._command(command, *environment)),
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(f"{command}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def command_for_user(self, *command):
        """A command line that runs it inside as our own user, who keeps environment, loopback, display and buses."""
        user = ["setpriv", "--reuid", str(os.getuid()), "--regid", str(os.getgid()), "--clear-groups"]
        shared = [part for folder in sorted({"/tmp", tempfile.gettempdir()}) for part in ("--bind", folder, folder)]
        return prepare.as_root(self.inside + user + self._command(command, *shared))

    def copy_in(self, file, name):
        """A file of ours under a name inside."""
        target = self.folder / "root" / name.lstrip("/")
        with open(file, "rb") as content:
            subprocess.run(prepare.as_root(self.inside + ["tee", str(target)]), stdin=content, stdout=subprocess.DEVNULL, check=True)

    def files(self):
        """Every path inside, without what the system's own tools write about packages."""
        listing = self.as_root("find", "/", "-xdev", "-not", "-type", "d", "-not", "-path", "/var/*", "-not", "-path", "/tmp/*")
        return set(listing.splitlines())
