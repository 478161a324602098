"""The instance's own certificate authority, and the certificates that a client must refuse, each wrong in one way.

A chain file is what a server sends: its certificate and what stands above it. Every chain comes with a key file.
"""

import datetime
import pathlib
import subprocess

NAMES = ["isthmus.test", "xmpp.isthmus.test", "mail.isthmus.test", "upload.isthmus.test", "rooms.isthmus.test",
         "gateway.isthmus.test", "autoconfig.isthmus.test", "elsewhere.test", "mail.elsewhere.test",
         "autoconfig.elsewhere.test"]

# What `fault certificate KIND` offers, with what is wrong in it.
KINDS = {
    "good": "nothing is wrong",
    "expired": "its time ended yesterday",
    "not-yet-valid": "its time begins in ten days",
    "wrong-name": "made out to another host",
    "unknown-issuer": "signed by an authority that nobody trusts",
    "self-signed": "signed by itself",
    "forged-chain": "signed by an authority that has the trusted one's name, but not its key",
    "leaf-as-ca": "signed with the key of a genuine server certificate, which may not sign",
}

CA_CONFIG = """
[ca]
default_ca = this
[this]
database = {folder}/index
new_certs_dir = {folder}
rand_serial = yes
unique_subject = no
default_md = sha256
policy = any
[any]
commonName = supplied
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = {names}
"""


class Maker:
    """Keys, requests and certificates in one folder, made with openssl(1)."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def _openssl(self, *arguments):
        subprocess.run(["openssl", *map(str, arguments)], check=True, cwd=self.folder, capture_output=True)

    def key(self, name, common_name):
        self._openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                      "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={common_name}")

    def sign(self, request, signer, output, extensions="server", names=NAMES, days=(-1, 30), subject=None):
        """Signs request.csr with signer's key. days: from and until, counted from now. request == signer: by itself.

        subject: a common name in the place of the request's (some clients look at it although there are other names).
        """
        today = datetime.datetime.now(datetime.timezone.utc)
        start, end = ((today + datetime.timedelta(days=d)).strftime("%Y%m%d%H%M%SZ") for d in days)
        (self.folder / "index").write_text("")
        config = CA_CONFIG.format(folder=self.folder, names=",".join("DNS:" + name for name in names))
        (self.folder / "ca.conf").write_text(config)
        by = ["-selfsign"] if request == signer else ["-cert", f"{signer}.pem"]
        self._openssl("ca", "-batch", "-notext", "-config", "ca.conf", "-extensions", extensions, *by,
                      "-keyfile", f"{signer}.key", "-in", f"{request}.csr", "-out", f"{output}.pem",
                      "-startdate", start, "-enddate", end, *(["-subj", f"/CN={subject}"] if subject else []))

    def chain(self, kind, *certificates):
        text = "".join((self.folder / f"{name}.pem").read_text() for name in certificates)
        (self.folder / f"{kind}.chain").write_text(text)


def make(folder):
    """Makes everything in the folder: authority.pem to trust, and KIND.chain with KIND.key for every kind."""
    maker = Maker(folder)
    maker.key("authority", "Isthmus test authority")
    maker.sign("authority", "authority", "authority", "authority")
    maker.key("server", "isthmus.test")
    maker.sign("server", "authority", "server")
    maker.chain("good", "server", "authority")
    maker.sign("server", "authority", "expired", days=(-10, -1))
    maker.chain("expired", "expired", "authority")
    maker.sign("server", "authority", "not-yet-valid", days=(10, 30))
    maker.chain("not-yet-valid", "not-yet-valid", "authority")
    maker.sign("server", "authority", "wrong-name", names=["bank.example"], subject="bank.example")
    maker.chain("wrong-name", "wrong-name", "authority")
    maker.sign("server", "server", "self-signed")
    maker.chain("self-signed", "self-signed")
    for name, title in (("stranger", "Some other authority"), ("forger", "Isthmus test authority")):
        maker.key(name, title)
        maker.sign(name, name, name, "authority")
    maker.sign("server", "stranger", "unknown-issuer")
    maker.chain("unknown-issuer", "unknown-issuer", "stranger")
    maker.sign("server", "forger", "forged-chain")
    maker.chain("forged-chain", "forged-chain", "forger")
    maker.key("evil", "isthmus.test")
    maker.sign("evil", "server", "leaf-as-ca")
    maker.chain("leaf-as-ca", "leaf-as-ca", "server", "authority")
    return {kind: (maker.folder / f"{kind}.chain", maker.folder / ("evil.key" if kind == "leaf-as-ca" else "server.key"))
            for kind in KINDS}
