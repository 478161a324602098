#!/usr/bin/python3
"""Sample people for ./try: bob is online and answers, he and dave have written. Ends with its standard input.

usage: people.py servers.json
"""

import sys
import threading

import foreign

ALICE, BOB, CAROL, DAVE = "alice@isthmus.test", "bob@isthmus.test", "carol@isthmus.test", "dave@elsewhere.test"


def main(servers):
    bob, bobs_mail = foreign.xmpp(servers, BOB), foreign.mail(servers, BOB)
    carol, daves_mail = foreign.xmpp(servers, CAROL), foreign.mail(servers, DAVE)
    bob.do("online")
    bob.do("auto", answers=["receipt", "displayed"])
    carol.do("online", show="away", status="In the garden")
    bobs_mail.do("send", to=ALICE, subject="Minutes of Tuesday",
                 text="Hello Alice,\n\nhere are the minutes. We agreed on the blue one.\n\nBob\n")
    bob.do("send", to=ALICE, body="Have you seen the minutes? I have just mailed them.", receipt=True, markable=True)
    daves_mail.do("send", to=ALICE, subject="Lunch on Friday",
                  text="Hi Alice,\n\nI have no chat, but I can still be asked to lunch. Friday, noon?\n\nDave\n")
    print("Bob is online and will answer. Write “bye” to him, and he goes offline; Dave only has a mailbox.", flush=True)
    threading.Thread(target=answer, args=(bob,), daemon=True).start()
    sys.stdin.read()
    for program in (bob, bobs_mail, carol, daves_mail):
        program.close()


def answer(bob):
    """Bob repeats what he is told, as people who listen do."""
    while True:
        try:
            message = bob.wait("message", lambda event: event.get("body") and "carbon" not in event, patience=3600)
        except AssertionError:
            return
        sender = message["from"].split("/")[0]
        if message["body"].strip().lower() == "bye":
            bob.do("send", to=sender, body="Bye! From now on only my mailbox hears you.")
            bob.do("offline")
            return
        bob.do("send", to=sender, body=f"You say: {message['body'][:200]}", receipt=True, markable=True)


if __name__ == "__main__":
    main(sys.argv[1])
