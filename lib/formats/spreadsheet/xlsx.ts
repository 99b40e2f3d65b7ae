import { formatShows, builtInShows, textOfNumber, type CellShows } from './cell-text'
import { roomForCells, startGrid, type Room, type SheetGrid } from './grid'
import { readXml } from './read-xml'

type Entries = ReadonlyMap<string, Uint8Array>
type Book = {
  system: 1900 | 1904
  /** Shared texts by number. */
  strings: string[]
  /** What each style of cells shows, by number. */
  styles: CellShows[]
}

/** Of a folder nobody needs what is drawn, printed or computed. */
export function isPartOfXlsx(path: string): boolean {
  return /(?:^|\/)(?:workbook\.xml|workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i.test(
    path,
  )
}

/**
 * Reads the visible sheets of an Office Open XML workbook (ECMA-376, part 1, 18): texts, the last value of formulas,
 * dates and times by their number formats.
 */
export function readXlsx(entries: Entries): SheetGrid[] {
  const { sheets, system } = readWorkbook(entries)
  const book = {
    system,
    strings: readStrings(find(entries, 'sharedStrings.xml')),
    styles: readStyles(find(entries, 'styles.xml')),
  }
  const room = roomForCells()
  return sheets.map(({ name, bytes }) => readSheet(name, bytes, book, room))
}

function readWorkbook(entries: Entries): {
  sheets: { name: string; bytes: Uint8Array | undefined }[]
  system: 1900 | 1904
} {
  const targets = new Map<string, string>()
  readXml(find(entries, 'workbook.xml.rels'), {
    ...nothing,
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target)
    },
  })
  const sheets: { name: string; bytes: Uint8Array | undefined }[] = []
  let system: 1900 | 1904 = 1900
  readXml(find(entries, 'workbook.xml'), {
    ...nothing,
    open: (element, attributes) => {
      if (element === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) system = 1904
      if (element !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
      const target = targets.get(relationOf(attributes)) ?? `worksheets/sheet${sheets.length + 1}.xml`
      sheets.push({ name: attributes.name ?? '', bytes: find(entries, target.replace(/^.*\/(?=worksheets\/)/, '')) })
    },
  })
  return { sheets, system }
}

/** The id in whatever prefix the relationships' namespace has. */
function relationOf(attributes: Record<string, string>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
}

function readStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = []
  let own: string | null = null
  let isText = false
  let isReading = 0
  readXml(bytes, {
    open: (name) => {
      if (name === 'si') own = ''
      // How a Japanese word is read out stands beside it.
      if (name === 'rPh') isReading++
      isText = name === 't' && isReading === 0
    },
    text: (text) => {
      if (isText && own !== null) own += text
    },
    close: (name) => {
      if (name === 't') isText = false
      if (name === 'rPh') isReading--
      if (name === 'si') strings.push(own ?? '')
    },
  })
  return strings
}

function readStyles(bytes: Uint8Array | undefined): CellShows[] {
  const codes = new Map<number, CellShows>()
  const styles: CellShows[] = []
  let isInCells = false
  readXml(bytes, {
    ...nothing,
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), formatShows(attributes.formatCode ?? ''))
      if (name === 'cellXfs') isInCells = true
      const format = Number(attributes.numFmtId ?? 0)
      if (name === 'xf' && isInCells) styles.push(codes.get(format) ?? builtInShows(format))
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return styles
}

function readSheet(name: string, bytes: Uint8Array | undefined, book: Book, room: Room): SheetGrid {
  const grid = startGrid(name, room)
  let [line, column] = [0, -1]
  let cell: Record<string, string> = {}
  let value = ''
  let isValue = false
  readXml(bytes, {
    open: (element, attributes) => {
      if (element === 'row') [line, column] = [Number(attributes.r ?? line + 1), -1]
      if (element === 'c') {
        const place = placeOf(attributes.r ?? '')
        column = place?.column ?? column + 1
        line = place?.line ?? line
        cell = attributes
        value = ''
      }
      isValue = element === 'v' || element === 't'
      const merge = element === 'mergeCell' ? mergeOf(attributes.ref ?? '') : null
      if (merge) grid.merge(merge)
    },
    text: (text) => {
      if (isValue && !grid.isFull()) value += text
    },
    close: (element) => {
      isValue = false
      if (element === 'c' && value !== '') grid.put(line, column, textOf(cell, value, book))
    },
  })
  return grid.finish()
}

/** A cell's value by its type (18.18.11): a shared text, a text, a truth, an error, an ISO date, else a number. */
function textOf(
  { t = 'n', s = '0' }: Record<string, string>,
  value: string,
  { system, strings, styles }: Book,
): string {
  if (t === 's') return strings[Number(value)] ?? ''
  if (t === 'e') return ''
  if (t === 'b') return value === '1' ? 'yes' : 'no'
  if (t === 'd') return value.replace(/T00:00(?::00(?:\.0+)?)?$/, '')
  if (t !== 'n') return value
  return textOfNumber(Number(value), styles[Number(s)] ?? 'number', system)
}

function placeOf(reference: string): { line: number; column: number } | null {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? []
  if (!letters) return null
  return {
    line: Number(digits),
    column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
  }
}

function mergeOf(reference: string): { line: number; column: number; lines: number; columns: number } | null {
  const [from, to] = reference.split(':').map(placeOf)
  if (!from || !to || to.line < from.line || to.column < from.column) return null
  return { ...from, lines: to.line - from.line + 1, columns: to.column - from.column + 1 }
}

function find(entries: Entries, ending: string): Uint8Array | undefined {
  const [path] = [...entries.keys()].filter((path) => path === ending || path.endsWith(`/${ending}`))
  return path === undefined ? undefined : entries.get(path)
}

const nothing = { open: () => undefined, text: () => undefined, close: () => undefined }
