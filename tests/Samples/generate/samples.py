"""The sample exports: every form of domain.md §4, small, each with the outcome that the rules give it."""

import unicodedata
from dataclasses import replace
from datetime import date

import codepages
import dossiers
import sheets
import writers
from matrix import OTHER_ORDER, OTHER_WORDS, SYNONYMS
from sheets import ALL, Cell, Style, text

DAY = "2022-03-15"
MADE = dossiers.make(24, 7)
PLAIN = sheets.plain(MADE)
TYPED = sheets.plain(MADE, Style(typed=True))


def csv(rows, encoding="utf-8", separator=";"):
    return codepages.encode(writers.separated(rows, separator), encoding)


def encoded():
    yield f"ma-utf8-{DAY}.csv", csv(PLAIN, separator=",")
    yield f"ma-utf8-bom-{DAY}.csv", csv(PLAIN, "utf-8-sig")
    yield f"ma-nfd-{DAY}.csv", csv(PLAIN, "nfd")
    yield f"ma-unicode-text-{DAY}.txt", csv(PLAIN, "utf-16", "\t")
    yield f"ma-windows-1258-{DAY}.csv", csv(PLAIN, "windows-1258-marks", ",")
    yield f"ma-tcvn3-{DAY}.csv", csv(PLAIN, "tcvn3")
    yield f"ma-tcvn3-hoa-{DAY}.csv", csv([[text(cell.text.upper()) for cell in PLAIN[0]]] + PLAIN[1:], "tcvn3")
    yield f"ma-vni-{DAY}.txt", csv(PLAIN, "vni", "\t")
    yield f"ma-viscii-{DAY}.csv", csv(PLAIN, "viscii")
    yield f"ma-loi-font-{DAY}.csv", csv(PLAIN, "mojibake")


def paged():
    page = writers.html
    yield f"html-utf8-{DAY}.xls", page(PLAIN, "utf-8").encode()
    yield f"html-khong-charset-{DAY}.xls", page(PLAIN).encode()
    yield f"html-office-{DAY}.xls", writers.office_html(titled(MADE)).encode()
    yield f"html-1258-{DAY}.xls", codepages.encode(page(PLAIN, "windows-1258"), "windows-1258")
    yield f"html-tcvn3-{DAY}.xls", codepages.encode(page(PLAIN), "tcvn3")
    yield f"html-gop-o-{DAY}.xls", page(merged_field(sheets.titles() + sheets.two_rows() + sheets.body(MADE))).encode()


def merged_field(rows):
    """One field merged over neighbouring dossiers, as grouped lists show it."""
    at = ALL.index("field")
    first = next(i for i, row in enumerate(rows) if row[at] and row[at].text == MADE[0].procedure[2])
    last = first
    while last + 1 < len(rows) and rows[last + 1][at] and rows[last + 1][at].text == rows[first][at].text:
        last += 1
        rows[last][at] = None
    rows[first][at] = replace(rows[first][at], rows=last - first + 1)
    return rows


def titled(made, style=Style(dates="%d/%m/%Y"), header=None):
    return sheets.titles() + (header or [sheets.header()]) + sheets.body(made, style) + sheets.ending(len(made))


def workbooks():
    """Flat documents by file name without extension."""
    tcvn3 = lambda value: codepages.image(value, "tcvn3")
    vni = lambda value: codepages.image(value, "vni")
    formula = [row[:] for row in TYPED]
    formula[3][ALL.index("status")] = Cell('of:=CONCATENATE("Đang";" xử lý")')
    formula[5][ALL.index("note")] = Cell("of:=1+1")
    three = sheets.titles() + sheets.three_rows() + sheets.body(MADE, Style(typed=True)) + sheets.ending(len(MADE))
    return {
        f"bang-tinh-{DAY}": writers.fods(TYPED),
        f"bang-tinh-1904-{DAY}": writers.fods(TYPED, start_1904=True),
        f"bang-tinh-tieu-de-3-dong-{DAY}": writers.fods(three, "Danh sách"),
        f"bang-tinh-font-tcvn3-{DAY}": writers.fods(titled(MADE), shown=tcvn3),
        f"bang-tinh-font-vni-{DAY}": writers.fods(titled(MADE), shown=vni),
        f"bang-tinh-loi-font-{DAY}": writers.fods(TYPED, shown=codepages.mojibake),
        f"bang-tinh-cong-thuc-{DAY}": writers.fods(formula),
    }


