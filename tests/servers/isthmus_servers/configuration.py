"""What is written where for the three servers: the templates of conf/, filled in for one instance."""

import pathlib
import string

CONF = pathlib.Path(__file__).resolve().parents[1] / "conf"
DOMAINS = {"isthmus.test": {"chat": True}, "elsewhere.test": {"chat": False}}

# Servers as the guard starts them. Prosody refuses to run as root.
COMMANDS = {
    "prosody": ["setpriv", "--reuid=prosody", "--regid=prosody", "--clear-groups", "--no-new-privs",
                "prosody", "--config", "/state/prosody/prosody.cfg.lua", "-F"],
    "dovecot": ["dovecot", "-F", "-c", "/state/dovecot/dovecot.conf"],
    "postfix": ["postfix", "-c", "/state/postfix/etc", "start-fg"],
}
# The ports of each server, with how it greets: None is TLS from the first byte, else what its first line begins with.
SERVICES = {
    "prosody": {"xmpp": "", "xmpps": None, "upload": None, "component": "", "prosodyControl": ""},
    "dovecot": {"imap": "* OK", "imaps": None, "pop3": "+OK", "pop3s": None, "lmtp": "220"},
    "postfix": {"smtp": "220", "submission": "220", "submissions": None},
}


def _filled(name, values):
    return string.Template((CONF / name).read_text()).substitute(values)


def files(address, ports, secrets, chain, key):
    """The arguments of Guard.do_write, in order. chain and key: text of the good certificate and its key."""
    values = {"address": address, **ports, **secrets}
    folder = {"text": None}
    prosody = {"owner": "prosody"}
    yield {"path": "accounts", **folder}
    for domain in DOMAINS:
        yield {"path": f"accounts/{domain}", **folder, **prosody}
    yield {"path": "shared", **folder}
    yield {"path": "log", **folder, "mode": 0o1777}
    yield {"path": "mail", **folder, "owner": "mail"}
    yield {"path": "tls", **folder, "mode": 0o700}
    yield {"path": "tls/server.pem", "text": chain}
    yield {"path": "tls/server.key", "text": key, "mode": 0o600}
    yield {"path": "prosody", **folder, **prosody}
    yield {"path": "prosody/data", **folder, **prosody}
    yield {"path": "prosody/server.pem", "text": chain, **prosody}
    yield {"path": "prosody/server.key", "text": key, "mode": 0o600, **prosody}
    yield {"path": "prosody/prosody.cfg.lua", "text": _filled("prosody.cfg.lua", values), "mode": 0o640, **prosody}
    module = (CONF / "mod_isthmus_control.lua").read_text()
    yield {"path": "prosody/modules/mod_isthmus_control.lua", "text": module}
    yield {"path": "dovecot/run", **folder}
    yield {"path": "dovecot/state", **folder}
    yield {"path": "dovecot/dovecot.conf", "text": _filled("dovecot.conf", values)}
    yield {"path": "postfix/queue", **folder}
    yield {"path": "postfix/data", **folder, "owner": "postfix"}
    yield {"path": "postfix/etc/main.cf", "text": _filled("main.cf", values)}
    yield {"path": "postfix/etc/master.cf", "text": _filled("master.cf", values)}
