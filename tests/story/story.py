#!/usr/bin/python3
"""The story: a person's first day with Isthmus, played on the real window against the real servers.

Plays under Xvfb with the mouse, with the keyboard alone or over the accessibility bus alone, and reads the window as
a screen reader does; what the other people receive is read with other programs. One line and one picture a step; the
first step that fails ends it.

usage: story.py --build build/dev [--way mouse|keys|bus] [--screenshots DIR]
"""

import argparse
import email.utils
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import traceback

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import foreign  # noqa: E402
import leaks  # noqa: E402
from desktop import Desktop, containing, wait_for  # noqa: E402
from hands import WAYS  # noqa: E402

ALICE, BOB, CAROL, DAVE = "alice@isthmus.test", "bob@isthmus.test", "carol@isthmus.test", "dave@elsewhere.test"
LEFT = ("sent", "delivered", "read")  # a mail server's report of delivery may be there before we look
STEPS = []


def step(function):
    STEPS.append(function)
    return function


class Story:
    def __init__(self, desktop, servers, build, hands):
        self.desktop, self.servers, self.build, self.hands = desktop, servers, build, hands
        self.profile = pathlib.Path(desktop.home) / "profile"
        self.programs = []
        self.picture = None  # of the step that is played: where it is to lie, until it is taken

    def other(self, make, account, *options):
        program = make(self.servers.path, account, *options)
        self.programs.append(program)
        return program

    def start(self, *options, dns=None, profile=None):
        self.desktop.start([self.build / "isthmus", "--profile", profile or self.profile, "--ca-file", self.servers.data["ca"],
                            "--dns", dns or self.servers.data["dns"], *options], log=self.servers.state.parent / "isthmus.log")

    def take_picture(self):
        """Of a step whose end looks as the one before: now. Every other one is taken at its end."""
        if self.picture:
            self.desktop.screenshot(self.picture)
            self.picture = None

    def close(self):
        for program in self.programs:
            program.close()

    # What a person does in the window

    def person(self, *words, patience=None):
        """The row of the conversation list that says all of these words."""
        def look():
            rows = self.desktop.find("list", "Conversations").children()
            return next((row for row in rows if all(word in row.name for word in words)), None)
        return wait_for(f"a conversation with {words}", look, patience)

    def open_conversation(self, name):
        self.hands.open_conversation(name)
        self.desktop.find("list", containing("Messages with", name))

    def messages(self):
        """The names of the timeline's items, in order."""
        timeline = self.desktop.find("list", containing("Messages"))
        return [item.name for item in timeline.children()]

    def see(self, *words, patience=None):
        """Waits for a message that says all of these words, of several in one place any; its place in the timeline."""
        def look():
            for index, name in enumerate(self.messages()):
                if all(any(one in name for one in ([word] if isinstance(word, str) else word)) for word in words):
                    return index + 1
            return None
        try:
            return wait_for(f"a message with {words}", look, patience) - 1
        except AssertionError as error:
            raise AssertionError(f"{error}; there were {self.messages()[-8:]}") from None

    def route_says(self, *words):
        self.desktop.find("label", containing(*words))


@step
def missing_service_says_so(s):
    """One service without SRV and autoconfig fails with its sentence, the others stand"""
    route = json.loads(s.servers.call("route"))
    dns, number = route["dns"], route["route"]
    for pattern in ("_submission*", "autoconfig.*"):
        s.servers.call("drop-names", route=number, pattern=pattern)
    s.servers.call("drop-names", route=number, pattern="isthmus.test")
    s.start(dns=dns, profile=pathlib.Path(s.desktop.home) / "other-profile")
    s.hands.fill("text", "Address", ALICE)
    s.hands.leave_field("password text", "Password")
    s.desktop.find("label", containing("XMPP at", "found in DNS"))
    s.desktop.find("label", containing("IMAP at", "found in DNS"))
    s.desktop.find("label", containing("The provider does not say where this service is"), patience=60)
    s.route = number


