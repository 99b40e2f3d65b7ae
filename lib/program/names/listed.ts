import type { Person } from '../snapshot'

/** An item of a list in one text. In quotes it is as it is: what separates others separates nothing in it. */
export type ListedItem = { text: string; isQuoted: boolean }
type Token = ListedItem & { /** What follows it; '': nothing. */ mark: string }

/**
 * The items of a cell, "Hall; Loft", or of lines, empty ones too. One that holds what separates them is written as in
 * CSV: in quotes, its own quotes twice.
 */
export function readListed(text: string): ListedItem[] {
  return tokensOf(text, ';\n').map(({ mark: _, ...item }) => item)
}

/** @param before what else would be read as more than one item, or as another */
export function writeListed(items: readonly string[], before: RegExp = /[;\n]/): string {
  return items.map((item) => quotedWhere(item, before)).join('; ')
}

/**
 * The people of a cell, "Ann Lee, Acme; Bo", or of lines: name and company, be there commas in it.
 * @param ends what stands between two: of a form's lines the line break alone
 */
export function readPeople(text: string, ends: ';\n' | '\n' = ';\n'): Person[] {
  const people: string[][] = [[]]
  for (const { text: part, mark } of tokensOf(text, `,${ends}`)) {
    people.at(-1)?.push(part)
    if (mark !== ',') people.push([])
  }
  return people.flatMap(([name = '', ...company]) => (name ? [{ name, company: company.join(', ') || null }] : []))
}

/** People as `readPeople` reads them. @param between two of them */
export function writePeople(people: readonly Person[], between: '; ' | '\n' = '; '): string {
  const said = ({ name, company }: Person) =>
    company
      ? `${quotedWhere(name, /[,;\n]/)}, ${quotedWhere(company, /[;\n]|,(?! [^\s"])|\s,/)}`
      : quotedWhere(name, /[,;\n]/)
  return people.map(said).join(between)
}

/** What begins with a quote is read as it is where more comes after the one that ends it: "Bo" O'Neil. */
function quotedWhere(text: string, needs: RegExp): string {
  const isPlain = !needs.test(text) && !/^"(?!(?:[^"]|"")*"(?!")[^\S\n]*[^\s,])/.test(text) && text.trim() === text
  return isPlain || text === '' ? text : `"${text.replaceAll('"', '""')}"`
}

function tokensOf(given: string, marks: string): Token[] {
  const text = given.replace(/\r\n?/g, '\n')
  const of = `[${marks}]`
  const token = new RegExp(
    String.raw`[^\S\n]*(?:"((?:[^"]|"")*)"[^\S\n]*(?=${of}|$)|((?:(?!${of})[^])*))(${of}|$)`,
    'y',
  )
  const tokens: Token[] = []
  for (let mark: string | undefined = 'begin'; mark;) {
    const found: RegExpExecArray | null = token.exec(text)
    const [, quoted, plain = '', end = ''] = found ?? []
    tokens.push({ text: quoted?.replaceAll('""', '"') ?? plain.trim(), isQuoted: quoted !== undefined, mark: end })
    mark = end
  }
  return tokens
}
