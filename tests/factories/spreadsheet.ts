import { strToU8, zipSync } from 'fflate'

/** A cell: a text, or a number with the number format that shows it. */
export type Cell = string | number | { value: number; format: string } | null
export type SheetMade = { name: string; rows: Cell[][]; merges?: string[]; isHidden?: boolean }

/** A workbook as Excel writes it: shared texts, formats by style. `date1904` counts days from 1904. */
export function xlsxOf(sheets: SheetMade[], { date1904 = false } = {}): Uint8Array {
  const strings: string[] = []
  const formats = [...new Set(sheets.flatMap(({ rows }) => rows.flat().flatMap((cell) => formatOf(cell) ?? [])))]
  const cellOf = (cell: Cell, reference: string) => {
    if (cell === null) return ''
    if (typeof cell === 'string') return `<c r="${reference}" t="s"><v>${strings.push(cell) - 1}</v></c>`
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
    return `<c r="${reference}" s="${formats.indexOf(cell.format) + 1}"><v>${cell.value}</v></c>`
  }
  const sheetOf = ({ rows, merges = [] }: SheetMade) =>
    `<worksheet><sheetData>${rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells.map((cell, at) => cellOf(cell, letter(at) + (row + 1))).join('')}</row>`,
      )
      .join(
        '',
      )}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`
  const made = sheets.map(sheetOf)
  return zipped({
    '[Content_Types].xml': '<Types/>',
    [`xl/workbook.xml`]: `<workbook><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets
      .map(
        ({ name, isHidden }, at) =>
          `<sheet name="${escaped(name)}" ${isHidden ? 'state="hidden" ' : ''}r:id="r${at}"/>`,
      )
      .join('')}</sheets></workbook>`,
    [`xl/_rels/workbook.xml.rels`]: `<Relationships>${sheets
      .map((_, at) => `<Relationship Id="r${at}" Target="worksheets/sheet${at + 1}.xml"/>`)
      .join('')}</Relationships>`,
    [`xl/styles.xml`]: stylesOf(formats),
    [`xl/sharedStrings.xml`]: `<sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(made.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
  })
}

/** The same as OpenDocument: cells are XML as they are given, a row a text of `<table:table-cell>`s. */
export function odsOf(sheets: { name: string; rows: string[]; isHidden?: boolean }[]): Uint8Array {
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml':
      '<office:document-content><office:automatic-styles>' +
      '<style:style style:name="off" style:family="table">' +
      '<style:table-properties table:display="false"/></style:style></office:automatic-styles>' +
      '<office:body><office:spreadsheet>' +
      sheets
        .map(
          ({ name, rows, isHidden }) =>
            `<table:table table:name="${escaped(name)}"${isHidden ? ' table:style-name="off"' : ''}>${rows
              .map((row) => (row.startsWith('<table:table-row') ? row : `<table:table-row>${row}</table:table-row>`))
              .join('')}</table:table>`,
        )
        .join('') +
      '</office:spreadsheet></office:body></office:document-content>',
  })
}

export function zipped(files: Record<string, string>): Uint8Array {
  // Always the same bytes.
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    mtime: new Date(2027, 0, 1),
  })
}

function formatOf(cell: Cell): string | null {
  return typeof cell === 'object' ? (cell?.format ?? null) : null
}

function stylesOf(formats: string[]): string {
  const codes = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`)
  const styles = formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`)
  const cells = `<cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs>`
  return `<styleSheet><numFmts>${codes.join('')}</numFmts>${cells}</styleSheet>`
}

function letter(column: number): string {
  return String.fromCharCode(65 + column)
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
