"""The one part that runs as root: starts Prosody, Dovecot and Postfix in the private root, and dies with its caller.

It runs as process 1 of a PID namespace and in a mount namespace, both made by unshare(1). All files of the servers lie
in a tmpfs that only this mount namespace sees. So when this process ends, however it ends, the kernel kills every
server and drops every file; nothing has to be cleaned up by a program that may itself have been killed.

It knows nothing about the servers: it binds sockets, writes files and starts commands as the supervisor tells it, by
one JSON object a packet over a SOCK_SEQPACKET socket. The end of that connection is its order to end.
"""

import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess

PACKET = 190_000  # below the default wmem, which bounds a packet


class Guard:
    def __init__(self, folder, root):
        self.folder = pathlib.Path(folder)
        self.root = pathlib.Path(root)
        self.state = self.folder / "state"
        self.servers = {}  # name -> (bwrap process, pid of the server as seen from here)

    def run(self):
        subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", str(self.state)], check=True)
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as line:
            line.connect(str(self.folder / "guard.socket"))
            while packet := line.recv(PACKET):
                request = json.loads(packet)
                fds = []
                try:
                    answer = getattr(self, "do_" + request.pop("do"))(**request, fds=fds) or {}
                except (OSError, KeyError, ValueError, subprocess.SubprocessError) as error:
                    answer = {"error": f"{type(error).__name__}: {error}"}
                socket.send_fds(line, [json.dumps(answer).encode()], fds)
                for fd in fds:
                    os.close(fd)
        self.stop_all()
        self.remove_folder()

    # Requests. Each gets its JSON members as arguments; what it returns is the answer.

    def do_bind(self, address, ports, fds):
        """Listening sockets on one address, also on ports that only root may bind; they go back to the caller."""
        sockets = []
        try:
            for port in ports:
                listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
                sockets.append(listener)
                listener.bind((address, port))
                listener.listen(64)
        except OSError:
            for listener in sockets:
                listener.close()
            raise
        fds.extend(listener.detach() for listener in sockets)

    def do_write(self, path, fds, text=None, mode=None, owner=None):
        """A file, or a folder if text is None, below the state folder. owner is a user name of the private root."""
        target = self.state / path
        if text is None:
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = target.with_name(target.name + ".new")
            beside.write_text(text)
            beside.rename(target)  # a server reading at this moment sees the old or the new, never half
        target.chmod(mode or (0o755 if text is None else 0o644))
        if owner:
            os.chown(target, *self._ids(owner))

    def do_read(self, path, fds, offset=0):
        with open(self.state / path, "rb") as file:
            file.seek(offset)
            data = file.read(PACKET // 4)
            return {"text": data.decode("utf-8", "replace"), "offset": offset + len(data)}

    def do_remove(self, path, fds):
        target = self.state / path
        shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)

    def do_start(self, name, argv, fds):
        if self._alive(name):
            return
        (self.state / "log").mkdir(exist_ok=True)
        reading, writing = os.pipe()
        command = ["bwrap", "--die-with-parent", "--unshare-pid", "--unshare-ipc", "--as-pid-1", "--clearenv",
                   "--setenv", "PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "--setenv", "LANG", "C.UTF-8",
                   "--setenv", "TZ", "UTC", "--ro-bind", str(self.root), "/", "--dev", "/dev", "--proc", "/proc",
                   "--tmpfs", "/run", "--tmpfs", "/tmp", "--bind", str(self.state), "/state",
                   "--info-fd", str(writing), *argv]
        with open(self.state / "log" / f"{name}.out", "ab") as log:
            bwrap = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as pipe:
            told = pipe.read()
        if not told:
            raise OSError(f"{name} did not start: " + self.do_read(f"log/{name}.out", [])["text"][-600:])
        self.servers[name] = (bwrap, json.loads(told)["child-pid"])

    def do_stop(self, name, fds, kill=False):
        """Ends a server and waits for it: asked politely, or killed on the spot. Politeness lasts five seconds."""
        if not self._alive(name):
            return
        bwrap, pid = self.servers.pop(name)
        os.kill(pid, signal.SIGKILL if kill else signal.SIGTERM)
        try:
            bwrap.wait(5)
        except subprocess.TimeoutExpired:
            os.kill(pid, signal.SIGKILL)
            bwrap.wait(5)

    def do_alive(self, fds):
        return {"servers": [name for name in list(self.servers) if self._alive(name)]}

    # ---

    def _alive(self, name):
        return name in self.servers and self.servers[name][0].poll() is None

    def _ids(self, user):
        """The private root's numbers for a user, which need not be those of the system outside."""
        for line in (self.root / "etc/passwd").read_text().splitlines():
            fields = line.split(":")
            if fields[0] == user:
                return int(fields[2]), int(fields[3])
        raise KeyError(f"no user {user} in the private root")

    def stop_all(self):
        for bwrap, pid in self.servers.values():
            if bwrap.poll() is None:
                os.kill(pid, signal.SIGKILL)
        for bwrap, _ in self.servers.values():
            bwrap.wait(5)

    def remove_folder(self):
        """The caller is gone, perhaps killed: its files are ours to remove."""
        if not self.folder.exists():
            return
        subprocess.run(["umount", "--lazy", str(self.state)], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)


def main(folder, root):
    os.umask(0o022)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # typed at the terminal: the caller decides and hangs up
    Guard(folder, root).run()
    return 0
