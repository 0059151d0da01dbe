"""Tables as systems lay them out: rows of cells with spans, before any format or encoding."""

from dataclasses import dataclass
from datetime import date, datetime

from dossiers import ADDRESS, CHANNELS, CLERK, IDENTITY, LEVELS, PAID, PERSON, PHONE, STATUSES, YES_NO


@dataclass
class Cell:
    """What a format without types shows, and the value behind it: a text, a number or a moment."""

    text: str
    value: object = None
    columns: int = 1
    rows: int = 1

    @property
    def typed(self):
        return self.text if self.value is None else self.value


COVERED = None  # a place under a merged cell


def text(value):
    return Cell(str(value))


def number(value):
    return text("") if value is None else Cell(str(value), value)


def moment(value, form, typed):
    if value is None:
        return text("")
    shown = value.strftime(form)
    return Cell(shown, value) if typed else text(shown)


@dataclass
class Style:
    """How one system writes its cells."""

    dates: str = "%d/%m/%Y %H:%M:%S"
    due: str = "%d/%m/%Y"
    typed: bool = False
    statuses: dict = None
    channels: dict = None
    returns: dict = None
    levels: dict = None
    digitised: dict = None
    paid: dict = None

    def status(self, dossier):
        return text((self.statuses or STATUSES)[dossier.status])

    def date(self, value):
        return moment(value, self.dates, self.typed)

    def day(self, value):
        return moment(value, self.due, self.typed)


# Each column: its header and its cell.
COLUMNS = {
    "stt": ("STT", lambda d, s: number(d.number)),
    "code": ("Mã hồ sơ", lambda d, s: text(d.code)),
    "procedure": ("Mã TTHC", lambda d, s: text(d.procedure[0])),
    "name": ("Tên thủ tục hành chính", lambda d, s: text(d.procedure[1])),
    "field": ("Lĩnh vực", lambda d, s: text(d.procedure[2])),
    "person": ("Người nộp", lambda d, s: text(f"{PERSON} {IDENTITY}")),
    "phone": ("Số điện thoại", lambda d, s: text(PHONE)),
    "address": ("Địa chỉ", lambda d, s: text(ADDRESS)),
    "channel": ("Hình thức nộp", lambda d, s: text((s.channels or CHANNELS)[d.channel])),
    "received": ("Ngày tiếp nhận", lambda d, s: s.date(d.received)),
    "due": ("Ngày hẹn trả", lambda d, s: s.day(d.due)),
    "finished": ("Ngày có kết quả", lambda d, s: s.date(d.finished)),
    "returned": ("Ngày trả kết quả", lambda d, s: s.date(d.returned)),
    "return_channel": ("Hình thức trả kết quả", lambda d, s: text((s.returns or CHANNELS)[d.return_channel])),
    "status": ("Trạng thái", lambda d, s: s.status(d)),
    "level": ("Mức độ DVC", lambda d, s: (s.levels or LEVELS)[d.level]),
    "digitised": ("Số hóa", lambda d, s: text((s.digitised or YES_NO)[d.digitised])),
    "paid": ("Thanh toán", lambda d, s: text((s.paid or PAID)[d.paid])),
    "clerk": ("Người tiếp nhận", lambda d, s: text(CLERK)),
    "note": ("Ghi chú", lambda d, s: text(f"{PERSON}, \"{PHONE}\"; khai sinh cho cháu" if d.number % 7 == 0 else "")),
}
ALL = list(COLUMNS)


def header(columns=ALL, names=None):
    return [text((names or {}).get(column, COLUMNS[column][0])) for column in columns]


def body(dossiers, style=Style(), columns=ALL):
    return [[cell(column, dossier, style) for column in columns] for dossier in dossiers]


def cell(column, dossier, style):
    made = COLUMNS[column][1](dossier, style)
    return made if isinstance(made, Cell) else number(made) if isinstance(made, int) else text(made)


def plain(dossiers, style=Style(), columns=ALL, names=None):
    return [header(columns, names)] + body(dossiers, style, columns)


def titles(until=date(2022, 3, 15), width=len(ALL)):
    """Quốc hiệu and title as the systems print them above a list."""
    return [
        spread([("ỦY BAN NHÂN DÂN XÃ THƯỜNG PHƯỚC 1", 6), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", width - 6)]),
        spread([("BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", 6), ("Độc lập - Tự do - Hạnh phúc", width - 6)]),
        blank(width),
        spread([("DANH SÁCH HỒ SƠ TIẾP NHẬN VÀ TRẢ KẾT QUẢ", width)]),
        spread([(f"(Từ ngày 15/12/2021 đến ngày {until:%d/%m/%Y})", width)]),
        blank(width),
    ]


def ending(count, width=len(ALL)):
    """The total and the signatures."""
    return [
        spread([("Tổng cộng:", 4), (f"{count} hồ sơ", width - 4)]),
        blank(width),
        spread([("", width - 8), ("Thường Phước 1, ngày 15 tháng 3 năm 2022", 8)]),
        spread([("NGƯỜI LẬP BIỂU", 6), ("", width - 14), ("THỦ TRƯỞNG ĐƠN VỊ", 8)]),
        spread([("(Ký, ghi rõ họ tên)", 6), ("", width - 14), ("(Ký tên, đóng dấu)", 8)]),
        blank(width),
        spread([(CLERK, 6), ("", width - 14), (PERSON, 8)]),
    ]


def blank(width=len(ALL)):
    return [text("") for _ in range(width)]


def spread(cells):
    """Cells merged over columns."""
    row = []
    for value, columns in cells:
        row += [Cell(value, columns=columns)] + [COVERED] * (columns - 1)
    return row


def two_rows(names=None, groups=None, columns=ALL):
    """A header over two rows: groups above their columns, the others merged over both."""
    groups = groups or {"person": ("Thông tin người nộp", 3), "received": ("Quá trình giải quyết", 4)}
    upper, lower, covered = [], [], 0
    for column, leaf in zip(columns, header(columns, names)):
        if column in groups:
            name, covered = groups[column]
            upper.append(Cell(name, columns=covered))
            lower.append(leaf)
        elif covered > 1:
            covered -= 1
            upper.append(COVERED)
            lower.append(leaf)
        else:
            covered = 0
            upper.append(Cell(leaf.text, rows=2))
            lower.append(COVERED)
    return [upper, lower]


def three_rows(columns=ALL):
    """One more row of groups above."""
    first = spread([("THÔNG TIN HỒ SƠ", 8), ("TÌNH HÌNH GIẢI QUYẾT", len(columns) - 8)])
    return [first] + two_rows(columns=columns)


def page_breaks(dossiers, style, each=40):
    """Every page repeats the header below an empty line."""
    rows = []
    for start in range(0, len(dossiers), each):
        rows += [blank()] * (start > 0) + [header()] + body(dossiers[start:start + each], style)
    return rows
