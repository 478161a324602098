"""The other people's programs, as the story holds them: another XMPP client and another mail program."""

import json
import pathlib
import queue
import subprocess
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATIENCE = 30


class Foreign:
    """One program of tests/servers/foreign; do() sends a command and waits for its answer."""

    def __init__(self, script, servers, account, *options):
        self.process = subprocess.Popen(
            ["/usr/bin/python3", "-B", str(ROOT / "tests/servers/foreign" / script), "--servers", str(servers),
             "--account", account, *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.account = account
        self.events = []
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.number = 0

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(json.loads(line))
        self.lines.put({"event": "gone"})

    def _next(self, end):
        try:
            return self.lines.get(timeout=max(0.01, end - time.monotonic()))
        except queue.Empty:
            return None

    def do(self, name, patience=PATIENCE, **members):
        self.number += 1
        self.process.stdin.write(json.dumps({"do": name, "id": self.number, **members}) + "\n")
        self.process.stdin.flush()
        end = time.monotonic() + patience
        while (event := self._next(end)) is not None:
            if event.get("id") == self.number and event["event"] in ("done", "failed"):
                if event["event"] == "failed":
                    raise AssertionError(f"{self.account}: {name}: {event['error']}")
                return event
            if event["event"] == "gone":
                break
            self.events.append(event)
        raise AssertionError(f"{self.account}: {name}: no answer")

    def wait(self, kind, condition=lambda event: True, patience=PATIENCE):
        """The first event of that kind for which the condition holds; it is taken out."""
        end = time.monotonic() + patience
        while True:
            for index, event in enumerate(self.events):
                if event["event"] == kind and condition(event):
                    return self.events.pop(index)
            event = self._next(end)
            if event is None or event["event"] == "gone":
                raise AssertionError(f"{self.account}: no {kind} came; there were "
                                     f"{[(e['event'], e.get('body')) for e in self.events][-5:]}")
            self.events.append(event)

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def xmpp(servers, account, *options):
    return Foreign("xmppclient.py", servers, account, *options)


def mail(servers, account):
    return Foreign("mailclient.py", servers, account)


class Servers:
    """A private instance of the servers, gone when this process is gone."""

    TOOL = ROOT / "tests/servers/isthmus-servers"

    def __init__(self, state):
        self.state = pathlib.Path(state)
        subprocess.run([self.TOOL, "prepare"], check=True)
        subprocess.run([self.TOOL, "up", "--state", self.state], check=True, stdout=subprocess.DEVNULL)
        self.path = self.state / "servers.json"
        self.data = json.loads(self.path.read_text(encoding="utf-8"))

    def call(self, verb, **members):
        arguments = [f"{name}={value}" for name, value in members.items()]
        return subprocess.run([self.TOOL, "call", "--state", self.state, verb, *arguments], check=True,
                              capture_output=True, text=True).stdout

    def password(self, account):
        return next(a["password"] for a in self.data["accounts"] if a["address"] == account)

    def down(self):
        subprocess.run([self.TOOL, "down", "--state", self.state], check=False, stdout=subprocess.DEVNULL)
