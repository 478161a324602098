"""The DNS server: SRV, MX and A records of the private domains, in views whose records can be taken away.

The instance has one view; every route (proxy.py) has its own, which names the route's address instead.
"""

import asyncio
import fnmatch
import struct

import dns.exception
import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdatatype
import dns.rrset

# What is looked up for a service (RFC 6120, XEP-0368, RFC 6186, RFC 8314), its port and its priority: TLS first.
SRV = {
    "isthmus.test": [("_xmpps-client", "xmpps", 0, "xmpp"), ("_xmpp-client", "xmpp", 10, "xmpp")],
    "elsewhere.test": [],
}
MAIL_SRV = [("_imaps", "imaps", 0), ("_imap", "imap", 10), ("_pop3s", "pop3s", 20), ("_pop3", "pop3", 30),
            ("_submissions", "submissions", 0), ("_submission", "submission", 10)]
HOSTS = {"isthmus.test": ["", "xmpp.", "mail.", "upload.", "rooms.", "gateway.", "autoconfig."],
         "elsewhere.test": ["", "mail.", "autoconfig."]}


def zone(address, ports):
    """(owner name, type) -> list of record texts."""
    records = {}
    for domain, hosts in HOSTS.items():
        for host in hosts:
            records[host + domain, "A"] = [address]
        records[domain, "MX"] = [f"10 mail.{domain}."]
        services = SRV[domain] + [(*entry, "mail") for entry in MAIL_SRV]
        for label, service, priority, host in services:
            records[f"{label}._tcp.{domain}", "SRV"] = [f"{priority} 1 {ports[service]} {host}.{domain}."]
    return records


class View:
    """One answerer on UDP and TCP. mode: answer, silent (says nothing), servfail or refused."""

    def __init__(self, address, ports):
        self.records = zone(address, ports)
        self.extra = {}
        self.dropped = set()
        self.mode = "answer"
        self.asked = []  # "TYPE name", in order: what the tested program looked up

    async def listen(self, address, port):
        loop = asyncio.get_running_loop()
        self.tcp = await asyncio.start_server(self._serve_tcp, address, port)
        self.udp, _ = await loop.create_datagram_endpoint(lambda: _Udp(self), local_addr=(address, port))

    def close(self):
        self.tcp.close()
        self.udp.close()

    def drop(self, pattern):
        """Names that match no longer exist: _imap*, autoconfig.*, …"""
        self.dropped.add(pattern.lower())

    def restore(self, pattern=None):
        self.dropped = set() if pattern is None else self.dropped - {pattern.lower()}
        if pattern is None:
            self.extra.clear()
            self.mode = "answer"

    def set(self, name, type, texts):
        self.extra[name.lower().rstrip("."), type.upper()] = texts

    def answer(self, wire):
        """The answer's bytes, or None for silence."""
        try:
            query = dns.message.from_wire(wire)
            question = query.question[0]
        except (dns.exception.DNSException, IndexError):
            return None
        name = question.name.to_text(omit_final_dot=True).lower()
        kind = dns.rdatatype.to_text(question.rdtype)
        self.asked = self.asked[-499:] + [f"{kind} {name}"]
        if self.mode == "silent":
            return None
        reply = dns.message.make_response(query, recursion_available=True)
        if self.mode != "answer":
            reply.set_rcode({"servfail": dns.rcode.SERVFAIL, "refused": dns.rcode.REFUSED}[self.mode])
            return reply.to_wire()
        records = {**self.records, **self.extra}
        gone = any(fnmatch.fnmatch(name, pattern) for pattern in self.dropped)
        if gone or not any(owner == name for owner, _ in records):
            reply.set_rcode(dns.rcode.NXDOMAIN)
        elif (name, kind) in records:
            reply.answer.append(dns.rrset.from_text(question.name, 1, "IN", kind, *records[name, kind]))
        return reply.to_wire()

    async def _serve_tcp(self, reader, writer):
        try:
            while True:
                length = struct.unpack("!H", await reader.readexactly(2))[0]
                reply = self.answer(await reader.readexactly(length))
                if reply is not None:
                    writer.write(struct.pack("!H", len(reply)) + reply)
                    await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


class _Udp(asyncio.DatagramProtocol):
    def __init__(self, view):
        self.view = view

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, peer):
        reply = self.view.answer(data)
        if reply is not None:
            self.transport.sendto(reply, peer)
