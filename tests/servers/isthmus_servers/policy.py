"""Postfix's policy service (SMTPD_POLICY_README): says no to recipients, or to a whole mail, when a test wants it.

Always: refuse…@ gets 550 and later…@ gets 450 when named as recipient; an address of ours without an account gets
550 too, except bounce…@, which is accepted and comes back as a bounce. Further rules are added by tests.
"""

import asyncio
import fnmatch

STAGES = {"RCPT": "rcpt", "DATA": "data", "END-OF-MESSAGE": "message"}
HOLD = "hold"
BY_NAME = [
    {"stage": "rcpt", "recipient": "refuse*", "reply": "550 5.7.1 refused, as this address always is"},
    {"stage": "rcpt", "recipient": "later*", "reply": "450 4.2.1 not now, as always with this address"},
]


class Policy:
    def __init__(self, account_exists):
        self.account_exists = account_exists  # (domain, name) -> bool
        self.rules = {}
        self.next_id = 1

    async def listen(self, address, port):
        self.server = await asyncio.start_server(self._serve, address, port)

    def add(self, stage, reply, recipient="*", sender="*"):
        """stage: rcpt, data or message. recipient and sender are patterns. reply: 4xx or 5xx with text, or "hold".

        Returns the rule's id. A mail that is held gets its answer when the rule is removed; Postfix has the whole mail
        by then at the stage message, so that a connection cut meanwhile leaves the client without knowing its fate.
        """
        if stage not in STAGES.values():
            raise ValueError("stage is rcpt, data or message")
        if reply != HOLD and not (reply[:3].isdigit() and reply[0] in "45"):
            raise ValueError("a reply begins with 4xx or 5xx, or is hold")
        rule, self.next_id = self.next_id, self.next_id + 1
        self.rules[rule] = {"stage": stage, "reply": reply, "recipient": recipient, "sender": sender,
                            "held": asyncio.Event(), "released": asyncio.Event()}
        return rule

    def remove(self, rule=None):
        for number in list(self.rules) if rule is None else [rule]:
            self.rules.pop(number)["released"].set()

    async def held(self, rule):
        await self.rules[rule]["held"].wait()

    async def decide(self, attributes):
        stage = STAGES.get(attributes.get("protocol_state"))
        recipient = attributes.get("recipient", "").lower()
        sender = attributes.get("sender", "").lower()
        # At later stages Postfix names a recipient only if there is one alone.
        for rule in [*self.rules.values(), *BY_NAME]:
            if (rule["stage"] == stage and fnmatch.fnmatch(recipient, rule["recipient"])
                    and fnmatch.fnmatch(sender, rule.get("sender", "*"))):
                if rule["reply"] != HOLD:
                    return rule["reply"]
                rule["held"].set()
                await rule["released"].wait()
        name, _, domain = recipient.rpartition("@")
        if stage == "rcpt" and domain in ("isthmus.test", "elsewhere.test") and not name.startswith("bounce"):
            if not self.account_exists(domain, name.split("+")[0]):
                return "550 5.1.1 no such mailbox"
        return "DUNNO"

    async def _serve(self, reader, writer):
        try:
            while True:
                request = (await reader.readuntil(b"\n\n")).decode("utf-8", "replace")
                attributes = dict(line.split("=", 1) for line in request.splitlines() if "=" in line)
                writer.write(f"action={await self.decide(attributes)}\n\n".encode())
                await writer.drain()
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            writer.close()
