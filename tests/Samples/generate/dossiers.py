"""Fictional dossiers, seeded; the names, numbers and addresses in them are invented and marked."""

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta

PERSON = "Nguyễn Văn Mật"
CLERK = "Lê Thị Kín"
PHONE = "0912345678"
IDENTITY = "087123456789"
ADDRESS = "Tổ 9, ấp Dấu Vết"

PROCEDURES = [
    ("1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch"),
    ("2.000635", "Cấp bản sao trích lục hộ tịch", "Hộ tịch"),
    ("2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", "Chứng thực"),
    ("1.003554", "Hòa giải tranh chấp đất đai", "Đất đai"),
    ("1.001731", "Hỗ trợ chi phí mai táng", "Bảo trợ xã hội"),
    ("1.000775", "Tặng Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã", "Thi đua, khen thưởng"),
]
# What a field is called in the list that is shipped, where the samples spell it otherwise.
LISTED = {"Thi đua, khen thưởng": "Thi đua - khen thưởng"}
STATUSES = {
    "Receiving": "Mới đăng ký",
    "Denied": "Không được tiếp nhận",
    "New": "Được tiếp nhận",
    "Processing": "Đang xử lý",
    "Waiting": "Yêu cầu bổ sung giấy tờ",
    "Paying": "Yêu cầu thực hiện nghĩa vụ tài chính",
    "Unresolved": "Dừng xử lý",
    "Cancelled": "Công dân yêu cầu rút hồ sơ",
    "Releasing": "Đã xử lý xong",
    "Done": "Đã trả kết quả",
}
CHANNELS = {"": "", "InPerson": "Trực tiếp", "Online": "Trực tuyến", "Postal": "Bưu chính công ích"}
LEVELS = {None: "", 4: "Toàn trình", 3: "Một phần", 2: "Cung cấp thông tin"}
YES_NO = {None: "", True: "Có", False: "Không"}
PAID = {None: "", True: "Thanh toán trực tuyến", False: "Tiền mặt"}


@dataclass
class Dossier:
    number: int
    code: str
    received: datetime
    due: date | None
    finished: datetime | None
    returned: datetime | None
    status: str
    channel: str
    return_channel: str
    level: int | None
    procedure: tuple
    digitised: bool | None
    paid: bool | None

    def journal_line(self):
        """What the journal must hold of it (docs of the journal's form): 13 columns, tabs between."""
        cells = [
            self.code, day(self.received), day(self.due), day(self.finished), day(self.returned), self.status,
            self.channel, self.return_channel, self.level or "",
            LISTED.get(self.procedure[2], self.procedure[2]), self.procedure[0],
            flag(self.digitised), flag(self.paid),
        ]
        return "\t".join(str(cell) for cell in cells)


def day(value):
    return value.strftime("%Y-%m-%d") if value else ""


def flag(value):
    return "" if value is None else str(int(value))


def make(count, seed, first=date(2021, 12, 15), last=date(2022, 3, 15)):
    chance = random.Random(seed)
    days = sorted(first + timedelta(chance.randrange((last - first).days + 1)) for _ in range(count))
    on_day = {}
    dossiers = []
    for number, received in enumerate(days, 1):
        on_day[received] = on_day.get(received, 0) + 1
        dossiers.append(one(chance, number, received, on_day[received], last))
    return dossiers


def one(chance, number, received, of_day, last):
    at = datetime(received.year, received.month, received.day, chance.randint(7, 16), chance.randint(0, 59), chance.randint(0, 59))
    due = received + timedelta(chance.choice([3, 5, 15])) if chance.random() < 0.9 else None
    done = at + timedelta(chance.randint(0, 12), hours=chance.randint(0, 3))
    is_closed = done.date() <= last and chance.random() < 0.8
    is_returned = is_closed and chance.random() < 0.7
    handed = done + timedelta(chance.randint(0, 3))
    is_returned = is_returned and handed.date() <= last
    closed = "Done" if is_returned else chance.choice(["Releasing", "Releasing", "Cancelled"])
    opened = chance.choice(["New", "Processing", "Processing", "Waiting", "Paying", "Unresolved", "Receiving", "Denied"])
    return Dossier(
        number=number,
        code=f"000.19.05.H20-{received:%y%m%d}-{of_day:04}",
        received=at,
        due=due,
        finished=done if is_closed else None,
        returned=handed if is_returned else None,
        status=closed if is_closed else opened,
        channel=chance.choice(["InPerson", "Online", "Online", "Postal", ""]),
        return_channel=chance.choice(["InPerson", "Online", "Postal", ""]) if is_returned else "",
        level=chance.choice([4, 4, 3, 2, None]),
        procedure=chance.choice(PROCEDURES),
        digitised=chance.choice([True, False, None]),
        paid=chance.choice([True, False, None]),
    )
