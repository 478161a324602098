"""The process that owns an instance: it runs as the caller, serves the control socket, and ends with its owner.

Who ends whom: the owner's end is seen through a pidfd, and this process then ends; its end, also by SIGKILL, is seen
by the guard as the end of their connection, and the guard's end takes every server and file with it (guard.py).
"""

import asyncio
import json
import os
import pathlib
import shutil
import signal

from .control import Control
from .instance import Instance


class Supervisor:
    def __init__(self, folder, line, owner):
        self.folder = pathlib.Path(folder)
        self.line = line
        self.owner = owner
        self.over = asyncio.Event()

    async def run(self, ready):
        """Until the owner dies, the guard dies, `down` or a signal. ready(description) is called when all answer."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            loop.add_signal_handler(number, self.over.set)
        watched = self._watch_owner(loop)
        try:
            start = asyncio.create_task(self._start(ready))
            over = asyncio.create_task(self.over.wait())
            await asyncio.wait([start, over], return_when=asyncio.FIRST_COMPLETED)
            if start.done():
                start.result()  # a failure ends everything, with its words
                loop.add_reader(self.line.line, self.over.set)
                await over
        finally:
            loop.remove_reader(self.line.line)
            self.line.close()
            shutil.rmtree(self.folder, ignore_errors=True)
            if watched is not None:
                os.close(watched)

    def _watch_owner(self, loop):
        if not self.owner:
            return None
        try:
            watched = os.pidfd_open(self.owner)
        except ProcessLookupError:
            self.over.set()  # it died before we looked
            return None
        loop.add_reader(watched, self.over.set)
        return watched

    async def _start(self, ready):
        instance = Instance(self.folder, self.line)
        await instance.start()
        control = Control(instance, self.over)
        await control.listen(self.folder / "control")
        description = {**instance.description(), "pid": os.getpid()}
        beside = self.folder / "servers.json.new"
        beside.write_text(json.dumps(description, indent=2))
        beside.rename(self.folder / "servers.json")
        ready(description)
