#!/usr/bin/python3
"""Another mail program, made of imaplib and smtplib: what the other side sees and does. See README.md for its commands."""

import argparse
import asyncio
import base64
import datetime
import email.message
import email.policy
import email.utils
import imaplib
import re
import smtplib
import socket
import ssl
import sys
import time

sys.dont_write_bytecode = True

from jsonlines import Description, commands  # noqa: E402

TIMEOUT = 20


class Imap(imaplib.IMAP4_SSL):
    """At an address of its own, under the name that the certificate has."""

    def __init__(self, account):
        self.account = account
        super().__init__(f"mail.{account.domain}", account.port("imaps"),
                         ssl_context=ssl.create_default_context(cafile=account.ca), timeout=TIMEOUT)
        self.login(account.address, account.password)

    def _create_socket(self, timeout):
        plain = socket.create_connection((self.account.host, self.port), timeout)
        return self.ssl_context.wrap_socket(plain, server_hostname=self.host)


class Smtp(smtplib.SMTP_SSL):
    def __init__(self, account):
        self.account = account
        super().__init__(f"mail.{account.domain}", account.port("submissions"), timeout=TIMEOUT,
                         context=ssl.create_default_context(cafile=account.ca))
        self.login(account.address, account.password)

    def _get_socket(self, host, port, timeout):
        plain = socket.create_connection((self.account.host, port), timeout)
        return self.context.wrap_socket(plain, server_hostname=host)


