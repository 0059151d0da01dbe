"""Exports as the field really sends them: what programs, browsers and hands between a system and us make of a list."""

from dataclasses import replace
from datetime import date, timedelta

import codepages
import dossiers
import workbook
import writers
from sheets import COLUMNS, Style, body, header, text

DAY = "2022-03-15"
LAST = date(2022, 3, 11)
MADE = dossiers.make(16, 33, date(2022, 1, 4), LAST)
LIST = [
    "stt", "code", "name", "procedure", "field", "person", "received", "due", "finished", "returned", "status",
    "channel", "return_channel", "level", "digitised", "paid",
]
DATES = ("received", "due", "finished", "returned")
DAYS = Style(dates="%d/%m/%Y")


def shown(style=DAYS, columns=LIST, names=None, made=MADE):
    """The list as texts, its header first."""
    return [[cell.text for cell in row] for row in [header(columns, names)] + body(made, style, columns)]


def separated(rows, separator=";", quote=False):
    """As programs write that know no quotes, or quote everything."""
    wrap = (lambda cell: f'"{cell}"') if quote else (lambda cell: cell)
    return "".join(separator.join(wrap(cell) for cell in row) + "\r\n" for row in rows)


def csv(rows, separator=";"):
    return separated(rows, separator).encode()


def each(rows, change, columns=LIST):
    """The rows with every cell below the header changed: change(column, cell)."""
    return [rows[0]] + [[change(column, cell) for column, cell in zip(columns, row)] for row in rows[1:]]


def dated(change):
    return lambda column, cell: change(cell) if column in DATES and cell else cell


def named(rows, cells):
    """Names of procedures that begin or end as a writer that doesn't escape leaves them."""
    at = LIST.index("name")
    return [row[:at] + [cells[i]] + row[at + 1:] if i in cells else row for i, row in enumerate(rows)]


def quotes():
    stray = {2: '"Đăng ký lại khai sinh', 9: '"Đăng ký khai tử'}
    yield f"ngoac-kep-khong-dong-{DAY}.csv", csv(named(shown(), stray)), MADE
    spanning = {2: '"Khai sinh', 5: 'kết hôn"'}
    yield f"ngoac-kep-dong-o-dong-khac-{DAY}.csv", csv(named(shown(), spanning)), MADE
    yield f"ngoac-kep-trong-van-ban-{DAY}.txt", codepages.encode(separated(named(shown(), stray), "\t"), "utf-16"), MADE


def marks():
    """What keeps Excel from guessing, and what can't be seen."""
    guarded = each(shown(), lambda column, cell: f'="{cell}"' if column == "code" else cell)
    yield f"ma-trong-dau-bang-{DAY}.csv", csv(guarded), MADE
    yield f"dau-nhay-don-{DAY}.csv", csv(each(shown(), lambda column, cell: "'" + cell if column in ("code", *DATES) and cell else cell)), MADE
    yield f"dau-huong-chu-{DAY}.csv", csv(each(shown(), dated(lambda cell: "\u200e" + cell))), MADE
    yield f"ky-tu-khong-rong-{DAY}.csv", csv(each(shown(), lambda column, cell: cell + "\u200b")), MADE
    yield f"hai-bom-{DAY}.csv", ("\ufeff\ufeff" + separated(shown(columns=LIST[1:]), ",", quote=True)).encode(), MADE


def moments():
    morning = each(shown(), dated(lambda cell: cell + " 8:15\u202fAM"))
    yield f"gio-sang-chieu-{DAY}.csv", csv(morning), MADE
    yield f"gio-truoc-ngay-{DAY}.csv", csv(each(shown(), dated(lambda cell: "08:15 " + cell))), MADE
    none = each(shown(), lambda column, cell: cell or ("01/01/0001 00:00:00" if column in DATES else ""))
    yield f"khong-ngay-la-nam-1-{DAY}.csv", csv(none), MADE
    american = Style(dates="%-m/%-d/%Y", due="%-m/%-d/%Y")
    yield f"ngay-kieu-my-{DAY}.csv", csv(shown(american)), None


def typed(made=MADE, columns=LIST):
    """The list with its dates as serials, the header as texts."""
    value = lambda column, dossier: getattr(dossier, column)
    rows = [[cell.text for cell in row] for row in body(made, DAYS, columns)]
    for row, dossier in zip(rows, made):
        for at, column in enumerate(columns):
            if column in DATES and row[at]:
                row[at] = float(int(workbook.serial(value(column, dossier))))
    return [[cell.text for cell in header(columns)]] + rows