def laid_out():
    yield "danh-sach-tieu-de.csv", csv(titled(MADE))  # the title says the day
    yield "danh-sach-hai-dong.csv", csv(titled(MADE, header=sheets.two_rows()))
    yield "danh-sach-ba-dong.csv", csv(titled(MADE, header=sheets.three_rows()))
    yield f"ngat-trang-{DAY}.csv", csv(sheets.titles()[:5] + sheets.page_breaks(MADE, Style(), each=10))
    yield f"thu-tu-khac-{DAY}.csv", csv(sheets.plain(MADE, OTHER_WORDS, OTHER_ORDER, SYNONYMS))
    yield f"khong-dau-{DAY}.csv", csv([[text(bare(cell.text)) for cell in row] for row in PLAIN])
    yield "khong-noi-ngay.csv", csv(PLAIN)  # the latest event says the day
    yield f"ngay-khong-ho-so-{DAY}.csv", csv([PLAIN[0]])
    yield f"ngay-khong-ho-so-bang-tinh-{DAY}.csv", csv(titled([]))
    yield f"so-theo-doi-{DAY}.csv", csv(tracking_book())
    yield f"so-theo-doi-mau-06-{DAY}.csv", csv(tracking_book(FORM_06))
    yield f"he-thong-fpt-{DAY}.csv", csv(sheets.plain(MADE, Style(), names=FPT))


