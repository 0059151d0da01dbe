"""The same 1,000 dossiers in every layout, for the matrix of formats and encodings that the tests write themselves."""

import gzip
import io
import json
import unicodedata
import zipfile
from datetime import datetime

import codepages
import dossiers
import sheets
import writers

SEED = 20220315
OTHER_ORDER = [
    "note", "status", "code", "channel", "received", "level", "person", "phone", "due", "finished", "field",
    "returned", "return_channel", "clerk", "procedure", "paid", "digitised", "name", "address", "stt",
]
SYNONYMS = {
    "code": "MÃ SỐ HỒ SƠ", "received": "ngay nhan", "due": "Ngày hẹn trả\nkết quả", "finished": "Ngày kết thúc xử lý",
    "returned": "Ngày trả", "status": "Trang thai ho so", "channel": "Hình thức tiếp nhận",
    "return_channel": "Hình thức nhận/trả kết quả", "level": "Mức độ DVCTT", "field": "Linh vuc",
    "procedure": "Mã thủ tục", "digitised": "Số hóa hồ sơ", "paid": "Hình thức thanh toán", "name": "Tên TTHC",
}
OTHER_WORDS = sheets.Style(
    dates="%d/%m/%Y %H:%M",
    statuses={**dossiers.STATUSES, "Processing": "ĐANG XỬ LÝ", "Done": "Da tra ket qua", "Releasing": "releasing"},
    channels={"": "", "InPerson": "Nộp trực tiếp", "Online": "Qua mạng", "Postal": "BCCI"},
    returns={"": "", "InPerson": "Nhận trực tiếp", "Online": "Nhận trực tuyến", "Postal": "Bưu chính"},
    levels={None: "", 4: "Mức độ 4", 3: 3, 2: "Mức 2"},
    digitised={None: "", True: "Đã số hóa", False: "Chưa số hóa"},
    paid={None: "", True: "x", False: "Trực tiếp"},
)


def layouts(made):
    titled = sheets.Style(dates="%d/%m/%Y")
    two = sheets.Style(dates="%d/%m/%Y %H:%M", typed=True)
    three = sheets.Style(dates="%Y-%m-%d %H:%M:%S", due="%Y-%m-%d")
    return {
        "plain": sheets.plain(made, sheets.Style(typed=True)),
        "titled": sheets.titles() + sheets.plain(made, titled) + sheets.ending(len(made)),
        "two-rows": sheets.titles() + sheets.two_rows() + sheets.body(made, two) + sheets.ending(len(made)),
        "three-rows": sheets.titles() + sheets.three_rows() + sheets.body(made, three),
        "page-breaks": sheets.titles()[:5] + sheets.page_breaks(made, sheets.Style(dates="%d/%m/%Y"), each=40),
        "other-order": sheets.plain(made, OTHER_WORDS, OTHER_ORDER, SYNONYMS),
    }


# What a workbook's cells may hold: Unicode, its decomposed form, or the images of other encodings.
IMAGES = {
    "unicode": lambda text: text,
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "tcvn3": lambda text: codepages.image(text, "tcvn3"),
    "vni": lambda text: codepages.image(text, "vni"),
    "mojibake": codepages.mojibake,
}


def write(folder):
    folder.mkdir(exist_ok=True)
    made = dossiers.make(1000, SEED)
    made_layouts = layouts(made)
    lines = sorted(dossier.journal_line() for dossier in made)
    pack(folder / "journal-rows.tsv.gz", "".join(line + "\n" for line in lines))
    pack(folder / "sheets.json.gz", json.dumps(
        {name: [[cell_json(cell) for cell in row] for row in rows] for name, rows in made_layouts.items()},
        ensure_ascii=False, separators=(",", ":"),
    ))
    (folder / "codepages.json").write_text(json.dumps(
        {name: {letter: code.hex() for letter, code in table.items()} for name, table in codepages.TABLES.items()},
        ensure_ascii=False, indent=0,
    ) + "\n", encoding="utf-8")
    documents = {
        f"{layout}.{image}": writers.fods(rows, shown=shown)
        for layout, rows in made_layouts.items()
        for image, shown in IMAGES.items()
    }
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in writers.xls(documents).items():
            packed.writestr(zipfile.ZipInfo(name + ".xls"), content, zipfile.ZIP_DEFLATED, 9)
    (folder / "workbooks.zip").write_bytes(archive.getvalue())


def cell_json(cell):
    """null under a merged cell, a text, or an object: t text, d moment, n number, c columns, r rows."""
    if cell is None:
        return None
    made = {"t": cell.text}
    if hasattr(cell.value, "isoformat"):
        moment = cell.value
        made["d"] = (moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)).isoformat()
    elif cell.value is not None:
        made["n"] = cell.value
    if cell.columns > 1:
        made["c"] = cell.columns
    if cell.rows > 1:
        made["r"] = cell.rows
    return cell.text if len(made) == 1 else made


def pack(path, text):
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