def exchanged(cell):
    """A US Excel opens dd/MM/yyyy: what can be read as MM/dd becomes that serial, the rest stays text."""
    day, month, year = (int(part) for part in cell.split("/"))
    return float(int(workbook.serial(date(year, day, month)))) if day <= 12 else cell


def workbooks():
    broken = [[cell.replace("Ngày ", "Ngày_x000D_\n").replace("Mã hồ sơ", "Mã hồ sơ_x000D_\n") for cell in shown()[0]]]
    yield f"xuong-dong-trong-tieu-de-{DAY}.xlsx", workbook.write(broken + shown()[1:]), MADE
    escaped = each(shown(), lambda column, cell: cell + "_x000D_" if cell else cell)
    yield f"xuong-dong-cuoi-o-{DAY}.xlsx", workbook.write(escaped, shared=True), MADE
    lined = each(shown(), dated(lambda cell: cell + "\n08:15:00"))
    yield f"gio-o-dong-duoi-{DAY}.xlsx", workbook.write(lined), MADE
    rounded = each(typed(), lambda column, cell: cell - 1e-10 * cell / 44000 if column == "due" and cell else cell)
    yield f"han-thieu-mot-khac-{DAY}.xlsx", workbook.write(rounded), MADE
    zoned = each(typed(), lambda column, cell: workbook.Iso(f"{date(1899, 12, 30) + timedelta(cell)}T17:00:00.000Z") if column == "due" and cell else cell)
    yield f"han-kieu-ngay-iso-{DAY}.xlsx", workbook.write(zoned), MADE
    yield f"excel-kieu-my-{DAY}.xlsx", workbook.write(each(shown(), dated(exchanged))), None
    yield f"lich-1904-mat-co-{DAY}.xlsx", workbook.write(each(typed(), dated(lambda cell: cell - 1462))), None
    numbered = [replace(dossier, procedure=("1.001120", *dossier.procedure[1:])) for dossier in MADE]
    as_number = each(typed(numbered), lambda column, cell: 1.00112 if column == "procedure" else cell)
    half = [row if i % 2 else full for i, (row, full) in enumerate(zip(as_number, typed(numbered)))]
    yield f"ma-thu-tuc-thanh-so-{DAY}.xlsx", workbook.write(half), numbered
    yield "bao-cao-chia-nhom.xlsx", workbook.write(grouped()), MADE


def grouped():
    """A report: title, a line above each field, its subtotal, the total, the signature."""
    titles = [["ỦY BAN NHÂN DÂN XÃ THƯỜNG PHƯỚC 1"], ["DANH SÁCH HỒ SƠ"], ["Từ ngày 04/01/2022 đến ngày 15/03/2022"], [""]]
    rows = titles + [shown()[0]]
    for field in sorted({dossier.procedure[2] for dossier in MADE}):
        of_field = [dossier for dossier in MADE if dossier.procedure[2] == field]
        rows += [[f"Lĩnh vực: {field}"]] + shown(made=of_field)[1:] + [[f"Cộng {field}", str(len(of_field))]]
    return rows + [["Tổng cộng", str(len(MADE))], [""], ["", "", "Thường Phước 1, ngày 15 tháng 3 năm 2022"]]


def without(*names):
    return [column for column in LIST if column not in names]


def lacking(*names):
    return [replace(dossier, **{name: None for name in names}) for dossier in MADE]