def bare(value):
    letters = unicodedata.normalize("NFD", value.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


# The form's own words for its columns, below "Nhận và trả kết quả".
FORM_06 = {
    "clerk": "Số lượng hồ sơ (bộ)", "received": "Nhận hồ sơ", "due": "Hẹn trả kết quả", "returned": "Trả kết quả",
    "return_channel": "Phương thức nhận kết quả", "phone": "Ký nhận",
}
FPT = {"channel": "Kênh thực hiện", "return_channel": "Hình thức nhận/trả kết quả"}


def tracking_book(words=None):
    """Sổ theo dõi hồ sơ, Mẫu 06 of TT 01/2018: no channel, no status."""
    groups = {"received": ("Nhận và trả kết quả", 4)}
    columns = ["stt", "code", "name", "person", "address", "received", "due", "returned", "return_channel", "note"]
    if words:
        columns[3:3] = ["clerk"]
        columns[-1:-1] = ["phone"]
    names = {
        "stt": "TT", "person": "Tên cá nhân, tổ chức", "address": "Địa chỉ, số điện thoại",
        "received": "Ngày nhận hồ sơ", "due": "Ngày hẹn trả kết quả", "returned": "Ngày trả kết quả",
        "return_channel": "Hình thức nhận kết quả", **(words or {}),
    }
    made = [dossier for dossier in MADE if dossier.status not in ("Receiving", "Denied")]
    top = [sheets.spread([("SỔ THEO DÕI HỒ SƠ", len(columns))]), sheets.blank(len(columns))]
    style = Style(dates="%d/%m/%Y", returns={**dossiers.CHANNELS, "Postal": "BCCI"})
    return top + sheets.two_rows(names, groups, columns) + sheets.body(made, style, columns)


def faulty():
    received, status = ALL.index("received"), ALL.index("status")
    yield f"lech-cot-{DAY}.csv", csv(without_cell("address"))
    yield f"lech-cot-ten-vao-linh-vuc-{DAY}.csv", csv(without_cell("field"))
    yield f"hai-cot-cung-ten-{DAY}.csv", csv(doubled(received, lambda row: row[ALL.index("due")]))
    yield f"hai-cot-cung-ten-giong-nhau-{DAY}.csv", csv(doubled(received, lambda row: row[received]))
    yield f"hai-ten-mot-nghia-{DAY}.csv", csv(doubled(received, lambda row: row[received], "Ngày nhận"))
    yield f"ket-thuc-la-ngay-tra-{DAY}.csv", csv(finished_holds_returned())
    yield f"thieu-cot-{DAY}.csv", csv([row[:1] + row[2:] for row in PLAIN])
    yield f"khong-tieu-de-{DAY}.csv", csv(PLAIN[1:])
    yield f"ma-so-khong-mau-{DAY}.csv", csv(sheets.plain(MADE, numeric()))
    yield f"vai-dong-loi-{DAY}.csv", csv(some_faults())
    yield f"nhieu-dong-loi-{DAY}.csv", csv([PLAIN[0]] + [row if i % 3 else changed(row, status, "Đang chạy") for i, row in enumerate(PLAIN[1:])])
    yield f"ten-trong-cot-giu-{DAY}.csv", csv(names_in_kept_columns())
    yield f"rong-{DAY}.csv", b""
    yield f"khong-phai-bang-{DAY}.csv", f"Kính gửi ông {dossiers.PERSON}, số {dossiers.PHONE}.\n".encode()
    yield f"ngay-sau-ngay-gui-2022-03-20.csv", csv(PLAIN)


def without_cell(column):
    """A header whose data cell is absent: every later cell stands one column to the left."""
    at = ALL.index(column)
    return [PLAIN[0]] + [row[:at] + row[at + 1:] for row in PLAIN[1:]]


def doubled(at, second, name=None):
    header = PLAIN[0] + [text(name or PLAIN[0][at].text)]
    return [header] + [row + [second(row)] for row in PLAIN[1:]]


def changed(row, at, value):
    return row[:at] + [text(value)] + row[at + 1:]


def finished_holds_returned():
    """A column headed "Ngày kết thúc xử lý" that in fact holds the return date, beside no column for returns."""
    columns = [column for column in ALL if column not in ("returned", "finished")] + ["returned"]
    return sheets.plain(dossiers.make(90, 9), Style(), columns, {"returned": "Ngày kết thúc xử lý"})


def numeric():
    return Style(
        channels={"": "", "InPerson": "1", "Online": "2", "Postal": "3"},
        returns={"": "", "InPerson": "1", "Online": "2", "Postal": "3"},
        statuses={name: str(i) for i, name in enumerate(dossiers.STATUSES)},
    )


def some_faults():
    """Of 40 dossiers seven are faulty, each in its own way: less than a fifth."""
    made = dossiers.make(40, 8)
    rows = sheets.plain(made)
    code, received, finished = ALL.index("code"), ALL.index("received"), ALL.index("finished")
    rows[2] = changed(rows[2], code, "")
    rows[5] = changed(rows[5], code, dossiers.PHONE)
    rows[9] = changed(rows[9], received, "")
    rows[12] = changed(rows[12], received, "31/02/2022")
    rows[15] = changed(rows[15], ALL.index("status"), dossiers.PERSON)
    rows[20] = changed(rows[20], finished, "01/01/2020")
    rows[33] = changed(rows[33], ALL.index("channel"), "=HYPERLINK(\"http://x\")")
    return rows


def names_in_kept_columns():
    rows = [row[:] for row in PLAIN]
    for i, column in enumerate(["status", "code", "procedure", "channel", "level", "digitised"], 3):
        value = dossiers.PHONE if column in ("code", "procedure") else dossiers.PERSON
        rows[i] = changed(rows[i], ALL.index(column), value)
    return rows


def write(folder):
    folder.mkdir(exist_ok=True)
    for made in (encoded(), paged(), laid_out(), faulty()):
        for name, content in made:
            (folder / name).write_bytes(content)
    documents = workbooks()
    for extension, convert in (("xls", writers.xls), ("xlsx", writers.xlsx)):
        for name, content in convert(documents).items():
            (folder / f"{name}.{extension}").write_bytes(content)
