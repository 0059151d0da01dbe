"""Writers of files: separated text, HTML as systems write it, and real workbooks by LibreOffice."""

import subprocess
import tempfile
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from codepages import encode

FODS_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><number:date-style style:name="D"><number:day number:style="long"/><number:text>/</number:text>
<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="date" style:family="table-cell" style:data-style-name="D"/></office:automatic-styles>
<office:body><office:spreadsheet>%s<table:table table:name="%s">"""
FODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document>"
NULL_DATE = '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>'


def separated(rows, separator, end="\r\n"):
    return "".join(separator.join(quoted(cell, separator) for cell in row) + end for row in rows)


def quoted(cell, separator):
    shown = cell.text if cell else ""
    return '"' + shown.replace('"', '""') + '"' if set(shown) & {separator, '"', "\n", "\r"} else shown


def html_rows(rows, tag="td"):
    return "".join("<tr>" + "".join(html_cell(cell, tag) for cell in row if cell) + "</tr>\n" for row in rows)


def html_cell(cell, tag):
    spans = f' colspan="{cell.columns}"' * (cell.columns > 1) + f' rowspan="{cell.rows}"' * (cell.rows > 1)
    return f"<{tag}{spans}>{escape(cell.text).replace(chr(10), '<br>')}</{tag}>"


def html(rows, charset=None):
    """What a one-stop system's "Xuất Excel" writes."""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">' if charset else ""
    return f'<html><head>{meta}</head><body><table border="1">\n{html_rows(rows)}</table></body></html>\n'


def office_html(rows):
    """As an ASP.NET grid dressed for Excel."""
    cells = html_rows(rows).replace("<td", '<td class=xl65 style="mso-number-format:\'\\@\'" x:str')
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"\n'
        'xmlns="http://www.w3.org/TR/REC-html40">\n<head><meta http-equiv=Content-Type content="text/html; '
        'charset=utf-8">\n<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>'
        "Danh sách</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->\n"
        '<style>.xl65 {mso-style-parent:style0; font-family:"Times New Roman"; white-space:normal;}</style></head>\n'
        f"<body><div><table border=0 cellpadding=0 cellspacing=0 style='border-collapse:collapse'>\n"
        f"<col width=64 span=3>\n{cells}</table></div></body></html>\n"
    )


def fods(rows, name="Sheet1", start_1904=False, shown=lambda value: value):
    """A flat OpenDocument sheet, which LibreOffice turns into workbooks. `shown` rewrites every text."""
    body = "".join(
        "<table:table-row>" + "".join(fods_cell(cell, shown) for cell in row) + "</table:table-row>" for row in rows
    )
    return FODS_HEAD % (NULL_DATE if start_1904 else "", escape(name)) + body + FODS_TAIL


def fods_cell(cell, shown):
    if cell is None:
        return "<table:covered-table-cell/>"
    spans = (
        f' table:number-columns-spanned="{cell.columns}" table:number-rows-spanned="{cell.rows}"'
        if cell.columns * cell.rows > 1
        else ""
    )
    if isinstance(cell.value, (date, datetime)):
        return (
            f'<table:table-cell table:style-name="date" office:value-type="date" '
            f'office:date-value="{cell.value.isoformat()}"{spans}/>'
        )
    if cell.value is not None:
        return f'<table:table-cell office:value-type="float" office:value="{cell.value}"{spans}/>'
    if not cell.text:
        return f"<table:table-cell{spans}/>"
    if cell.text.startswith("of:="):
        return f'<table:table-cell table:formula={quoteattr(cell.text)}{spans}/>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in shown(cell.text).split("\n"))
    return f'<table:table-cell office:value-type="string"{spans}>{lines}</table:table-cell>'


def convert(documents, form):
    """Flat documents by name → workbooks by name, in one run of LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        sources = []
        for name, text in documents.items():
            sources.append(Path(folder, name + ".fods"))
            sources[-1].write_text(text, encoding="utf-8")
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", form]
            + ["--outdir", folder] + [str(source) for source in sources],
            check=True, capture_output=True,
        )
        extension = form.split(":")[0]
        return {name: Path(folder, f"{name}.{extension}").read_bytes() for name in documents}


XLS = "xls:MS Excel 97"
XLSX = "xlsx:Calc MS Excel 2007 XML"


def xls(documents):
    return convert(documents, XLS)


def xlsx(documents):
    return convert(documents, XLSX)


__all__ = ["encode", "fods", "html", "office_html", "separated", "xls", "xlsx"]
