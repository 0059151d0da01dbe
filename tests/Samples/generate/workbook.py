"""XLSX part by part, for what no spreadsheet program would write on purpose: escapes, serials, typed dates."""

import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from xml.sax.saxutils import escape

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass
class Iso:
    """A cell of type d: the moment in words of ISO 8601."""

    text: str


def serial(moment, start=date(1899, 12, 30)):
    """Days since the calendar's start, the time of day as its fraction."""
    day = moment.date() if isinstance(moment, datetime) else moment
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second if isinstance(moment, datetime) else 0
    return (day - start).days + seconds / 86400


def write(rows, shared=False):
    """Rows of texts, numbers (shown as dates), Iso and None → the bytes of a workbook with one sheet."""
    texts = {}
    body = "".join(
        f'<row r="{number}">' + "".join(cell(value, f"{letters(at)}{number}", texts, shared) for at, value in enumerate(row)) + "</row>"
        for number, row in enumerate(rows, 1)
    )
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + part("workbook", "sheet.main") + part("worksheets/sheet1", "worksheet") + part("styles", "styles")
        + part("sharedStrings", "sharedStrings") * shared + "</Types>",
        "_rels/.rels": relations({"officeDocument": "xl/workbook.xml"}),
        "xl/workbook.xml": f'{HEAD}<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            {"worksheet": "worksheets/sheet1.xml", "styles": "styles.xml"} | ({"sharedStrings": "sharedStrings.xml"} if shared else {})
        ),
        "xl/styles.xml": f'{HEAD}<styleSheet {MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font/></fonts>'
        '<fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="2"><xf/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f"{HEAD}<worksheet {MAIN}><sheetData>{body}</sheetData></worksheet>",
    }
    if shared:
        parts["xl/sharedStrings.xml"] = f"{HEAD}<sst {MAIN}>" + "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts) + "</sst>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2022, 3, 15, 0, 0, 0)), content)
    return packed.getvalue()


def cell(value, place, texts, shared):
    if value is None or value == "":
        return ""
    if isinstance(value, Iso):
        return f'<c r="{place}" t="d" s="1"><v>{value.text}</v></c>'
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    if isinstance(value, float):
        return f'<c r="{place}" s="1"><v>{value!r}</v></c>'
    if shared:
        return f'<c r="{place}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def letters(at):
    return (chr(64 + at // 26) if at >= 26 else "") + chr(65 + at % 26)


def part(name, kind):
    return f'<Override PartName="/xl/{name}.xml" ContentType="{OFFICE}.{kind}+xml"/>'


def relations(targets):
    listed = "".join(f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for number, (kind, target) in enumerate(targets.items(), 1))
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'
