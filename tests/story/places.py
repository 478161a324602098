"""The page of where things are, beside what the program leaves in a home."""

import pathlib
import re

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "resources/doc/where-things-are.md"
# Of the private desktop itself: its buses, its keyring, and what its accessibility and settings services keep.
DESKTOPS = re.compile(r"(at-spi|bus|dbus-1|dconf|keyring|\.cache/at-spi[^/]*|\.local/share/keyrings)(/|$)")


def named(text=None):
    """What the page names in code, without the dots that stand for the rest of a name."""
    return re.findall(r"`([^`]+)`", PAGE.read_text(encoding="utf-8") if text is None else text)


def patterns(home, runtime, text=None):
    """Each path on the page, as an expression for the whole path of a file; a bare name is in the folder of the profile."""
    folder = f"{home}/.local/share/isthmus"
    for name in named(text):
        path = name.replace("$XDG_RUNTIME_DIR", str(runtime)).replace("~", str(home))
        if path.startswith(("isthmus.sqlite", "window.ini")):
            path = f"{folder}/{path}"
        if path.startswith("/"):
            yield re.compile(re.escape(path).replace("…", "[^/]+") + "$")


def passwords(desktop):
    """Whose passwords the keyring of a private desktop has under the name that the page gives."""
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    bus = Gio.DBusConnection.new_for_address_sync(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], flags, None, None)

    def call(path, interface, method, *arguments):
        return bus.call_sync("org.freedesktop.secrets", path, interface, method, *arguments, None,
                             Gio.DBusCallFlags.NONE, 10000, None).unpack()
    found = call("/org/freedesktop/secrets", "org.freedesktop.Secret.Service", "SearchItems",
                 GLib.Variant("(a{ss})", ({"server": "isthmus"},)))
    attributes = [call(path, "org.freedesktop.DBus.Properties", "Get",
                       GLib.Variant("(ss)", ("org.freedesktop.Secret.Item", "Attributes")))[0] for path in sum(found, [])]
    bus.close_sync(None)
    return sorted(one["user"] for one in attributes)


def files(home):
    return {path for path in pathlib.Path(home).rglob("*") if not path.is_dir()}


def unnamed(home, runtime, before=frozenset(), text=None):
    """Files and sockets that came since and that the page does not name."""
    known = list(patterns(home, runtime, text))
    return sorted(str(path) for path in files(home) - set(before)
                  if not DESKTOPS.match(str(path.relative_to(home))) and not any(one.match(str(path)) for one in known))
