"""A route: a path of its own between the tested program and the servers, on which every service can be hurt.

It lies on another loopback address with the same ports, its own DNS view and its own autoconfig, so that a program given
the route's DNS server goes through it for everything, and other tests do not notice. It reads nothing that TLS hides.
"""

import asyncio
import socket
import struct

from . import tamper
from .dnsserver import View
from .prepare import Failed

SERVICES = ["xmpp", "xmpps", "upload", "component", "imap", "imaps", "pop3", "pop3s", "submission", "submissions",
            "smtp", "lmtp"]
TLS_RECORD = b"\x16\x03"  # how the client's first bytes of TLS begin
HEARD = 16384  # how much of what the client said is kept, to show that it said no secret in the clear

# fault -> the members that it takes. `cut` happens once; the others last until `heal`.
FAULTS = {
    "cut": set(),                        # live connections are reset
    "refuse": set(),                     # nobody listens any more; live connections go on
    "stall": set(),                      # connections stand, no byte passes; after `heal` they flow again
    "black-hole": set(),                 # what is sent vanishes; who connects gets no answer at all
    "cut-after": {"bytes", "direction"},  # each new connection is reset after so many bytes to-server or from-server
    "split": {"size"},                   # bytes arrive in segments of this size
    "certificate": {"kind"},             # TLS answers with a wrong certificate (certificates.KINDS)
    "strip-starttls": set(),             # STARTTLS is hidden, signing in without it is offered
    "inject": {"text", "segment"},       # text stands behind the server's go-ahead for STARTTLS: same or later segment
}


class Route:
    def __init__(self, instance):
        self.instance = instance
        self.ports = instance.ports

    async def open(self):
        self.address, sockets = self.instance.claim_address()
        self.web = await self.instance.serve_web(sockets)
        self.view = View(self.address, self.ports)
        await self.view.listen(self.address, self.ports["dns"])
        self.proxies = {name: Proxy(self, name) for name in SERVICES}
        for proxy in self.proxies.values():
            await proxy.listen()

    def close(self):
        self.web.close()
        self.view.close()
        for proxy in self.proxies.values():
            proxy.stop_listening()
            proxy.cut()

    def chosen(self, service):
        if service == "all":
            return list(self.proxies.values())
        if service not in self.proxies:
            raise Failed(f"no service {service}: all {' '.join(SERVICES)}")
        return [self.proxies[service]]


class Proxy:
    """One service of a route."""

    def __init__(self, route, service):
        self.route = route
        self.service = service
        self.port = route.ports[service]
        self.fault = None
        self.members = {}
        self.live = set()
        self.opened = 0
        self.heard = []  # of the last connections: what the client said, as far as HEARD
        self.flowing = asyncio.Event()
        self.flowing.set()
        self.server = None
        self.hole = []

    async def listen(self):
        if self.server is None:
            self.server = await asyncio.start_server(self._accepted, self.route.address, self.port, ssl=self._own_tls())

    def _own_tls(self):
        """What a listener shows of itself: TLS with a wrong certificate where TLS comes first. None: what passes through."""
        if self.fault == "certificate" and self.service in tamper.DIRECT_TLS:
            return self.route.instance.server_tls(self.members["kind"])
        return None

    def stop_listening(self):
        for filler in self.hole:
            filler.close()
        self.hole = []
        if self.server is not None:
            self.server.close()
            self.server = None

    async def _accepted(self, reader, writer):
        self.opened += 1
        connection = Connection(self, reader, writer)
        self.live.add(connection)
        try:
            await connection.run()
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self.live.discard(connection)
            connection.close()

    async def set_fault(self, fault, members):
        if fault not in FAULTS or set(members) != FAULTS[fault]:
            raise Failed("faults: " + "; ".join(f"{name} {' '.join(sorted(wants))}" for name, wants in FAULTS.items()))
        if fault == "cut":
            self.cut()
            return
        if fault in tamper.FAULTS:
            tamper.check(fault, members, self.service)
        await self.heal()
        self.fault, self.members = fault, members
        if self._own_tls():
            self.stop_listening()
            await self.listen()
        if fault in ("refuse", "black-hole"):
            self.stop_listening()
        if fault == "black-hole":
            self._dig_hole()
        if fault == "stall":
            self.flowing.clear()

    async def heal(self):
        if self.hole or self._own_tls():
            self.stop_listening()
        self.fault, self.members = None, {}
        self.flowing.set()
        await self.listen()

    def cut(self):
        for connection in list(self.live):
            connection.reset()

    def _dig_hole(self):
        """A full accept queue: the kernel drops every further SYN, so that connecting gets no answer at all."""
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((self.route.address, self.port))
        listener.listen(0)
        self.hole = [listener]
        for _ in range(2):
            filler = socket.socket()
            filler.setblocking(False)
            filler.connect_ex((self.route.address, self.port))
            self.hole.append(filler)