@step
def sign_in(s):
    """Address and password alone; chat and mail are found, line by line"""
    s.desktop.stop()  # only now: the picture of a step shows the window as it left it
    s.servers.call("close", route=s.route)
    s.start()
    s.hands.fill("text", "Address", ALICE)
    s.hands.fill("password text", "Password", s.servers.password(ALICE))
    for protocol in ("XMPP", "IMAP"):
        s.desktop.find("label", containing(f"{protocol} at", "found in DNS"))
    s.hands.press("push button", "Sign in")


@step
def contacts_are_there(s):
    """The contacts are in the list, bob online"""
    s.bob = s.other(foreign.xmpp, BOB)
    s.bob.do("online")
    s.bob.do("auto", answers=["receipt"])
    s.person("Bob Miller", "online")
    s.person("Carol")


@step
def chat(s):
    """A chat line is delivered, then read; the answer is announced on the bus"""
    s.open_conversation("Bob Miller")
    s.route_says(f"goes as chat to {BOB}")
    s.hands.write("Have you got the minutes?")
    message = s.bob.wait("message", lambda m: m.get("body") == "Have you got the minutes?")
    assert message["type"] == "chat" and message["wants_receipt"] and message["markable"], message
    assert "subject" not in message
    s.see("You", "chat", "Have you got the minutes?", "delivered")
    s.bob.do("displayed", to=message["from"], of=message["stanza"])
    s.see("You", "chat", "Have you got the minutes?", "read")
    heard = s.desktop.listen()
    s.bob.do("send", to=ALICE, body="Not yet. I will mail them.", receipt=True)
    wait_for("the news as an event", lambda: any("Bob Miller, chat" in name and "Not yet. I will mail them." in name for name in heard()))
    s.see("Bob Miller", "chat", "Not yet. I will mail them.")
    s.bob.wait("message", lambda m: m.get("receipt"))


@step
def confirm_mailbox(s):
    """Bob's mailbox, from his vCard, is confirmed, and offline → mailbox chosen"""
    s.hands.details()
    s.hands.press("push button", f"Confirm mail {BOB}", patience=60)
    s.desktop.gone("push button", f"Confirm mail {BOB}")
    s.hands.press("radio button", "Offline → mailbox")
    s.desktop.find("label", containing("confirmed by you"))


@step
def offline_goes_as_mail(s):
    """Bob goes offline: the line above the composer changes, and the next message arrives as a clean mail"""
    s.bob.do("offline")
    s.route_says("Bob Miller is offline", f"goes as mail to {BOB}")
    s.hands.write("Then I wait for your mail.")
    s.see("You", "e-mail", "Then I wait for your mail.")
    s.bobs_mail = s.other(foreign.mail, BOB)
    mails = s.bobs_mail.do("wait", seconds=40, patience=60)["mails"]
    s.clean = next(mail for mail in mails if "Then I wait for your mail." in mail["text"])
    fields = s.clean["fields"]
    assert "alice@isthmus.test" in fields["from"], fields
    assert fields["subject"].startswith("Message from"), fields
    assert fields["message-id"].endswith("@isthmus.test>"), fields
    assert s.clean["text"].strip() == "Then I wait for your mail.", s.clean["text"]
    assert s.clean["parts"] == ["text/plain"], s.clean["parts"]
    sent = email.utils.parsedate_to_datetime(fields["date"]).timestamp()
    assert abs(sent - time.time()) < 300, fields["date"]
    assert not any("/" in fields[name].split("@")[-1] for name in ("message-id",)), fields
    s.see("You", "e-mail", "Then I wait for your mail.", LEFT)


@step
def answer_from_another_mail_program(s):
    """Bob answers with his mail program; the answer stands in the same conversation, in order"""
    s.bobs_mail.do("reply", uid=s.clean["uid"], text="Here they are: we take the blue one.")
    place = s.see("Here they are: we take the blue one.")
    assert place > s.see("Then I wait for your mail."), s.messages()


