#!/usr/bin/python3
"""Makes the pseudo-language of the tests out of the sources' own English.

Every text becomes readable still, 40 % longer, accented and bracketed: what is cut off loses its bracket, what
was not passed through tr() has no accents, and what leaves too little room is seen without knowing any language.
Placeholders, accelerators and line breaks stay.

usage: pseudo.py OUTPUT.ts
"""

import pathlib
import re
import sys
from xml.sax.saxutils import escape

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from translations import catalogue  # noqa: E402

ACCENTS = str.maketrans("aceghijklnorstuwyzACDEGHIJKLNORSTUWYZ", "áçéĝĥíĵķĺñóŕšţúŵýžÁÇĎÉĜĤÍĴĶĹÑÓŔŠŢÚŴÝŽ")
KEPT = re.compile(r"%L?\d{1,2}|%L?n|&.|--[a-z-]+|\n")
GROWTH = 1.4
FILLING = "one two three four five six seven eight nine ten "


def accented(text):
    """`text` with accents, but for what the program reads in it."""
    parts, end = [], 0
    for kept in KEPT.finditer(text):
        parts += [text[end:kept.start()].translate(ACCENTS), kept.group()]
        end = kept.end()
    return "".join(parts) + text[end:].translate(ACCENTS)


def pseudo(text):
    body = text.rstrip("\n")
    breaks = text[len(body):]
    # The brackets and the blank count as growth; a short word still gets a little more than them.
    missing = max(1, int(len(body) * GROWTH + 0.999) - len(body) - 3)
    filling = (FILLING * (missing // len(FILLING) + 1))[:missing].rstrip() or "o"
    filling += "~" * (missing - len(filling))
    return f"[{accented(body)} {filling.translate(ACCENTS)}]{breaks}"


def plural_forms(source):
    """English singular and plural are told apart, so that a test sees which one was chosen."""
    return [pseudo("(1) " + source), pseudo("(n) " + source)]


def write(messages, path):
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", '<TS version="2.1" language="en" sourcelanguage="en">']
    for context in sorted({message.context for message in messages}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for message in (each for each in messages if each.context == context):
            lines.append('    <message numerus="yes">' if message.plural else "    <message>")
            lines.append(f"        <source>{escape(message.source)}</source>")
            if message.comment:
                lines.append(f"        <comment>{escape(message.comment)}</comment>")
            if message.plural:
                forms = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in plural_forms(message.source))
                lines.append(f"        <translation>{forms}</translation>")
            else:
                lines.append(f"        <translation>{escape(pseudo(message.source))}</translation>")
            lines.append("    </message>")
        lines.append("</context>")
    pathlib.Path(path).write_text("\n".join(lines + ["</TS>", ""]), encoding="utf-8")


def main():
    if len(sys.argv) != 2:
        print(__doc__.strip().splitlines()[-1], file=sys.stderr)
        return 2
    # German holds every message of the sources; so the build needs no lupdate.
    write(catalogue.read(catalogue.path_of("de")), sys.argv[1])
    return 0


if __name__ == "__main__":
    sys.exit(main())
