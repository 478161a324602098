"""The control socket: one JSON object a line in, one a line out. {"verb": …} → {"ok": true, …} or {"ok": false, "error"}.

Every verb is a method verb_NAME; its JSON members are its arguments, so a wrong one is answered with its name.
"""

import asyncio
import json
import re

from . import configuration
from .prepare import Failed
from .proxy import Route


# what -> server, and what its log says when a password was refused or taken. {} is the address. Dovecot tells at once
# that it refused one, but then names IMAP and POP3 alike; Postfix tells of one taken when a mail is sent.
SIGN_INS = {
    "xmpp": ("prosody", r"Failed authentication attempt \(not-authorized\) for user {} ", "Authenticated as {}$"),
    "mailbox": ("dovecot", r"passwd-file\({},[^,]*,<.*(Password mismatch|unknown user)", r"-login: Info: Login: user=<{}>"),
    "submission": ("postfix", r"authentication failed.*sasl_username={}$", r"sasl_method=.*sasl_username={}$"),
}


def count(lines, pattern, address):
    wanted = re.compile(pattern.format(re.escape(address)))
    return sum(1 for line in lines if wanted.search(line))


class Control:
    def __init__(self, instance, over):
        self.instance = instance
        self.over = over
        self.routes = {}

    async def listen(self, path):
        self.server = await asyncio.start_unix_server(self._serve, path, limit=1 << 20)

    async def _serve(self, reader, writer):
        try:
            while line := await reader.readline():
                writer.write(json.dumps(await self.perform(line)).encode() + b"\n")
                await writer.drain()
        except (ConnectionError, ValueError):
            pass
        finally:
            writer.close()

    async def perform(self, line):
        try:
            request = json.loads(line)
            handler = getattr(self, "verb_" + request.pop("verb").replace("-", "_"))
            return {"ok": True, **(await handler(**request) or {})}
        except (Failed, AttributeError, KeyError, TypeError, ValueError, OSError, asyncio.TimeoutError) as error:
            return {"ok": False, "error": str(error) or type(error).__name__}

    async def verb_describe(self):
        return self.instance.description()

    async def verb_down(self):
        self.over.set()

    # Accounts

    async def verb_account(self, name, domain="isthmus.test", password=None, fullname=None, email=None):
        return await self.instance.create_account(name, domain, password, fullname, email)

    async def verb_befriend(self, one, other, one_label="", other_label=""):
        await self.instance.befriend(one, other, one_label, other_label)

    # Servers

    async def verb_server(self, name, do):
        """start, stop (politely) or kill (at once) prosody, dovecot or postfix; start returns when it answers."""
        if name not in configuration.COMMANDS or do not in ("start", "stop", "kill"):
            raise Failed(f"server {'|'.join(configuration.COMMANDS)} start|stop|kill")
        if do == "start":
            self.instance.line.ask("start", name=name, argv=configuration.COMMANDS[name])
            await self.instance.wait_until_answers(name)
        else:
            self.instance.line.ask("stop", name=name, kill=do == "kill")

    async def verb_log(self, name):
        """All that a server has written to its log: prosody, dovecot or postfix."""
        return {"text": self.instance.log(name)}

    async def verb_sign_ins(self, address):
        """How often each server refused and took a password for this address: one wrong password is one refusal."""
        logs = {name: self.instance.log(name).splitlines() for name in configuration.COMMANDS}
        return {name: {"refused": count(logs[server], refused, address), "taken": count(logs[server], taken, address)}
                for name, (server, refused, taken) in SIGN_INS.items()}

    # Routes and their faults

    async def verb_route(self):
        """Opens a route; its number goes with every verb below."""
        route = Route(self.instance)
        await route.open()
        number = max(self.routes, default=0) + 1
        self.routes[number] = route
        return {"route": number, "address": route.address, "dns": f"{route.address}:{route.ports['dns']}"}

    def _route(self, number):
        if int(number) not in self.routes:
            raise Failed(f"no route {number}")
        return self.routes[int(number)]

    async def verb_close(self, route):
        self._route(route).close()
        del self.routes[int(route)]

    async def verb_fault(self, route, service, fault, **members):
        for proxy in self._route(route).chosen(service):
            await proxy.set_fault(fault, members)

    async def verb_heal(self, route, service="all"):
        for proxy in self._route(route).chosen(service):
            await proxy.heal()

    async def verb_seen(self, route, service):
        """How many connections there were, and what the client said on the last ones before TLS hid it."""
        proxy, = self._route(route).chosen(service)
        return {"connections": proxy.opened, "live": len(proxy.live),
                "said": [bytes(said).decode("latin-1") for said in proxy.heard]}

    async def verb_drop_names(self, route, pattern):
        self._route(route).view.drop(pattern)

    async def verb_restore_names(self, route, pattern=None):
        self._route(route).view.restore(pattern)

    async def verb_set_name(self, route, name, type, texts):
        """A record of the route's DNS, in the place of what was there: texts in master file form."""
        self._route(route).view.set(name, type, [texts] if isinstance(texts, str) else texts)

    async def verb_dns_mode(self, route, mode):
        """answer, silent, servfail or refused"""
        if mode not in ("answer", "silent", "servfail", "refused"):
            raise Failed("mode is answer, silent, servfail or refused")
        self._route(route).view.mode = mode

    async def verb_asked_names(self, route):
        return {"asked": self._route(route).view.asked}

    # Mail refused by Postfix

    async def verb_refuse_mail(self, stage, reply, recipient="*", sender="*"):
        """stage: rcpt, data or message. reply: "450 4.3.0 text", or "hold": no answer before accept-mail."""
        return {"rule": self.instance.policy.add(stage, reply, recipient.lower(), sender.lower())}

    async def verb_accept_mail(self, rule=None):
        """Ends one rule, or all."""
        self.instance.policy.remove(None if rule is None else int(rule))

    async def verb_held_mail(self, rule, seconds=15):
        """Returns when a mail is held by the rule."""
        await asyncio.wait_for(self.instance.policy.held(int(rule)), float(seconds))