class Mailbox:
    def __init__(self, account):
        self.account = account
        self.imap = None
        self.exists = 0  # mails in the folder that was selected last

    def _select(self, folder):
        if self.imap is None:
            self.imap = Imap(self.account)
        self.exists = int(self._ok(self.imap.select(f'"{folder}"'))[0])
        return self.imap

    @staticmethod
    def _ok(answer):
        status, data = answer
        if status != "OK":
            raise RuntimeError(f"{status} {data!r}")
        return data

    def _mails(self, folder, uids="1:*"):
        imap = self._select(folder)
        data = self._ok(imap.uid("fetch", uids, "(UID FLAGS BODY.PEEK[])"))
        found = []
        for part in data:
            if isinstance(part, tuple):
                head = part[0].decode()
                uid = re.search(r"UID (\d+)", head)
                flags = re.search(r"FLAGS \(([^)]*)\)", head)
                if uid and flags:
                    found.append(self._described(int(uid[1]), flags[1].split(), part[1]))
        return found

    @staticmethod
    def _described(uid, flags, raw):
        """What tests ask for most, beside the bytes. Header fields as another program reads them."""
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        body = mail.get_body(("plain", "html"))
        text = body.get_content() if body is not None else ""
        return {"uid": uid, "flags": flags, "raw": base64.b64encode(raw).decode(), "text": text,
                "fields": {name.lower(): str(value) for name, value in mail.items()},
                "parts": [part.get_content_type() for part in mail.walk()]}

    # Commands

    async def do_list(self, folder="INBOX"):
        """Every mail of a folder, oldest first; looking changes nothing."""
        mails = self._mails(folder)
        return {"mails": mails, "uidvalidity": int(self.imap.response("UIDVALIDITY")[1][0])}

    async def do_wait(self, folder="INBOX", subject=None, count=1, seconds=TIMEOUT):
        """Until the folder holds `count` mails, with this subject if one is given."""
        end = time.monotonic() + seconds
        seen, mails = 0, []
        while True:
            self._select(folder)
            if self.exists != seen:  # fetching hundreds of mails ten times a second would slow the tested program down
                seen = self.exists
                mails = [mail for mail in self._mails(folder) if subject in (None, mail["fields"].get("subject"))]
            if len(mails) >= count:
                return {"mails": mails}
            if time.monotonic() > end:
                raise TimeoutError(f"{len(mails)} of {count} mails in {folder}")
            await asyncio.sleep(0.1)

    async def do_folders(self):
        self._select("INBOX")
        return {"folders": [line.decode() for line in self._ok(self.imap.list())]}

    async def do_create(self, folder):
        self._select("INBOX")
        self._ok(self.imap.create(f'"{folder}"'))

    async def do_append(self, raw, folder="INBOX", flags="", date=None):
        """Raw bytes (base64) into a folder, as another program's copy. date: seconds since 1970."""
        self._select("INBOX")
        when = imaplib.Time2Internaldate(time.time() if date is None else date)
        self._ok(self.imap.append(f'"{folder}"', f"({flags})", when, base64.b64decode(raw)))

    async def do_flag(self, uid, flags, folder="INBOX", remove=False):
        self._ok(self._select(folder).uid("store", str(uid), "-FLAGS" if remove else "+FLAGS", f"({flags})"))

    async def do_move(self, uid, to, folder="INBOX"):
        self._ok(self._select(folder).uid("move", str(uid), f'"{to}"'))

    async def do_delete(self, uid, folder="INBOX"):
        imap = self._select(folder)
        self._ok(imap.uid("store", str(uid), "+FLAGS", r"(\Deleted)"))
        self._ok(imap.expunge())

    async def do_fetch_all(self, folder="INBOX"):
        """One command for all bytes of a folder, read and thrown away: the server's own pace."""
        imap = self._select(folder)
        begun, octets, end = time.monotonic(), 0, b""
        imap.send(b"ALL1 UID FETCH 1:* (UID FLAGS INTERNALDATE BODY.PEEK[])\r\n")
        while b"\r\nALL1 " not in end:
            chunk = imap.file.read1(1 << 20)
            octets += len(chunk)
            end = (end + chunk)[-300:]
        return {"octets": octets, "seconds": time.monotonic() - begun}

    async def do_deliver_many(self, to, raw, count):
        """As deliver, `count` times over one connection; {n} in the mail becomes its number."""
        text = base64.b64decode(raw)
        with smtplib.LMTP(self.account.host, self.account.port("lmtp")) as lmtp:
            for number in range(count):
                lmtp.sendmail("", [to], text.replace(b"{n}", str(number).encode()))

    async def do_threads(self, folder="INBOX"):
        """UIDs in threads, as the server groups them for every mail program (RFC 5256, REFERENCES)."""
        data = self._ok(self._select(folder).uid("thread", "REFERENCES", "UTF-8", "ALL"))
        text, depth, threads = (data[0] or b"").decode(), 0, []
        for token in re.findall(r"[()]|\d+", text):
            if token == "(":
                threads += [[]] if depth == 0 else []
                depth += 1
            elif token == ")":
                depth -= 1
            else:
                threads[-1].append(int(token))
        return {"threads": threads}

    async def do_send(self, to, subject=None, text=None, raw=None, reply_to=None, fields=None):
        """A mail by submission: raw bytes (base64), or made here. Answers its Message-ID and who was refused."""
        to = [to] if isinstance(to, str) else to
        content = base64.b64decode(raw) if raw else self._compose(to, subject, text, reply_to, fields or {})
        with Smtp(self.account) as smtp:
            try:
                refused = smtp.sendmail(self.account.address, to, content)
            except smtplib.SMTPRecipientsRefused as error:
                refused = error.recipients
        message_id = email.message_from_bytes(content, policy=email.policy.default).get("Message-ID", "")
        return {"message_id": message_id,
                "refused": {who: f"{code} {text.decode('utf-8', 'replace')}" for who, (code, text) in refused.items()}}

    async def do_reply(self, uid, text, folder="INBOX", quote=True):
        """Answers a mail as mail programs do: Re:, In-Reply-To, References, the old text quoted below."""
        old = self._mails(folder, str(uid))[0]
        fields = old["fields"]
        chain = f"{fields.get('references', '')} {fields.get('message-id', '')}".split()
        subject = fields.get("subject", "")
        subject = subject if subject.lower().startswith("re:") else f"Re: {subject}"
        quoted = "".join(f"> {line}\n" for line in old["text"].splitlines())
        text += f"\n\nOn {fields.get('date', 'some day')}, {fields.get('from')} wrote:\n{quoted}" if quote else "\n"
        to = [address for _, address in email.utils.getaddresses([fields.get("reply-to") or fields["from"]])]
        return await self.do_send(to, subject, text,
                                  fields={"In-Reply-To": fields.get("message-id", ""), "References": " ".join(chain)})

    async def do_deliver(self, to, raw, sender=""):
        """Raw bytes (base64) into mailboxes by LMTP, past Postfix: nothing is checked or rewritten on the way."""
        with smtplib.LMTP(self.account.host, self.account.port("lmtp")) as lmtp:
            lmtp.sendmail(sender, [to] if isinstance(to, str) else to, base64.b64decode(raw))

    def _compose(self, to, subject, text, reply_to, fields):
        mail = email.message.EmailMessage()
        mail["From"] = email.utils.formataddr((self.account.name.capitalize(), self.account.address))
        mail["To"] = ", ".join(to)
        mail["Subject"] = subject or ""
        mail["Date"] = email.utils.format_datetime(datetime.datetime.now(datetime.timezone.utc))
        mail["Message-ID"] = email.utils.make_msgid(domain=self.account.domain)
        if reply_to:
            mail["Reply-To"] = reply_to
        for name, value in fields.items():
            mail[name] = value
        mail.set_content(text or "")
        return mail.as_bytes(policy=email.policy.SMTP)


async def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--servers", required=True, metavar="servers.json")
    options.add_argument("--account", required=True, metavar="ADDRESS")
    options.add_argument("--password")
    options = options.parse_args()
    mailbox = Mailbox(Description(options.servers, options.account, options.password))
    await commands(lambda name, members: getattr(mailbox, "do_" + name)(**members))


if __name__ == "__main__":
    asyncio.run(main())
