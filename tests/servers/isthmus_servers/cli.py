"""The command line: prepare, up, down, call. `up` returns when every server answers; the servers live on behind it."""

import argparse
import asyncio
import json
import os
import pathlib
import shutil
import socket
import sys

from . import guard, prepare
from .guardline import GuardLine
from .prepare import Failed
from .supervisor import Supervisor


def say(text):
    print(text, file=sys.stderr, flush=True)


def up(arguments):
    root = prepare.prepare(say=say)
    folder = pathlib.Path(arguments.state).absolute()
    if folder.exists() and any(folder.iterdir()):
        raise Failed(f"{folder} is not empty: its whole content goes away with the servers")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    (folder / "state").mkdir()
    owner = os.getppid() if arguments.owner is None else arguments.owner
    try:
        line = GuardLine(folder, root)  # before the fork: sudo may want to ask on this terminal
    except BaseException:
        shutil.rmtree(folder)
        raise
    if arguments.foreground:
        return serve(folder, line, owner, lambda description: print_description(description, arguments.json))
    return up_behind(folder, line, owner, arguments.json)


def up_behind(folder, line, owner, as_json):
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.close(reading)
        os.setsid()
        leave_terminal()
        os._exit(serve_behind(folder, line, owner, writing))
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    answer = json.loads(told) if told else {"failed": "the servers' supervisor died"}
    if "failed" in answer:
        raise Failed(answer["failed"])
    print_description(answer, as_json)
    return 0


def leave_terminal():
    """Nobody may wait for the end of our output: a caller that reads it to its end would wait for ever."""
    null = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)


def serve_behind(folder, line, owner, writing):
    pipe = os.fdopen(writing, "w")

    def tell(answer):
        with pipe:  # nobody reads any more if `up` was interrupted: the error ends us and the servers
            json.dump(answer, pipe)
    try:
        return serve(folder, line, owner, tell)
    except BrokenPipeError:
        return 1
    except Exception as error:  # told to the one who waits, whatever it is
        if not pipe.closed:
            tell({"failed": f"{error}" if isinstance(error, Failed) else f"{type(error).__name__}: {error}"})
        return 1


def serve(folder, line, owner, ready):
    async def run():
        await Supervisor(folder, line, owner).run(ready)
    asyncio.run(run())
    return 0


def print_description(description, as_json):
    if as_json:
        print(json.dumps(description, indent=2), flush=True)
        return
    print(f"servers answer on {description['address']}, DNS {description['dns']}, CA {description['ca']}")
    for account in description["accounts"]:
        print(f"  {account['address']}  {account['password']}")
    sys.stdout.flush()


def call(folder, request):
    """One request to the control socket of the instance in folder."""
    with socket.socket(socket.AF_UNIX) as line:
        try:
            line.connect(str(pathlib.Path(folder) / "control"))
        except OSError as error:
            raise Failed(f"no servers run in {folder}") from error
        line.sendall(json.dumps(request).encode() + b"\n")
        with line.makefile() as answers:
            answer = json.loads(answers.readline() or '{"ok": false, "error": "no answer"}')
            if request["verb"] == "down":
                answers.readline()  # the socket closes when everything is gone
    if not answer.pop("ok"):
        raise Failed(answer["error"])
    return answer


def verb(arguments):
    members = dict(member.split("=", 1) for member in arguments.members)
    print(json.dumps(call(arguments.state, {"verb": arguments.verb, **members}), indent=2))
    return 0


def parser():
    top = argparse.ArgumentParser(prog="isthmus-servers", description="Private real servers for tests and trying.")
    commands = top.add_subparsers(dest="command", required=True)
    commands.add_parser("prepare", help="make the private Debian root in the cache, once")
    start = commands.add_parser("up", help="start an instance; returns when every server answers")
    start.add_argument("--state", required=True, metavar="DIR", help="new or empty folder; removed at the end")
    start.add_argument("--json", action="store_true", help="print the description that is in DIR/servers.json")
    start.add_argument("--owner", type=int, metavar="PID", help="end with this process (default: the caller; 0: none)")
    start.add_argument("--foreground", action="store_true", help="stay until interrupted")
    stop = commands.add_parser("down", help="end an instance; returns when everything is gone")
    stop.add_argument("--state", required=True, metavar="DIR")
    one = commands.add_parser("call", help="one verb of README.md, as call --state DIR VERB member=value …")
    one.add_argument("--state", required=True, metavar="DIR")
    one.add_argument("verb")
    one.add_argument("members", nargs="*", metavar="member=value")
    return top


def main(argv):
    try:
        if argv[:1] == ["make-root"]:  # the two parts that run as root, called by the others only
            prepare.make_root(argv[1])
            return 0
        if argv[:1] == ["guard"]:
            return guard.main(argv[1], argv[2])
        arguments = parser().parse_args(argv)
        if arguments.command == "prepare":
            print(prepare.prepare(say=say))
            return 0
        if arguments.command == "down":
            call(arguments.state, {"verb": "down"})
            return 0
        return {"up": up, "call": verb}[arguments.command](arguments)
    except Failed as failure:
        say(f"isthmus-servers: {failure}")
        return 1
