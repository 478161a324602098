"""Looks for a secret in files, in every shape that a program may leave it in."""

import base64
import pathlib
import urllib.parse

PIECE = 1 << 20


def _base64_cores(octets):
    """What Base64 of anything that holds these octets must contain: it depends on where in a group of three they
    begin, and on neighbours at both ends. So the SASL forms (PLAIN, LOGIN, OAUTHBEARER …) are found without
    knowing what else they hold."""
    for shift in range(3):
        begin = (shift * 8 + 5) // 6          # first digit that holds our bits alone
        end = (shift + len(octets)) * 8 // 6  # behind the last one
        yield base64.b64encode(b"\0" * shift + octets)[begin:end]


def shapes(secret):
    """Name and octets of each shape; all in the case in which they are looked for (lower for hex and percent)."""
    plain = secret.encode()
    texts = {"plain": plain, "UTF-16LE": secret.encode("utf-16-le"), "UTF-16BE": secret.encode("utf-16-be")}
    found = dict(texts)
    for name, octets in texts.items():
        found[f"{name}, hex"] = octets.hex().encode()
        found[f"{name}, hex with spaces"] = octets.hex(" ").encode()
        found[f"{name}, hex with colons"] = octets.hex(":").encode()
        found[f"{name}, reversed"] = octets[::-1]
        for shift, core in enumerate(_base64_cores(octets)):
            found[f"{name}, Base64, {shift} octets in"] = core
            found[f"{name}, Base64 for addresses, {shift} octets in"] = core.translate(bytes.maketrans(b"+/", b"-_"))
    found["percent"] = "".join(f"%{octet:02x}" for octet in plain).encode()
    found["percent where needed"] = urllib.parse.quote(secret, safe="").encode().lower()
    found["quoted-printable"] = "".join(f"={octet:02x}" for octet in plain).encode()
    found["plain, without regard to case"] = plain.lower()
    for shape in texts:
        found[f"{shape}, Base64 twice"] = next(_base64_cores(next(_base64_cores(texts[shape]))))
    return found


def _octets(path, overlap):
    """The file in pieces that overlap, so that nothing hides on a border."""
    with path.open("rb") as file:
        tail = b""
        while piece := file.read(PIECE):
            yield tail + piece
            tail = (tail + piece)[-overlap:]


def search(secret, paths):
    """Where the secret is: lines "file: shape". Folders are searched to the bottom, links not followed."""
    wanted = shapes(secret)
    overlap = max(len(octets) for octets in wanted.values())
    found, files = [], 0
    for path in paths:
        path = pathlib.Path(path)
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_symlink() or not file.is_file():
                continue
            files += 1
            hits = set()
            try:
                for octets in _octets(file, overlap):
                    lower = octets.lower()
                    hits |= {name for name, shape in wanted.items() if shape in octets or shape == shape.lower() and shape in lower}
            except FileNotFoundError:
                continue  # a program removed it meanwhile
            if secret in file.name:
                hits.add("file name")
            found += [f"{file}: {name}" for name in sorted(hits)]
    if files == 0:
        raise AssertionError(f"nothing to search in {paths}")
    return found