@step
def mail_only_person(s):
    """Dave, who has only a mailbox elsewhere, mails; the card shows it; the answer is grouped as one thread"""
    s.daves_mail = s.other(foreign.mail, DAVE)
    s.daves_mail.do("send", to=ALICE, subject="Lunch on Friday", text="Hi Alice,\n\nFriday, noon?\n\nDave\n")
    s.person("Dave", "unread", patience=60)
    s.open_conversation("Dave")
    s.see("Dave", "e-mail", "Lunch on Friday", "Friday, noon?")
    s.hands.reply("Lunch on Friday")
    wait_for("the subject of the answer", lambda: [f for f in s.desktop.all("text", "Subject") if f.text == "Re: Lunch on Friday"])
    s.hands.write("Noon is fine.")
    mails = s.daves_mail.do("wait", subject="Re: Lunch on Friday", seconds=40, patience=60)["mails"]
    fields = mails[-1]["fields"]
    assert fields.get("in-reply-to"), fields
    assert fields["in-reply-to"] in fields["references"], fields


@step
def mail_from_the_menu(s):
    """Send e-mail, from carol's menu in the contact list"""
    s.hands.write_mail_to("Carol")
    s.hands.fill("text", "Subject", "The garden")
    wait_for("the likely mailbox in To", lambda: s.desktop.find("text", "To").text == CAROL)
    s.hands.write("Are the roses out?")
    s.carols_mail = s.other(foreign.mail, CAROL)
    mail = s.carols_mail.do("wait", subject="The garden", seconds=40, patience=60)["mails"][0]
    assert mail["text"].strip() == "Are the roses out?", mail["text"]
    s.see("You", "e-mail", "The garden", LEFT)


@step
def reply_as_chat(s):
    """Reply as chat to carol's mail goes out as chat, with its reference"""
    s.carol = s.other(foreign.xmpp, CAROL)
    s.carol.do("online")
    s.carols_mail.do("send", to=ALICE, subject="Roses", text="They are, come and see.\n")
    s.see("Carol", "e-mail", "Roses", patience=60)
    s.hands.reply("Roses", chat=True)
    s.hands.write("I am on my way.")
    message = s.carol.wait("message", lambda m: m.get("body") == "I am on my way.")
    assert message["type"] == "chat", message
    assert "urn:xmpp:reply:0" in message["xml"], message["xml"]


@step
def kinds_of_messages(s):
    """From another XMPP client: normal with subject a card, chat with subject a titled bubble, without a bubble, type field a card"""
    s.open_conversation("Bob Miller")
    s.bob.do("online")
    s.bob.do("send", to=ALICE, type="normal", subject="Holidays", body="A message with a subject.")
    s.see("e-mail", "Holidays", "A message with a subject.")
    s.bob.do("send", to=ALICE, type="chat", subject="New title", body="A chat line with a title.")
    s.see("Bob Miller", "chat", "New title", "A chat line with a title.")
    s.bob.do("send", to=ALICE, type="chat", body="Just a line.")
    s.see("Bob Miller", "chat", "Just a line.")
    s.bob.do("send", to=ALICE, type="chat", body="By its type field.",
             extra="<email xmlns='urn:isthmus:email:1' type='email'/>")
    s.see("e-mail", "By its type field.")


@step
def layout_mail(s):
    """In layout Mail the same e-mails stand in folders and threads, presence at their senders; back, the place is kept"""
    s.hands.choose_layout("Mail: folders and threads", "ctrl+alt+2")
    s.desktop.find("list item", containing("Inbox", ALICE))
    s.desktop.gone("list", "Conversations")
    s.hands.thread("Carol", "online", "Roses")
    s.hands.open_thread("Dave", "Lunch on Friday")
    s.desktop.find("list", containing("Messages with", "Dave"))
    s.see("Dave", "e-mail", "Lunch on Friday", "Friday, noon?")
    s.take_picture()
    s.hands.choose_layout("Conversations: people", "ctrl+alt+1")
    s.desktop.gone("list", "E-mails")
    wait_for("Dave's row is the chosen one", lambda: s.hands.is_chosen(s.person("Dave")))
    s.hands.open_conversation("Bob Miller")
    s.desktop.find("list", containing("Messages with", "Bob Miller"))


@step
def all_is_there_again(s):
    """Closed and opened: all is there"""
    before = s.messages()
    took = s.desktop.stop()
    assert took < 10, f"closing took {took:.1f} s"
    s.start()
    s.open_conversation("Bob Miller")
    wait_for("the same messages", lambda: len(s.messages()) >= len(before))
    plain = [re.sub(r", (sent|delivered|read)$", "", name) for name in s.messages()]
    missing = [name for name in before if re.sub(r", (sent|delivered|read)$", "", name) not in plain]
    assert not missing, missing


