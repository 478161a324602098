"""One running set of servers: addresses, ports, accounts; ready when every service answers."""

import asyncio
import json
import pathlib
import random
import re
import secrets
import socket
import ssl

from . import certificates, configuration
from .dnsserver import View
from .policy import Policy
from .prepare import Failed
from .webserver import Web

SAMPLES = [("alice", "isthmus.test", "Alice Weber"), ("bob", "isthmus.test", "Bob Miller"),
           ("carol", "isthmus.test", "Carol Jensen"), ("dave", "elsewhere.test", "Dave Okafor")]
FRIENDS = [("alice", "bob"), ("alice", "carol")]


class Instance:
    def __init__(self, folder, line):
        self.folder = pathlib.Path(folder)
        self.line = line
        self.accounts = []
        self.authority = self.folder / "ca.pem"
        tls = self.folder / "tls"
        tls.mkdir(mode=0o700)
        self.chains = certificates.make(tls)
        self.authority.write_text((tls / "authority.pem").read_text())

    async def start(self):
        self.address, web = self.claim_address()
        self.ports = self._choose_ports()
        self.secrets = {"componentSecret": secrets.token_hex(8), "controlSecret": secrets.token_hex(16)}
        chain, key = (path.read_text() for path in self.chains["good"])
        for file in configuration.files(self.address, self.ports, self.secrets, chain, key):
            self.line.ask("write", **file)
        self.policy = Policy(self.account_exists)
        await self.policy.listen(self.address, self.ports["policy"])
        self.view = View(self.address, self.ports)
        await self.view.listen(self.address, self.ports["dns"])
        self.web = await self.serve_web(web)
        for name, command in configuration.COMMANDS.items():
            self.line.ask("start", name=name, argv=command)
        await asyncio.gather(*(self.wait_until_answers(name) for name in configuration.SERVICES))
        await self._make_samples()

    # Addresses and ports

    def claim_address(self):
        """A loopback address whose web ports are free. Holding them is what keeps other instances away from it."""
        reason = None
        for _ in range(20):
            address = "127.{}.{}.{}".format(*(random.randint(1, 254) for _ in range(3)))
            try:
                return address, self.line.bind(address, [80, 443])
            except Failed as error:
                reason = error
        raise Failed(f"no loopback address with free ports 80 and 443 (autoconfig needs them): {reason}")

    async def serve_web(self, sockets):
        web = Web(self.ports)
        await web.listen(sockets[0])
        await web.listen(sockets[1], self.server_tls("good"))
        return web

    def _choose_ports(self):
        """Free ports of our own address, all found before one is used, so that no two are the same."""
        names = [name for services in configuration.SERVICES.values() for name in services] + ["dns", "policy"]
        holders = []
        ports = {}
        for name in names:
            holders.append(socket.socket())
            holders[-1].bind((self.address, 0))
            ports[name] = holders[-1].getsockname()[1]
        for holder in holders:
            holder.close()
        return ports

    # TLS

    def server_tls(self, kind):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*self.chains[kind])
        return context

    def client_tls(self):
        return ssl.create_default_context(cafile=self.authority)

    # Readiness

    async def wait_until_answers(self, server, seconds=30):
        end = asyncio.get_running_loop().time() + seconds
        waiting = list(configuration.SERVICES[server].items())
        while waiting:
            try:
                await asyncio.wait_for(self._greets(*waiting[0]), 3)
                waiting.pop(0)
            except (OSError, asyncio.TimeoutError, asyncio.IncompleteReadError) as error:
                if asyncio.get_running_loop().time() > end or server not in self.line.ask("alive")["servers"]:
                    raise Failed(f"{server} does not answer on {waiting[0][0]}: {error!r}\n{self.log(server)[-3000:]}") from error
                await asyncio.sleep(0.05)

    def log(self, server):
        """Everything that a server has said so far: to its log, and before that could be opened."""
        return self._read_all(f"log/{server}.out") + self._read_all(f"log/{server}.log")

    def _read_all(self, path):
        text, offset = "", 0
        while True:
            try:
                answer = self.line.ask("read", path=path, offset=offset)
            except Failed:
                return text  # it has not been written
            if not answer["text"]:
                return text
            text, offset = text + answer["text"], answer["offset"]

    async def _greets(self, service, greeting):
        tls = self.client_tls() if greeting is None else None
        reader, writer = await asyncio.open_connection(
            self.address, self.ports[service], ssl=tls, server_hostname="isthmus.test" if tls else None)
        try:
            if greeting:
                line = await reader.readline()
                if not line.startswith(greeting.encode()):
                    raise ConnectionError(f"greeted with {line!r}")
        finally:
            writer.close()

    # Accounts

    async def prosody(self, *actions):
        """mod_isthmus_control: makes accounts through Prosody's own interfaces."""
        body = json.dumps(actions).encode()
        reader, writer = await asyncio.open_connection(self.address, self.ports["prosodyControl"])
        writer.write(b"POST /control HTTP/1.0\r\nHost: isthmus.test\r\nAuthorization: "
                     + self.secrets["controlSecret"].encode()
                     + b"\r\nContent-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body)
        reply = await asyncio.wait_for(reader.read(), 10)
        writer.close()
        if b" 200 " not in reply.split(b"\r\n", 1)[0]:
            raise Failed(reply.decode("utf-8", "replace").replace("\r\n", " "))

    def account_exists(self, domain, name):
        if "/" in name or name.startswith("."):
            return False  # whatever SMTP says becomes part of a path here
        try:
            self.line.ask("read", path=f"accounts/{domain}/{name}")
            return True
        except Failed:
            return False

    async def create_account(self, name, domain="isthmus.test", password=None, fullname=None, email=None):
        """A new account with one password for everything that its domain has. email is what its vCard will show."""
        if domain not in configuration.DOMAINS:
            raise Failed(f"no domain {domain}")
        if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*", name):
            raise Failed(f"no account can be called {name!r}")
        if self.account_exists(domain, name):
            raise Failed(f"{name}@{domain} is there already")
        password = password or f"{name}-opens"
        chat = configuration.DOMAINS[domain]["chat"]
        if chat:
            await self.prosody({"action": "account", "name": name, "password": password,
                                **({"email": email} if email else {}), **({"fullname": fullname} if fullname else {})})
        else:
            self.line.ask("write", path=f"accounts/{domain}/{name}",
                          text=f"{name}@{domain}:{{PLAIN}}{password}\n")
        account = {"name": name, "domain": domain, "address": f"{name}@{domain}", "password": password, "chat": chat}
        self.accounts.append(account)
        return account

    async def befriend(self, one, other, one_label="", other_label=""):
        """Both see each other's presence; each stands in the other's list under the label given for it."""
        await self.prosody({"action": "befriend", "name": one, "contact": other, "label": other_label or other},
                           {"action": "befriend", "name": other, "contact": one, "label": one_label or one})

    async def _make_samples(self):
        labels = {}
        for name, domain, fullname in SAMPLES:
            labels[name] = fullname
            await self.create_account(name, domain, fullname=fullname, email=f"{name}@{domain}")
        for one, other in FRIENDS:
            await self.befriend(one, other, labels[one], labels[other])

    def description(self):
        public = {name: port for name, port in self.ports.items() if name not in ("prosodyControl", "policy")}
        return {
            "format": 1, "folder": str(self.folder), "control": str(self.folder / "control"), "address": self.address,
            "dns": f"{self.address}:{self.ports['dns']}", "ca": str(self.authority),
            "ports": {**public, "http": 80, "https": 443}, "domains": list(configuration.DOMAINS),
            "rooms": "rooms.isthmus.test", "upload": "upload.isthmus.test",
            "component": {"domain": "gateway.isthmus.test", "secret": self.secrets["componentSecret"]},
            "accounts": self.accounts,
        }
