"""Encoders of the legacy code pages: real ones (Python, glibc, Perl), and for VNI the published table.

Nothing here comes from the product's own tables.
"""

import subprocess
import unicodedata

BASES = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]  # ngang huyền hỏi ngã sắc nặng
LOWER = [unicodedata.normalize("NFC", base + tone) for base in BASES for tone in TONES] + ["đ"]
LETTERS = [c for c in LOWER + [c.upper() for c in LOWER] if ord(c) > 127]

# VNI-Windows: a base letter and a byte for the mark; a few letters have a byte of their own.
# As printed in VNI's own tables, e.g. in xvnkb's vni.h and in UniKey's conversion tables; image in Windows-1252.
VNI_MARKS = {
    "": dict(zip("\u0301\u0300\u0309\u0303\u0323", "ùøûõï")),
    "\u0302": dict(zip(" \u0301\u0300\u0309\u0303\u0323", "âáàåãä")),
    "\u0306": dict(zip(" \u0301\u0300\u0309\u0303\u0323", "êéèúüë")),
}
VNI_SINGLE = dict(zip("đơưíìỉĩịỵ", "ñôöíìæóòî"))


def vni(letter):
    lower = letter.lower()
    image = VNI_SINGLE.get(lower) or vni_marked(lower)
    return (image.upper() if letter != lower else image).encode("cp1252")


def vni_marked(lower):
    base, *marks = unicodedata.normalize("NFD", lower)
    tone = next((mark for mark in marks if mark in "\u0301\u0300\u0309\u0303\u0323"), None)
    if "\u031b" in marks:  # ơ, ư: the horned letter and the mark
        return VNI_SINGLE[unicodedata.normalize("NFC", base + "\u031b")] + VNI_MARKS[""][tone]
    shape = next((mark for mark in marks if mark in "\u0302\u0306"), "")
    return base + VNI_MARKS[shape][tone or " "]


def iconv(letter, encoding):
    run = subprocess.run(["iconv", "-f", "UTF-8", "-t", encoding], input=letter.encode(), capture_output=True)
    return run.stdout if run.returncode == 0 else b""


def tcvn3(letter):
    """VN3 of TCVN 5712 (ABC): of the capitals only those without a tone; the rest are typed as small letters and
    shown by a capital font. The code is glibc's, whose table is VN1: the same for what VN3 has."""
    return iconv(letter if letter in "ĂÂÊÔƠƯĐ" else letter.lower(), "TCVN5712-1")


def viscii(letter):
    program = "use Encode; binmode STDIN; local $/; print encode('viscii', decode('UTF-8', <STDIN>))"
    return subprocess.run(["perl", "-e", program], input=letter.encode(), capture_output=True).stdout


def cp1258(letter, precomposed=True):
    """Letters that the code page has, else letter and combining tone (as the Vietnamese keyboard writes all of them)."""
    if precomposed or unicodedata.normalize("NFD", letter)[-1] not in TONES:
        try:
            return letter.encode("cp1258")
        except UnicodeEncodeError:
            pass
    *base, tone = unicodedata.normalize("NFD", letter)
    tone_at = next(i for i, c in enumerate(base + [tone]) if c in TONES)
    marks = base + [tone]
    tone = marks.pop(tone_at)
    return (unicodedata.normalize("NFC", "".join(marks)) + tone).encode("cp1258")


ENCODERS = {
    "windows-1258": cp1258,
    "windows-1258-marks": lambda letter: cp1258(letter, precomposed=False),
    "tcvn3": tcvn3,
    "vni": vni,
    "viscii": viscii,
}
TABLES = {name: {letter: encoder(letter) for letter in LETTERS} for name, encoder in ENCODERS.items()}


def encode(text, name):
    if name in TABLES:
        table = TABLES[name]
        return b"".join(table.get(c) or c.encode("ascii") for c in unicodedata.normalize("NFC", text))
    if name == "mojibake":
        return mojibake(text).encode()
    if name == "nfd":
        return unicodedata.normalize("NFD", text).encode()
    if name == "utf-16":
        return b"\xff\xfe" + text.encode("utf-16-le")
    return text.encode(name)


def image(text, name):
    """A text of a legacy font as it stands in a Unicode document: each byte as its Windows-1252 character."""
    return "".join(as_1252(byte) for byte in encode(text, name))


def mojibake(text):
    """UTF-8 read as Windows-1252."""
    return "".join(as_1252(byte) for byte in text.encode())


def as_1252(byte):
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)  # Windows decodes the five bytes without a character as control characters
