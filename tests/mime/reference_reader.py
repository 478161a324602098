#!/usr/bin/python3
"""Reads mails with Python's email package and says which leaves it finds.

Paths come on standard input, one a line. Each answer is one line of JSON: for each leaf, depth first, its type and the
SHA-256 of its decoded octets, with LF line ends and without blanks at both ends; null for a leaf without visible text
or octets and for messages inside the mail, which Python takes apart.
"""

import email
import hashlib
import json
import sys


def leaves(part):
    """The leaves as core/mime counts them: a message inside the mail is one."""
    if part.get_content_type().startswith("message/") and part.is_multipart():
        yield [part.get_content_type(), None]
    elif part.is_multipart():
        for child in part.get_payload():
            yield from leaves(child)
    else:
        octets = part.get_payload(decode=True) or b""
        octets = octets.replace(b"\r\n", b"\n").replace(b"\r", b"\n").strip()
        yield [part.get_content_type(), hashlib.sha256(octets).hexdigest() if octets else None]


for line in sys.stdin:
    with open(line.rstrip("\n"), "rb") as file:
        try:
            mail = email.message_from_bytes(file.read())
            answer = list(leaves(mail))
        except Exception as error:  # its faults are not ours
            answer = str(error)
    print(json.dumps(answer), flush=True)
