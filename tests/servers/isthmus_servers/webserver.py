"""The web server: Mozilla autoconfig of both domains and host-meta (RFC 6415, XEP-0156) of the one that has chat.

Autoconfig is fetched from fixed ports, so each instance and each route serves it on a loopback address of its own.
"""

import asyncio
import json

AUTOCONFIG = ("/mail/config-v1.1.xml", "/.well-known/autoconfig/mail/config-v1.1.xml")
MAIL = [("incoming", "imap", "imaps", "SSL"), ("incoming", "imap", "imap", "STARTTLS"),
        ("incoming", "pop3", "pop3s", "SSL"), ("incoming", "pop3", "pop3", "STARTTLS"),
        ("outgoing", "smtp", "submissions", "SSL"), ("outgoing", "smtp", "submission", "STARTTLS")]


def autoconfig(domain, ports):
    servers = "".join(
        f'    <{way}Server type="{kind}">\n      <hostname>mail.{domain}</hostname>\n      <port>{ports[service]}</port>\n'
        f"      <socketType>{security}</socketType>\n      <authentication>password-cleartext</authentication>\n"
        f"      <username>%EMAILADDRESS%</username>\n    </{way}Server>\n" for way, kind, service, security in MAIL)
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<clientConfig version="1.1">\n  <emailProvider id="{domain}">\n'
            f"    <domain>{domain}</domain>\n    <displayName>{domain} (private test servers)</displayName>\n"
            f"{servers}  </emailProvider>\n</clientConfig>\n")


def websocket(ports):
    return "urn:xmpp:alt-connections:websocket", f"wss://isthmus.test:{ports['upload']}/xmpp-websocket"


def pages(ports):
    """(host, path) -> (content type, text)"""
    result = {}
    for domain in ("isthmus.test", "elsewhere.test"):
        text = autoconfig(domain, ports)
        result["autoconfig." + domain, AUTOCONFIG[0]] = ("text/xml", text)
        result[domain, AUTOCONFIG[1]] = ("text/xml", text)
    rel, href = websocket(ports)
    result["isthmus.test", "/.well-known/host-meta"] = (
        "application/xrd+xml", '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0"><Link rel="{rel}" href="{href}"/></XRD>\n')
    result["isthmus.test", "/.well-known/host-meta.json"] = (
        "application/json", json.dumps({"links": [{"rel": rel, "href": href}]}))
    return result


class Web:
    def __init__(self, ports):
        self.pages = pages(ports)
        self.servers = []

    async def listen(self, sock, tls=None):
        self.servers.append(await asyncio.start_server(self._serve, sock=sock, ssl=tls, limit=16384))

    def close(self):
        for server in self.servers:
            server.close()

    async def _serve(self, reader, writer):
        try:
            head = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)).decode("latin-1").split("\r\n")
            method, target, _ = head[0].split(" ", 2)
            headers = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
            host = headers.get("host", "").split(":")[0]
            found = self.pages.get((host, target.split("?")[0]))
            status = "200 OK" if found else "404 Not Found"
            kind, text = found or ("text/plain", "not here\n")
            body = text.encode()
            lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}; charset=utf-8", f"Content-Length: {len(body)}",
                     "Access-Control-Allow-Origin: *", "Connection: close", "", ""]
            writer.write("\r\n".join(lines).encode() + (b"" if method == "HEAD" else body))
            await writer.drain()
        except (ValueError, ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError,
                asyncio.TimeoutError):
            pass
        finally:
            writer.close()
