"""A private desktop for window tests: an X display, a session bus with accessibility, and hands and eyes on it.

The window is read over the accessibility bus, as a screen reader reads it, and moved with real key and
mouse events. Nothing in the program knows about this. Use it through `with Desktop(...) as desktop:`.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = float(os.environ.get("ISTHMUS_PATIENCE", "30"))  # seconds that a state may take on a loaded machine
POLL = 0.05


class NotSeen(AssertionError):
    """The window did not come to show what the story says."""


def wait_for(what, condition, patience=None):
    """The first true value of condition(); NotSeen with `what` when patience ends."""
    end = time.monotonic() + (patience or PATIENCE)
    last = None
    while time.monotonic() < end:
        try:
            value = condition()
            if value:
                return value
        except GLib.Error as error:  # the element went away while we looked at it
            last = error
        time.sleep(POLL)
    raise NotSeen(f"not seen: {what}" + (f" ({last.message})" if last else ""))


class Display:
    """Xvfb on a free display number. `memory`: a folder that is to hold its screen, without a
    pointer, as a file (XWD), Xvfb_screen0."""

    def __init__(self, width=1280, height=860, memory=None):
        read_end, write_end = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset",
             *(["-nocursor", "-fbdir", str(memory)] if memory else [])],
            pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.name = f":{number}"

    def close(self):
        self.process.terminate()
        self.process.wait()


class Element:
    """One accessible object, found again by nobody: hold it only as long as its window lives."""

    def __init__(self, node, desktop):
        self.node = node
        self.desktop = desktop

    @property
    def name(self):
        return self.node.get_name() or ""

    @property
    def description(self):
        return self.node.get_description() or ""

    @property
    def role(self):
        return self.node.get_role_name()

    @property
    def text(self):
        interface = self.node.get_text_iface()
        return Atspi.Text.get_text(interface, 0, -1) if interface else self.name

    def has(self, state):
        return self.node.get_state_set().contains(state)

    @property
    def showing(self):
        return self.has(Atspi.StateType.SHOWING)

    def children(self):
        for index in range(self.node.get_child_count()):
            child = self.node.get_child_at_index(index)
            if child:
                yield Element(child, self.desktop)

    def walk(self, depth=40):
        yield self
        if depth:
            for child in self.children():
                yield from child.walk(depth - 1)

    def rectangle(self):
        extents = Atspi.Component.get_extents(self.node.get_component_iface(), Atspi.CoordType.SCREEN)
        return extents.x, extents.y, extents.width, extents.height

    def actions(self):
        interface = self.node.get_action_iface()
        if not interface:
            return []
        return [Atspi.Action.get_action_name(interface, i) for i in range(Atspi.Action.get_n_actions(interface))]

    def do(self, action):
        interface = self.node.get_action_iface()
        names = self.actions()
        wanted = [i for i, name in enumerate(names) if name.lower() == action.lower()]
        if not wanted:
            raise NotSeen(f"{self} offers {names}, not {action}")
        Atspi.Action.do_action(interface, wanted[0])

    def click(self, button=1):
        """With the mouse, where a person would: the middle."""
        x, y, width, height = self.rectangle()
        self.desktop.tool("mousemove", "--sync", str(x + width // 2), str(y + height // 2))
        self.desktop.tool("click", str(button))

    def focus(self):
        Atspi.Component.grab_focus(self.node.get_component_iface())
        wait_for(f"focus in {self}", lambda: self.has(Atspi.StateType.FOCUSED))

    def type(self, text):
        """Replaces the text of a field, with keys."""
        self.click()
        self.desktop.key("ctrl+a")
        self.desktop.keys(text)
        return self

    def __str__(self):
        return f"{self.role} “{self.name}”"


class Desktop:
    """Display, bus and home folder of one test; the program is started in it with start()."""

    def __init__(self, grab=None, width=1180, height=780, hands="mouse"):
        self.grab_tool = grab
        self.width, self.height = width, height  # as the window at its first start, so that a picture is a window
        self.hands = hands
        self.listeners = []

    def __enter__(self):
        self.home = tempfile.mkdtemp(prefix="isthmus-story.")
        self.display = Display(self.width, self.height)
        self.environment = {
            **{name: os.environ[name] for name in ("PATH", "TMPDIR", "ISTHMUS_LONG") if name in os.environ},
            "HOME": self.home, "XDG_RUNTIME_DIR": self.home, "DISPLAY": self.display.name, "LC_ALL": "C.UTF-8",
            "TZ": "UTC", "QT_LOGGING_RULES": "isthmus.*=true", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "NO_AT_BRIDGE": "0",
        }
        self.bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"], env=self.environment,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.stdout.readline().strip()
        os.environ.update({name: self.environment[name] for name in (
            "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")})
        self.keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground"], env=self.environment,
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.keyring.stdin.write(b"story")  # a real keyring, open as after a desktop's sign-in
        self.keyring.stdin.close()
        Atspi.init()
        self.program = None
        return self

    def __exit__(self, *_):
        if self.program and self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        self.keyring.terminate()
        self.keyring.wait()
        self.bus.send_signal(signal.SIGTERM)
        self.bus.wait()
        self.display.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def start(self, command, log=None):
        self.log = open(log, "ab") if log else subprocess.DEVNULL
        self.program = subprocess.Popen([str(part) for part in command], env=self.environment,
                                        stdout=self.log, stderr=self.log, cwd=self.home)
        application = wait_for("the program on the accessibility bus", self.application)
        # What a window manager does with a new window; there is none here.
        self.tool("search", "--sync", "--onlyvisible", "--name", "Isthmus", "windowfocus")
        return application

    def application(self):
        if self.program.poll() is not None:
            raise NotSeen(f"the program ended with status {self.program.returncode}")
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            node = desktop.get_child_at_index(index)
            if node and self.is_ours(node.get_process_id()) and node.get_child_count() > 0:
                return Element(node, self)
        return None

    def is_ours(self, process):
        """The program that was started, or what it started in turn."""
        while process > 1 and process != self.program.pid:
            try:
                stat = pathlib.Path(f"/proc/{process}/stat").read_text()
            except OSError:  # it has ended
                return False
            process = int(stat.rpartition(")")[2].split()[1])
        return process == self.program.pid

    def stop(self):
        """Closes the program as a session's end would; the seconds it took."""
        begin = time.monotonic()
        self.program.terminate()
        self.program.wait(timeout=PATIENCE)
        return time.monotonic() - begin

    # Eyes

    def all(self, role=None, name=None, showing=True):
        """Elements that match; `name` is a string, or a function of the name."""
        application = self.application()
        found = []
        for element in application.walk() if application else []:
            if role and element.role != role:
                continue
            if name is not None and not (name(element.name) if callable(name) else element.name == name):
                continue
            if showing and not element.showing:
                continue
            found.append(element)
        return found

    def find(self, role, name, patience=None, showing=True):
        def look():
            found = self.all(role, name, showing)
            return found[0] if found else None
        label = getattr(name, "label", name)
        try:
            return wait_for(f"{role} “{label}”", look, patience)
        except NotSeen as error:
            there = sorted({element.name for element in self.all(role, showing=showing) if element.name})
            raise NotSeen(f"{error}; there is {there}") from None

    def focus(self):
        """What says that it has the keyboard: roles and names."""
        return [(e.role, e.name) for e in self.all() if e.has(Atspi.StateType.FOCUSED)]

    def listen(self):
        """Hears on the bus, from now on, what changes its name, as news do; gives a function that tells all that was heard."""
        heard = []
        listener = Atspi.EventListener.new(lambda event: heard.append(event.source.get_name() or ""))
        listener.register("object:property-change:accessible-name")
        self.listeners.append(listener)

        def names():
            while GLib.MainContext.default().iteration(False):
                pass
            return heard
        return names

    def gone(self, role, name, patience=None):
        wait_for(f"no {role} “{name}”", lambda: not self.all(role, name), patience)

    # Hands

    def tool(self, *arguments):
        """One key or pointer event, if the way of doing has hands for it; what the tool says."""
        forbidden = {"mouse": (), "keys": ("mousemove", "click"), "bus": ("mousemove", "click", "key", "type")}[self.hands]
        assert arguments[0] not in forbidden, f"{arguments[0]} is not {self.hands}"
        return subprocess.run(["xdotool", *arguments], env=self.environment, check=True, stdout=subprocess.PIPE, text=True,
                              timeout=PATIENCE).stdout

    def key(self, *names):
        self.tool("key", "--clearmodifiers", *names)

    def keys(self, text):
        self.tool("type", "--clearmodifiers", "--delay", "8", "--", text)

    def screenshot(self, path):
        pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([str(self.grab_tool), str(path)], env=self.environment, check=True, timeout=PATIENCE)


def containing(*words):
    """A matcher for names that contain all of these words."""
    def match(name):
        return all(word in name for word in words)
    match.label = "…" + "…".join(words) + "…"
    return match