@step
def nothing_secret_is_kept(s):
    """No password in any file of the home folder nor in the log at its most talkative, and no message text in the log"""
    log = s.servers.state.parent / "isthmus.log"
    places = [s.desktop.home, log]
    found = leaks.search(s.servers.password(ALICE), places)
    took = s.desktop.stop()
    assert took < 10, f"closing took {took:.1f} s"
    found += leaks.search(s.servers.password(ALICE), places)
    assert not found, found
    texts = ("Have you got the minutes?", "Then I wait for your mail.", "we take the blue one", "Friday, noon?",
             "Are the roses out?", "A chat line with a title.")
    stored = sum(bool(leaks.search(text, [s.profile])) for text in texts)
    assert stored == len(texts), "the search finds in the profile what is there"
    told = [line for text in texts for line in leaks.search(text, [log])]
    assert not told, told
    s.start()
    s.open_conversation("Bob Miller")


def pictures(folder):
    """How many pictures there are that show something: a display of one colour makes a file of a few hundred bytes."""
    return sum(path.stat().st_size > 4096 for path in pathlib.Path(folder).glob("[0-9][0-9]-*.png"))


def paint_states(build, folder):
    """A picture of every screen in every state and look, and all of them in one sheet."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TZ": "UTC", "ISTHMUS_PICTURES": str(folder / "states"),
                   "ISTHMUS_SOURCE": str(foreign.ROOT), "ISTHMUS_BUILD": str(build)}
    for factor in ("1", "2"):
        subprocess.run([build / "tests/tst_ui", "tst_scenes"], env={**environment, "QT_SCALE_FACTOR": factor}, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run([build / "tests/isthmus-sheet", folder / "sheet.png", folder / "states"], env=environment, check=True)


def write_results(build, way, outcomes):
    folder = build / "results"
    folder.mkdir(exist_ok=True)
    lines = "".join(f"{word}   : {way}::{name}()\n" for name, word in outcomes)
    (folder / f"story.{way}.txt").write_text(lines, encoding="utf-8")


def play(options):
    build = pathlib.Path(options.build).resolve()
    outcomes, failed = [], None
    for old in pathlib.Path(options.screenshots).glob("[0-9][0-9]-*.png") if options.screenshots else []:
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="isthmus-story.") as folder:
        servers = foreign.Servers(pathlib.Path(folder) / "servers")
        story = None
        try:
            with Desktop(grab=build / "tests/isthmus-grab", hands=options.way) as desktop:
                story = Story(desktop, servers, build, WAYS[options.way](desktop))
                for number, function in enumerate(STEPS, 1):
                    if options.screenshots:
                        story.picture = picture = pathlib.Path(options.screenshots) / f"{number:02}-{function.__name__}.png"
                    try:
                        function(story)
                        outcomes.append((function.__name__, "PASS"))
                        print(f"ok      {number:2} {function.__doc__}", flush=True)
                    except Exception:  # a step fails for any reason; the next ones stand on it
                        failed = function
                        if options.screenshots:
                            story.picture = picture
                        outcomes.append((function.__name__, "FAIL!"))
                        print(f"FAILED  {number:2} {function.__doc__}", flush=True)
                        traceback.print_exc()
                    story.take_picture()
                    if failed:
                        break
                log = servers.state.parent / "isthmus.log"
                if failed and log.exists():
                    print(log.read_text(encoding="utf-8", errors="replace")[-4000:])
        finally:
            if story:
                story.close()
            servers.down()
    if options.screenshots:
        if options.way == "mouse" and not failed:
            paint_states(build, pathlib.Path(options.screenshots).resolve())
        outcomes.append(("every_step_has_its_picture", "PASS" if pictures(options.screenshots) == len(outcomes) else "FAIL!"))
    write_results(build, "story" if options.way == "mouse" else options.way, outcomes)
    return 1 if any(word != "PASS" for _, word in outcomes) else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    parser.add_argument("--way", choices=WAYS, default="mouse", help="what the window is worked with")
    parser.add_argument("--screenshots")
    return play(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
