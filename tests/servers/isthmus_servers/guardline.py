"""The caller's end of the line to guard.py: start it, through sudo if need be, and ask it for things."""

import json
import os
import pathlib
import select
import socket
import subprocess
import time

from . import guard, prepare


class GuardLine:
    """Requests are answered at once, so they simply block; starting a server takes some milliseconds."""

    def __init__(self, folder, root):
        self.path = pathlib.Path(folder) / "guard.socket"
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
            listener.bind(str(self.path))
            listener.listen(1)
            listener.settimeout(0.1)
            command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--",
                       "/usr/bin/python3", str(prepare.PROGRAM), "guard", str(folder), str(root)]
            # Its own output file: whoever reads ours to the end would wait for the end of the servers.
            self.output = self.path.with_name("guard.log")
            with open(self.output, "wb") as output:
                self.process = subprocess.Popen(prepare.as_root(command), stdin=subprocess.DEVNULL,
                                                stdout=output, stderr=output)
            self.watch = os.pidfd_open(self.process.pid)  # it need not be our child by the time we wait for its end
            self.line = self._accept(listener)
        self.line.settimeout(20)

    def _accept(self, listener):
        end = time.monotonic() + 120  # a person may have to type a password for sudo
        while time.monotonic() < end:
            try:
                return listener.accept()[0]
            except TimeoutError:
                if self.process.poll() is not None:
                    break
        words = self.output.read_text(errors="replace").strip()
        raise prepare.Failed(f"the part of the servers that needs root did not start: {words}")

    def ask(self, do, **arguments):
        answer, _ = self.ask_with_fds(do, **arguments)
        return answer

    def ask_with_fds(self, do, **arguments):
        self.line.send(json.dumps({"do": do, **arguments}).encode())
        packet, fds, _, _ = socket.recv_fds(self.line, guard.PACKET, 8)
        if not packet:
            raise prepare.Failed("the part of the servers that needs root has died")
        answer = json.loads(packet)
        if "error" in answer:
            raise prepare.Failed(answer["error"])
        return answer, fds

    def bind(self, address, ports):
        """Listening sockets, also on ports that only root may bind."""
        _, fds = self.ask_with_fds("bind", address=address, ports=ports)
        return [socket.socket(fileno=fd) for fd in fds]

    def close(self):
        """The guard takes every server with it. Returns when it has ended."""
        try:
            self.line.shutdown(socket.SHUT_RDWR)  # unlike close(), also if `up` still holds the same socket
        except OSError:
            pass  # the guard is gone already
        self.line.close()
        select.select([self.watch], [], [], 10)
        os.close(self.watch)
