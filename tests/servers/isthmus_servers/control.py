"""The control socket: one JSON object a line in, one a line out. {"verb": …} → {"ok": true, …} or {"ok": false, "error"}.

Every verb is a method verb_NAME; its JSON members are its arguments, so a wrong one is answered with its name.
"""

import asyncio
import json

from . import configuration
from .prepare import Failed


class Control:
    def __init__(self, instance, over):
        self.instance = instance
        self.over = over

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
            handler = getattr(self, "verb_" + request.pop("verb"))
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

    async def verb_log(self, name, offset=0):
        """What a server has written to its log, from a byte offset on."""
        text = self.instance.line.ask("read", path=f"log/{name}", offset=offset)["text"]
        return {"text": text, "offset": offset + len(text.encode())}
