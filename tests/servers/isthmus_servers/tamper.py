"""What an attacker on the line does around STARTTLS and certificates. The real servers stay behind it."""

import asyncio
import re

from .certificates import KINDS
from .prepare import Failed

FAULTS = ("certificate", "strip-starttls", "inject")
DIRECT_TLS = ("xmpps", "upload", "imaps", "pop3s", "submissions")
STARTTLS = ("xmpp", "imap", "pop3", "submission", "smtp")

# How the offer is made to look like a server that has no STARTTLS and takes a password without it.
STRIPPED = [
    (rb"<starttls\b.*?</starttls>|<starttls\b[^>]*/>",
     b"<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms>"),
    (rb" LOGINDISABLED\b", b" AUTH=PLAIN"),  # IMAP
    (rb" STARTTLS\b", b""),
    (rb"\bSTLS\r\n", b"SASL PLAIN\r\nUSER\r\n"),  # POP3
    (rb"(250[- ])STARTTLS\b", rb"\1AUTH PLAIN LOGIN"),  # SMTP
]


def check(fault, members, service):
    if fault == "certificate":
        if members["kind"] not in KINDS:
            raise Failed("kinds of certificates: " + ", ".join(KINDS))
        if service not in DIRECT_TLS + STARTTLS:
            raise Failed(f"{service} has no TLS")
    elif service not in STARTTLS:
        raise Failed(f"{service} has no STARTTLS")
    if fault == "inject" and members["segment"] not in ("same", "later"):
        raise Failed("segment is same or later")


def asks_for_tls(data):
    return re.search(rb"(?i)<starttls\b|\bSTARTTLS\r\n|^STLS\r\n", data) is not None


async def from_server(connection, data):
    """What becomes of the server's bytes. None: they have been taken, and TLS starts with the wrong certificate."""
    fault, members = connection.proxy.fault, connection.proxy.members
    if fault == "strip-starttls":
        for pattern, replacement in STRIPPED:
            data = re.sub(pattern, replacement, data, flags=re.DOTALL)
        return data
    if not connection.start_tls_asked:
        return data
    connection.start_tls_asked = False  # these bytes are the go-ahead; what follows is TLS
    if fault == "certificate":
        connection.go_ahead = data
        return None
    injected = members["text"].encode()
    if members["segment"] == "same":
        return data + injected
    writer = connection.client[1]
    writer.write(data)
    await writer.drain()
    # A segment of its own has no other mark than that it comes later; the client's first TLS bytes may pass meanwhile.
    await asyncio.sleep(0.05)
    return injected


async def start_tls(connection):
    """Sends the held go-ahead and speaks TLS to both sides from here on, to the client with the wrong certificate."""
    instance = connection.proxy.route.instance
    client, server = connection.client[1], connection.server[1]
    await server.start_tls(instance.client_tls(), server_hostname="isthmus.test")
    # Nothing may be awaited between these two: the client's first TLS bytes would be read as plain ones.
    client.write(connection.go_ahead)
    await client.start_tls(instance.server_tls(connection.proxy.members["kind"]))
