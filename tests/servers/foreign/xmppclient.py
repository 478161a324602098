#!/usr/bin/python3
"""Another XMPP program, made of slixmpp: what the other side sees and does in tests. See README.md for its commands."""

import argparse
import asyncio
import base64
import hashlib
import logging
import sys
import time
from xml.etree import ElementTree

sys.dont_write_bytecode = True
logging.disable(logging.CRITICAL)

import slixmpp  # noqa: E402
from slixmpp.plugins.xep_0077.stanza import RegisterFeature  # noqa: E402
from slixmpp.stanza import StreamFeatures  # noqa: E402
from slixmpp.xmlstream import register_stanza_plugin, tostring  # noqa: E402
from slixmpp.xmlstream.handler import Callback, Waiter  # noqa: E402
from slixmpp.xmlstream.matcher import MatcherId, MatchXPath  # noqa: E402

from jsonlines import Description, commands, tell  # noqa: E402

CLIENT = "{jabber:client}"
RECEIPTS = "{urn:xmpp:receipts}"
MARKERS = "{urn:xmpp:chat-markers:0}"
CARBONS = "{urn:xmpp:carbons:2}"
FORWARDED = "{urn:xmpp:forward:0}forwarded"
MAM = "urn:xmpp:mam:2"
JINGLE = "{urn:xmpp:jingle:1}"
JINGLE_IBB = "{urn:xmpp:jingle:transports:ibb:1}"


def described(xml, carbon=None):
    """A message as a JSON object; `xml` is all of it, the rest is what tests ask for most."""
    for direction in ("sent", "received"):
        wrapper = xml.find(f"{CARBONS}{direction}/{FORWARDED}/{CLIENT}message")
        if wrapper is not None:
            return described(wrapper, direction)
    found = {"from": xml.get("from", ""), "to": xml.get("to", ""), "type": xml.get("type", "normal"),
             "stanza": xml.get("id", ""), "xml": tostring(xml)}
    for name in ("body", "subject", "thread"):
        child = xml.find(CLIENT + name)
        if child is not None:
            found[name] = child.text or ""
    for name, tag in (("receipt", RECEIPTS + "received"), ("displayed", MARKERS + "displayed")):
        child = xml.find(tag)
        if child is not None:
            found[name] = child.get("id", "")
    found["wants_receipt"] = xml.find(RECEIPTS + "request") is not None
    found["markable"] = xml.find(MARKERS + "markable") is not None
    if carbon:
        found["carbon"] = carbon
    return found