class Connection:
    def __init__(self, proxy, reader, writer):
        self.proxy = proxy
        self.client = (reader, writer)
        self.server = None
        self.passed = {"to-server": 0, "from-server": 0}
        self.said = bytearray()
        self.hidden = False  # behind TLS
        self.start_tls_asked = False
        self.tasks = []
        proxy.heard = proxy.heard[-19:] + [self.said]

    async def run(self):
        instance = self.proxy.route.instance
        own_tls = self.client[1].get_extra_info("sslcontext") is not None
        self.server = await asyncio.open_connection(
            instance.address, self.proxy.port, ssl=instance.client_tls() if own_tls else None,
            server_hostname="isthmus.test" if own_tls else None)
        while await self._pump_until_over():
            await tamper.start_tls(self)

    async def _pump_until_over(self):
        """True if it ended because a wrong certificate is to be shown from here on."""
        up = asyncio.create_task(self._pump(self.client[0], self.server[1], "to-server"))
        down = asyncio.create_task(self._pump(self.server[0], self.client[1], "from-server"))
        self.tasks = [up, down]
        await asyncio.wait(self.tasks, return_when=asyncio.FIRST_COMPLETED)
        turning = down.done() and not down.cancelled() and down.exception() is None and down.result()
        if turning:
            up.cancel()
        await asyncio.wait(self.tasks)
        return turning

    async def _pump(self, reader, writer, direction):
        while data := await reader.read(65536):
            if direction == "to-server":
                self.hidden = self.hidden or data.startswith(TLS_RECORD)
                if not self.hidden:
                    self.said += data[:HEARD - len(self.said)]
                self.start_tls_asked = self.start_tls_asked or tamper.asks_for_tls(data)
            elif self.proxy.fault in tamper.FAULTS and self.proxy.service not in tamper.DIRECT_TLS:
                data = await tamper.from_server(self, data)
                if data is None:
                    return True
            if not await self._forward(writer, data, direction):
                return False
        if writer.can_write_eof():
            writer.write_eof()
        else:
            writer.close()
        return False

    async def _forward(self, writer, data, direction):
        await self.proxy.flowing.wait()
        fault, members = self.proxy.fault, self.proxy.members
        if fault == "black-hole":
            return True
        if fault == "cut-after" and members["direction"] == direction:
            data = data[:max(0, int(members["bytes"]) - self.passed[direction])]
        self.passed[direction] += len(data)
        # Towards us alone: a server whose Expat puts off parsing of small pieces may wait for more for ever.
        size = int(members["size"]) if fault == "split" and direction != "to-server" else len(data)
        for start in range(0, len(data), max(1, size)):
            writer.write(data[start:start + size])
            await writer.drain()
            if fault == "split":
                await asyncio.sleep(0)
        if fault == "cut-after" and members["direction"] == direction and self.passed[direction] >= int(members["bytes"]):
            self.reset()
            return False
        return True

    def reset(self):
        """Both ends see a reset, not an orderly end."""
        for writer in [self.client[1]] + ([self.server[1]] if self.server else []):
            sock = writer.get_extra_info("socket")
            if sock is not None and sock.fileno() >= 0:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
        for task in self.tasks:
            task.cancel()

    def close(self):
        for writer in [self.client[1]] + ([self.server[1]] if self.server else []):
            writer.close()
