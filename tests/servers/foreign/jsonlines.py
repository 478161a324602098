"""What the foreign programs share: JSON objects, one a line, commands on standard input and events on standard output.

A command {"do": NAME, "id": N, …} is answered by {"event": "done", "id": N, …} or {"event": "failed", "id": N, "error"}.
The end of standard input ends the program: it never outlives the test that started it.
"""

import asyncio
import json
import sys


def tell(event, **members):
    sys.stdout.write(json.dumps({"event": event, **members}) + "\n")
    sys.stdout.flush()


async def commands(perform):
    """Performs commands one after the other until standard input ends. perform(name, members) -> members or None."""
    reader = asyncio.StreamReader(limit=64 << 20)  # a command may carry a whole mail
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        command = json.loads(line)
        number = command.pop("id", 0)
        try:
            tell("done", id=number, **(await perform(command.pop("do"), command) or {}))
        except Exception as error:  # whatever it is, the test is told and decides
            tell("failed", id=number, error=f"{type(error).__name__}: {error}")


class Description:
    """servers.json, and one account of it or beside it."""

    def __init__(self, path, address, password=None):
        with open(path, encoding="utf-8") as file:
            self.data = json.load(file)
        self.address = address
        self.name, self.domain = address.split("@")
        self.password = password or f"{self.name}-opens"
        self.host = self.data["address"]
        self.ca = self.data["ca"]

    def port(self, service):
        return self.data["ports"][service]