class Client(slixmpp.ClientXMPP):
    def __init__(self, account, options):
        resource = f"/{options.resource}" if options.resource else ""
        super().__init__(account.address + resource, account.password)
        self.account = account
        self.options = options
        self.ca_certs = account.ca
        self.auto_reconnect = False
        self.roster.auto_authorize = None  # a request for presence is answered by a command only
        self.roster.auto_subscribe = False
        self.answers = set()  # receipt, displayed: what is answered by itself
        self.sign_in = None
        if options.register:
            register_stanza_plugin(StreamFeatures, RegisterFeature)
            self.register_feature("register", self._register, restart=False, order=50)
        for plugin in ("xep_0030", "xep_0047", "xep_0096", "xep_0280"):
            self.register_plugin(plugin)
        self.add_event_handler("session_start", self._started)
        self.add_event_handler("failed_auth", lambda _: self._ended("wrong password"))
        self.add_event_handler("connection_failed", lambda error: self._ended(f"no connection: {error}"))
        self.add_event_handler("disconnected", lambda _: self._ended("disconnected"))
        self.register_handler(Callback("all messages", MatchXPath(CLIENT + "message"), self._message))
        self.jingle = asyncio.Queue()  # what comes in Jingle sessions
        self.register_handler(Callback("jingle", MatchXPath(f"{CLIENT}iq/{JINGLE}jingle"), self._jingle))
        self.register_handler(Callback("all presence", MatchXPath(CLIENT + "presence"), self._presence))

    # Coming and going

    async def do_online(self, show="", status="", presence=True):
        """Signs in, and is available unless presence is false."""
        self.sign_in = asyncio.get_running_loop().create_future()
        port = self.account.port("xmpps" if self.options.direct_tls else "xmpp")
        self.connect((self.account.host, port), use_ssl=self.options.direct_tls,
                     force_starttls=not self.options.direct_tls)
        await asyncio.wait_for(self.sign_in, 20)
        if self.options.register:
            self.unregister_feature("register", 50)
            self.options.register = False
        if presence:
            await self.do_presence(show, status)
        return {"jid": self.boundjid.full}

    async def do_offline(self, abrupt=False):
        """Leaves in good order, or abruptly, as a cut line does."""
        if abrupt:
            self.abort()
            return
        self.send_presence(ptype="unavailable")
        self.disconnect(wait=2)
        await asyncio.wait_for(self.disconnected, 5)

    async def _started(self, _):
        await self.get_roster()
        await self["xep_0280"].enable()
        if self.sign_in and not self.sign_in.done():
            self.sign_in.set_result(True)

    async def _register(self, _):
        """XEP-0077 before sign-in. slixmpp's own plugin holds its stanzas back until after it."""
        number = self.new_id()
        answer = Waiter("registration", MatcherId(number))
        self.register_handler(answer)
        self.send_raw(f"<iq type='set' id='{number}'><query xmlns='jabber:iq:register'><username>{self.account.name}"
                      f"</username><password>{self.account.password}</password></query></iq>")
        result = await answer.wait(10)
        if not result or result["type"] == "error":
            self._ended("registration refused" if result else "registration not answered")

    async def get_dns_records(self, domain, port=None):
        return []  # the address is known; without this slixmpp asks the system's DNS server for it

    def _ended(self, reason):
        if self.sign_in and not self.sign_in.done():
            self.sign_in.set_exception(ConnectionError(reason))
        else:
            tell("ended", reason=reason)

    # What arrives

    def _message(self, stanza):
        if stanza.xml.find(f"{{{MAM}}}result") is not None:
            return  # do_archive gathers these
        found = described(stanza.xml)
        tell("message", **found)
        if found.get("carbon") or not found.get("body"):
            return
        if "receipt" in self.answers and found["wants_receipt"]:
            self.reply_with(found, f"<received xmlns='urn:xmpp:receipts' id='{found['stanza']}'/>")
        if "displayed" in self.answers and found["markable"]:
            self.reply_with(found, f"<displayed xmlns='urn:xmpp:chat-markers:0' id='{found['stanza']}'/>")

    def reply_with(self, found, child):
        self.send_raw(f"<message to='{found['from']}' type='{found['type']}' id='{self.new_id()}'>{child}</message>")

    def _presence(self, stanza):
        tell("presence", **{"from": str(stanza["from"]), "type": stanza.xml.get("type", "available"),
                            "show": stanza.xml.findtext(CLIENT + "show") or "",
                            "status": stanza.xml.findtext(CLIENT + "status") or "",
                            "xml": tostring(stanza.xml)})

    def _jingle(self, iq):
        if iq["type"] == "set":
            iq.reply().send()
            self.jingle.put_nowait(iq.xml.find(f"{JINGLE}jingle"))

    # What it does on command

    async def do_presence(self, show="", status="", to=None, type=None):
        """Own presence; with to and type: subscribe, subscribed, unsubscribe, …"""
        self.send_presence(pshow=show or None, pstatus=status or None, pto=to, ptype=type)

    async def do_auto(self, answers):
        """Which of receipt and displayed are answered by itself from now on."""
        self.answers = set(answers)

    async def do_send(self, to, body=None, type="chat", subject=None, thread=None, stanza=None, receipt=False,
                      markable=False, extra=""):
        """extra is XML put into the message as it is."""
        message = self.make_message(mto=to, mbody=body, msubject=subject, mtype=type)
        message["id"] = stanza or self.new_id()
        if thread:
            message["thread"] = thread
        marks = ["<request xmlns='urn:xmpp:receipts'/>"] * receipt
        marks += ["<markable xmlns='urn:xmpp:chat-markers:0'/>"] * markable
        for child in ElementTree.fromstring(f"<x xmlns='jabber:client'>{''.join(marks)}{extra}</x>"):
            message.xml.append(child)
        message.send()
        return {"stanza": message["id"]}

    async def do_receipt(self, to, of, type="chat"):
        self.reply_with({"from": to, "type": type}, f"<received xmlns='urn:xmpp:receipts' id='{of}'/>")

    async def do_displayed(self, to, of, type="chat"):
        self.reply_with({"from": to, "type": type}, f"<displayed xmlns='urn:xmpp:chat-markers:0' id='{of}'/>")

    async def do_raw(self, xml):
        """Bytes onto the stream as they are."""
        self.send_raw(xml)

    async def do_iq(self, type, payload, to=None):
        """Any question: payload is the XML inside; the answer's XML comes back, also of an error."""
        query = self.make_iq(ito=to, itype=type)
        query.xml.append(ElementTree.fromstring(payload))
        try:
            answer = await query.send(timeout=15)
        except slixmpp.exceptions.IqError as error:
            answer = error.iq
        return {"type": answer["type"], "xml": tostring(answer.xml)}

    async def do_offer_file(self, to, name, data, by="si", type="application/octet-stream"):
        """Offers a file (data in base64) to a full address: by si (XEP-0096), jingle (XEP-0234) or jingle-socks (the same
        with another transport proposed). Comes back at once; sends it when it is accepted. Event `file` when all is done."""
        offer = self._offer_si if by == "si" else self._offer_jingle
        self.offer = asyncio.ensure_future(self._tell_file(offer(to, name, base64.b64decode(data), type, by)))

    async def _tell_file(self, offer):
        try:
            tell("file", end=await offer)
        except slixmpp.exceptions.IqError as error:
            tell("file", end="refused", error=error.condition)
        except Exception as error:  # whatever it is, the test is told and decides
            tell("file", end="failed", error=f"{type(error).__name__}: {error}")

    async def _offer_si(self, to, name, data, type, _):
        sid = self.new_id()
        # As mappings: slixmpp 1.8 does not take its own default, which is a list of texts.
        methods = [{"value": f"http://jabber.org/protocol/{method}"} for method in ("bytestreams", "ibb")]
        await self["xep_0096"].request_file_transfer(to, sid=sid, name=name, size=len(data), mime_type=type,
                                                     hash=hashlib.md5(data).hexdigest(), methods=methods, timeout=60)
        await self._send_bytes(to, sid, data)
        return "sent"

    async def _offer_jingle(self, to, name, data, type, by):
        session, stream = self.new_id(), self.new_id()
        digest = base64.b64encode(hashlib.sha256(data).digest()).decode()
        transport = f"<transport xmlns='urn:xmpp:jingle:transports:ibb:1' block-size='4096' sid='{stream}'/>"
        socks = f"<transport xmlns='urn:xmpp:jingle:transports:s5b:1' mode='tcp' sid='{stream}'/>"

        async def say(action, inside):
            await self.do_iq("set", f"<jingle xmlns='urn:xmpp:jingle:1' action='{action}' sid='{session}' initiator="
                             f"'{self.boundjid.full}'>{inside}</jingle>", to)

        content = "<content creator='initiator' name='file' senders='initiator'>"
        await say("session-initiate", f"{content}<description xmlns='urn:xmpp:jingle:apps:file-transfer:5'><file><name>{name}"
                  f"</name><size>{len(data)}</size><media-type>{type}</media-type><hash xmlns='urn:xmpp:hashes:2' algo="
                  f"'sha-256'>{digest}</hash></file></description>{socks if by == 'jingle-socks' else transport}</content>")
        while True:
            said = await asyncio.wait_for(self.jingle.get(), 60)
            action = said.get("action")
            chosen = said.find(f"{JINGLE}content/{JINGLE_IBB}transport")
            if action == "transport-replace":
                stream = chosen.get("sid")
                await say("transport-accept", content + tostring(chosen) + "</content>")
            elif action == "session-accept":
                await self._send_bytes(to, chosen.get("sid"), data, int(chosen.get("block-size")))
            elif action == "session-terminate":
                return said.find(f"{JINGLE}reason")[0].tag.split("}")[1]

    async def _send_bytes(self, to, sid, data, block_size=4096):
        stream = await self["xep_0047"].open_stream(to, sid=sid, block_size=block_size)
        await stream.sendall(data)
        await stream.close()

    async def do_archive(self, with_jid=None, after=None, limit=50):
        """XEP-0313: the newest messages of the own archive, in order."""
        fields = "".join(f"<field var='{var}'><value>{value}</value></field>"
                         for var, value in (("with", with_jid), ("start", after)) if value)
        query_id, found = self.new_id(), []
        matcher = MatchXPath(f"{CLIENT}message/{{{MAM}}}result")
        self.register_handler(Callback(query_id, matcher, lambda stanza: found.append(stanza.xml)))
        try:
            await self.do_iq("set", f"<query xmlns='{MAM}' queryid='{query_id}'><x xmlns='jabber:x:data' type='submit'>"
                             f"<field var='FORM_TYPE' type='hidden'><value>{MAM}</value></field>{fields}</x>"
                             f"<set xmlns='http://jabber.org/protocol/rsm'><max>{limit}</max><before/></set></query>")
        finally:
            self.remove_handler(query_id)
        results = [xml.find(f"{{{MAM}}}result") for xml in found]
        return {"messages": [{"archive": result.get("id"), **described(result.find(f"{FORWARDED}/{CLIENT}message"))}
                             for result in results]}

    async def do_archive_pages(self, page=50, messages=False):
        """All of the own archive, oldest first, page after page, and how long that took: the server's own pace."""
        after, found, kept, begun = "", 0, [], time.monotonic()
        while True:
            query_id, results = self.new_id(), []
            self.register_handler(Callback(query_id, MatchXPath(f"{CLIENT}message/{{{MAM}}}result"),
                                           lambda stanza, results=results: results.append(stanza.xml)))
            try:
                answer = await self.do_iq("set", f"<query xmlns='{MAM}' queryid='{query_id}'><set xmlns="
                                          f"'http://jabber.org/protocol/rsm'><max>{page}</max><after>{after}</after></set></query>"
                                          .replace("<after></after>", ""))
            finally:
                self.remove_handler(query_id)
            found += len(results)
            if messages:
                kept += [described(xml.find(f"{{{MAM}}}result/{FORWARDED}/{CLIENT}message")) for xml in results]
            fin = ElementTree.fromstring(answer["xml"]).find(f"{{{MAM}}}fin")
            last = fin.findtext("{http://jabber.org/protocol/rsm}set/{http://jabber.org/protocol/rsm}last") if fin is not None else None
            if not results or not last or fin.get("complete") == "true":
                return {"count": found, "seconds": time.monotonic() - begun, "messages": kept}
            after = last


async def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--servers", required=True, metavar="servers.json")
    options.add_argument("--account", required=True, metavar="ADDRESS")
    options.add_argument("--password")
    options.add_argument("--resource", default="foreign")
    options.add_argument("--direct-tls", action="store_true")
    options.add_argument("--register", action="store_true", help="make the account in band at the first sign-in")
    options = options.parse_args()
    client = Client(Description(options.servers, options.account, options.password), options)
    await commands(lambda name, members: getattr(client, "do_" + name)(**members))
    client.abort()


if __name__ == "__main__":
    asyncio.get_event_loop_policy().get_event_loop().run_until_complete(main())
