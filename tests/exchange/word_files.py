"""Small Word files for the tests, made from their parts as text. Invented sentences only."""
# ruff: noqa: E501 - XML is long

import io
from zipfile import ZIP_DEFLATED, ZipFile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = """<?xml version="1.0"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_STYLES = f"""<w:styles {W}>
<w:style w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:basedOn w:val="Rubrik1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:styleId="Rubrik3"><w:name w:val="heading 3"/></w:style>
<w:style w:styleId="Egen"><w:name w:val="Kommunens rubrik"/><w:basedOn w:val="Rubrik2"/></w:style>
<w:style w:styleId="Rubrik"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Underrubrik"><w:name w:val="Subtitle"/></w:style>
<w:style w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="Punktlista"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>"""
_NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
</w:numbering>"""


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def r(text, settings=""):
    """A run; line breaks in the text are hard ones."""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escaped(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:r>{f'<w:rPr>{settings}</w:rPr>' if settings else ''}{lines}</w:r>"


def raised(text):
    return r(text, '<w:vertAlign w:val="superscript"/>')


def p(*runs, style="", settings=""):
    """A paragraph of texts and runs (what begins with "<w:")."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{settings}</w:pPr>{inside}</w:p>"


def h(text, level=1):
    return p(text, style=f"Rubrik{level}")


def item(text, number=1):
    return p(text, settings=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def c(*paragraphs, merge="", span=1):
    """A cell of paragraphs; ``merge``: "restart" or "continue" down the column."""
    content = "".join(part if part.startswith("<w:") else p(part) for part in paragraphs) or p()
    merged = f'<w:vMerge w:val="{merge}"/>' if merge == "restart" else "<w:vMerge/>" * bool(merge)
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{content}</w:tc>'


def tr(*cells):
    return (
        f"<w:tr>{''.join(part if part.startswith('<w:tc') else c(part) for part in cells)}</w:tr>"
    )


def table(*rows):
    return (
        "<w:tbl>" + "".join(row if isinstance(row, str) else tr(*row) for row in rows) + "</w:tbl>"
    )


HEAD = ("Risk", "Egenkontroll", "Syfte med egenkontrollen", "Åtgärder", "Vad ska göras?")


def note_reference(number):
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def docx(*body, notes=None, parts=None, types=_TYPES):
    """The bytes of a Word file. ``notes``: real footnotes by id; ``parts``: more, or others."""
    files = {
        "[Content_Types].xml": types,
        "word/document.xml": f"<w:document {W}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": _STYLES,
        "word/numbering.xml": _NUMBERING,
    }
    if notes:
        inside = "".join(
            f'<w:footnote w:id="{key}">{p(text)}</w:footnote>' for key, text in notes.items()
        )
        separator = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        files["word/footnotes.xml"] = f"<w:footnotes {W}>{separator}{inside}</w:footnotes>"
    return zipped(files | (parts or {}))


def zipped(files):
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
