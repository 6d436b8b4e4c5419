"""What Word would call a damaged file: order of elements, ids, relations, cells without end.

Source of the orders: ECMA-376-1, wml.xsd.
"""

import re
from collections import Counter
from posixpath import dirname, join, normpath

from defusedxml.ElementTree import fromstring

from tests.report.word_reading import R, W

_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind"
    " contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs highlight u bdr shd vertAlign lang",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption",
    "trPr": "cantSplit tblHeader",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar cols titlePg",
    "style": "name basedOn next link uiPriority semiHidden qFormat pPr rPr tblPr tcPr tblStylePr",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr rPr",
    "settings": "zoom defaultTabStop characterSpacingControl footnotePr compat themeFontLang"
    " decimalSymbol listSeparator",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "pBdr": "top left bottom right",
    "tblBorders": "top left bottom right insideH insideV",
    "sdt": "sdtPr sdtContent",
}
_CODES = re.compile(r' (?:TOC \\o "1-4" \\h \\z|PAGE|NUMPAGES|NOTEREF _RefNote\d+ \\f \\h) ')
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def faults(parts):
    """All that is wrong, as sentences; none for a good file."""
    trees = {
        name: fromstring(data)
        for name, data in parts.items()
        if not name.endswith((".png", ".jpeg"))
    }
    document = trees["word/document.xml"]
    found = [*_relations(parts, trees), *_types(trees), *_tables(document), *_notes(trees)]
    for name, tree in trees.items():
        found += [f"{name}: {fault}" for fault in [*_order(tree), *_fields(tree)]]
    return [*found, *_places(document), *_sections(document), *_styles(trees)]


def _order(tree):
    for element in tree.iter():
        order = _ORDERS.get(element.tag.removeprefix(W))
        if order is None or not element.tag.startswith(W):
            continue
        names = [child.tag.removeprefix(W) for child in element]
        unknown = set(names) - set(order.split())
        if unknown:
            yield f"{element.tag}: {unknown} not looked for"
        elif names != sorted(names, key=order.split().index):
            yield f"{element.tag}: {names}"


def _fields(tree):
    kinds = [mark.get(f"{W}fldCharType") for mark in tree.iter(f"{W}fldChar")]
    depth = 0
    for kind in kinds:
        depth += {"begin": 1, "end": -1}.get(kind, 0)
        if depth < 0:
            yield "a field ends that has not begun"
    if depth:
        yield "a field does not end"
    yield from (
        f"code {code.text!r}"
        for code in tree.iter(f"{W}instrText")
        if not _CODES.fullmatch(code.text or "")
    )


def _relations(parts, trees):
    for name, tree in trees.items():
        if name.endswith(".rels"):
            yield from _targets(name, tree, parts)
            continue
        rels = trees.get(f"{dirname(name)}/_rels/{name.rpartition('/')[2]}.rels", ())
        known = {relation.get("Id") for relation in rels}
        used = {
            value
            for element in tree.iter()
            for key, value in element.attrib.items()
            if key.startswith(R)
        }
        if used - known:
            yield f"{name}: uses {used - known}"


def _targets(name, tree, parts):
    folder = dirname(dirname(name))
    source = join(folder, name.rpartition("/")[2].removesuffix(".rels"))
    if folder and source not in parts:
        yield f"{name}: relations of nothing"
    for relation in tree:
        target = relation.get("Target")
        if relation.get("TargetMode") == "External":
            if not re.match("(?:https?://|mailto:)", target):
                yield f"{name}: leads to {target}"
        elif normpath(join(folder, target)) not in parts:
            yield f"{name}: no {target}"


def _types(trees):
    types = trees["[Content_Types].xml"]
    named = {one.get("PartName").removeprefix("/") for one in types.iter(f"{_TYPES}Override")}
    wanted = {name for name in trees if not name.endswith(".rels")} - {"[Content_Types].xml"}
    if named != wanted:
        yield f"content types: {named ^ wanted}"


def _tables(document):
    for table in document.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        above = [False] * columns
        for number, row in enumerate(table.findall(f"{W}tr")):
            is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
            if is_head != (number == 0):
                yield "a head in the wrong place, or none"
            cells = row.findall(f"{W}tc")
            if len(cells) != columns:
                yield f"{len(cells)} cells in {columns} columns"
                return
            merges = [cell.find(f"{W}tcPr/{W}vMerge") for cell in cells]
            for cell, merge, was in zip(cells, merges, above, strict=True):
                yield from _cell(cell, merge, was)
            above = [merge is not None for merge in merges]


def _cell(cell, merge, is_merged_above):
    goes_on = merge is not None and merge.get(f"{W}val") != "restart"
    if goes_on and not is_merged_above:
        yield "a cell goes on that has not begun"
    if cell[-1].tag != f"{W}p":
        yield "a cell does not end with a paragraph"
    if goes_on and "".join(cell.itertext()):
        yield "text in a cell that goes on: Word hides it"


def _notes(trees):
    notes = [note.get(f"{W}id") for note in trees["word/footnotes.xml"]]
    if notes[:2] != ["-1", "0"]:
        yield "no separators"
    document = trees["word/document.xml"]
    used = [mark.get(f"{W}id") for mark in document.iter(f"{W}footnoteReference")]
    if used != notes[2:]:
        yield f"notes {notes[2:]}, references {used}"
    if list(trees["word/footnotes.xml"].iter(f"{W}footnoteReference")):
        yield "a note in a note"


def _places(document):
    """Bookmarks: opened and closed once, by ids and names of their own, and all led to."""
    starts = list(document.iter(f"{W}bookmarkStart"))
    ids = Counter(start.get(f"{W}id") for start in starts)
    names = Counter(start.get(f"{W}name") for start in starts)
    ends = Counter(end.get(f"{W}id") for end in document.iter(f"{W}bookmarkEnd"))
    if ids != ends or any(count > 1 for count in [*ids.values(), *names.values()]):
        yield "bookmarks do not match"
    if any(len(name) > 40 for name in names):
        yield "a bookmark's name is too long"
    anchors = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")} - {None}
    codes = " ".join(code.text for code in document.iter(f"{W}instrText"))
    missing = (anchors | set(re.findall(r"_RefNote\d+", codes))) - set(names)
    if missing:
        yield f"nowhere: {missing}"
    drawn = Counter(
        element.get("id") for element in document.iter() if element.tag.endswith("}docPr")
    )
    if any(count > 1 for count in drawn.values()):
        yield "two drawings with one id"


def _sections(document):
    body = document[0]
    if body[-1].tag != f"{W}sectPr":
        yield "the last section does not end the body"
    for section in document.iter(f"{W}sectPr"):
        size = section.find(f"{W}pgSz")
        is_wide = int(size.get(f"{W}w")) > int(size.get(f"{W}h"))
        if is_wide != (size.get(f"{W}orient") == "landscape"):
            yield "a page lies otherwise than it says"


def _styles(trees):
    known = Counter(style.get(f"{W}styleId") for style in trees["word/styles.xml"])
    if any(count > 1 for name, count in known.items() if name):
        yield "two styles with one id"
    used = {
        element.get(f"{W}val")
        for tree in trees.values()
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
        for element in tree.iter(f"{W}{kind}")
    }
    if used - set(known):
        yield f"no styles {used - set(known)}"
    lists = {number.get(f"{W}numId") for number in trees["word/numbering.xml"]}
    wanted = {number.get(f"{W}val") for number in trees["word/styles.xml"].iter(f"{W}numId")}
    if wanted - lists:
        yield f"no lists {wanted - lists}"