def headings():
    yield f"han-xu-ly-{DAY}.csv", csv(shown(names={"due": "Hạn xử lý"})), MADE
    yield f"ngay-hoan-tat-{DAY}.csv", csv(shown(columns=without("returned"), names={"finished": "Ngày hoàn tất"})), None
    unsaid = [replace(dossier, returned=None, return_channel="") for dossier in MADE]
    yield f"khong-cot-ngay-tra-{DAY}.csv", csv(shown(columns=without("returned", "return_channel"))), unsaid
    yield f"khong-cot-hen-tra-{DAY}.csv", csv(shown(columns=without("due"))), lacking("due")
    yield f"gach-dung-{DAY}.csv", csv(shown(), "|"), MADE
    old = without("stt", "procedure", "field", "finished", "channel", "return_channel", "level", "digitised", "paid")
    names = {"received": "Ngày nhận", "returned": "Ngày thực trả", "name": "Loại hồ sơ", "status": "Tình trạng", "person": "Họ tên"}
    of_old = [
        replace(dossier, finished=None, channel="", return_channel="", level=None, digitised=None, paid=None, procedure=("", dossier.procedure[1], ""))
        for dossier in MADE
    ]
    page = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in shown(columns=old, names=names))
    title = f'<tr><td colspan="{len(old)}">Từ ngày 04/01/2022 đến ngày 15/03/2022</td></tr>\n'
    yield "danh sach ho so den 15-03-2022.xls", f'<html><head><meta charset="UTF-8"></head><body><table>{title}{page}</table></body></html>'.encode(), of_old
    yield f"so-theo-doi-nhom-ngay-{DAY}.xls", book().encode(), MADE
    yield "So theo doi quy I-2022 (Mau 06 TT 01-2018 ngay 23-11-2018).csv", csv(shown()), MADE


def book():
    """The statutory book: the days under one group heading, the sub-headings without the word "Ngày"."""
    below = {"received": "Nhận hồ sơ", "due": "Hẹn trả kết quả", "finished": "Có kết quả", "returned": "Trả kết quả"}
    upper = "".join(
        '<th colspan="4">Ngày, tháng, năm</th>' if column == "received" else f'<th rowspan="2">{COLUMNS[column][0]}</th>'
        for column in LIST
        if column not in DATES or column == "received"
    )
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in shown()[1:])
    lower = "".join(f"<th>{below[column]}</th>" for column in DATES)
    return f'<html><head><meta charset="utf-8"></head><body><table border="1"><tr>{upper}</tr><tr>{lower}</tr>\n{rows}</table></body></html>'


def second_tables():
    """Two lists below each other whose columns stand in another order."""
    swapped = [{"received": "due", "due": "received"}.get(column, column) for column in LIST]
    half = len(MADE) // 2
    below = [[""] * len(LIST), ["DANH SÁCH HỒ SƠ THÁNG 3"] + [""] * (len(LIST) - 1)] + shown(columns=swapped, made=MADE[half:])
    yield f"hai-bang-khac-thu-tu-{DAY}.csv", csv(shown(made=MADE[:half]) + below), None
    other = [{"finished": "returned", "returned": "finished"}.get(column, column) for column in LIST]
    joined = csv(shown(made=MADE[:half])) + "\ufeff".encode() + csv(shown(columns=other, made=MADE[half:]))
    yield f"noi-hai-tep-{DAY}.csv", joined, None


OWN = ["Xã Thường Phước 1", "UBND xã Thường Phước 1", "Ủy ban nhân dân xã Thường Phước 1", "Bộ phận Một cửa xã Thường Phước 1"]
OTHERS = ["UBND xã Thường Phước 2", "Xã Thường Phước 2 - Huyện Hồng Ngự", "Xã Thường Phước 2, huyện Hồng Ngự, tỉnh Đồng Tháp"]


def units():
    """Whose list it is: a title of the neighbour's, and rows of the neighbour's among one's own."""
    title = "UBND XÃ THƯỜNG PHƯỚC 2\r\nDANH SÁCH HỒ SƠ\r\n"
    yield f"danh-sach-xa-khac-{DAY}.csv", (title + separated(shown())).encode(), None
    cells = ["Đơn vị tiếp nhận"] + OTHERS[:2] + [OWN[i % len(OWN)] for i in range(len(MADE) - 3)] + OTHERS[2:]
    own = [dossier for dossier, unit in zip(MADE, cells[1:]) if unit in OWN]
    yield f"o-don-vi-co-UBND-{DAY}.csv", csv([row + [unit] for row, unit in zip(shown(), cells)]), own


def write(folder, rows):
    """Writes each export, and beside it what the journal must hold of it, unless nothing may be taken from it."""
    rows.mkdir(exist_ok=True)
    for made in (quotes(), marks(), moments(), workbooks(), headings(), second_tables(), units()):
        for name, content, kept in made:
            (folder / name).write_bytes(content)
            if kept is not None:
                lines = "".join(dossier.journal_line() + "\n" for dossier in kept)
                (rows / f"{name}.tsv").write_text(lines, encoding="utf-8")
