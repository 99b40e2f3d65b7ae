import { readListed } from '@/lib/program/names/listed'
import { isPersonalName, isSingleName } from '../reading/personal-name'

/**
 * How the people of one column are separated, found from all its cells: by ";" or line breaks if any cell has one, else
 * by "|", else by "、", else by commas if what they separate are mostly names. "&" and "and" separate two names and
 * leave companies whole. A name in quotes is one, whatever is in it.
 */
export function peopleSplitter(cells: readonly string[]): (cell: string) => string[] {
  const separator = [/;/, /\n/, /\s\|\s/, /、/].find((pattern) => cells.some((cell) => pattern.test(cell)))
  // ";" may stand beside line breaks: both end a name.
  const split = separator
    ? (cell: string) => cell.split(/;|\n|\s\|\s|、/)
    : commasSeparate(cells)
      ? splitAtCommas
      : (cell: string) => [cell]
  return (cell) =>
    readListed(cell)
      .flatMap(({ text, isQuoted }) => (isQuoted ? [text] : split(text).flatMap(splitPair)))
      .map((name) => name.trim())
      .filter(Boolean)
}

/**
 * The companies of a cell for so many people: one for each by position, or one for all.
 * @returns as many as there are people, null where none is known; null altogether when the numbers do not match
 */
export function companiesFor(count: number, cell: string): (string | null)[] | null {
  const listed = readListed(cell)
    .flatMap(({ text, isQuoted }) => (isQuoted ? [text] : text.split(/\s\|\s|、/)))
    .map((name) => name.trim() || null)
  if (listed.length === count) return listed
  if (listed.length > 1) return null
  const byComma = splitAtCommas(cell).map((name) => name.trim() || null)
  return count > 1 && byComma.length === count ? byComma : Array.from({ length: count }, () => listed[0] ?? null)
}

/** Names that were left whole with a comma in them, in the order of the cells; those in quotes are meant so. */
export function namesWithCommas(cells: readonly string[], split: (cell: string) => string[]): string[] {
  const quoted = new Set(cells.flatMap((cell) => readListed(cell).flatMap((item) => (item.isQuoted ? item.text : []))))
  return [...new Set(cells.flatMap(split))].filter((name) => !quoted.has(name) && splitAtCommas(name).length > 1)
}

function commasSeparate(cells: readonly string[]): boolean {
  const lists = cells.map(splitAtCommas).filter((names) => names.length > 1)
  const parts = lists
    .flat()
    .flatMap(splitPair)
    .map((part) => part.replace(/\([^)]*\)/g, '').trim())
  // "Brook, Ada" is one person whose family name comes first.
  if (lists.every((names) => names.length === 2 && names.every((name) => !/\s/.test(name.trim())))) return false
  return parts.filter((part) => isPersonalName(part) || isSingleName(part)).length >= parts.length * 0.7
}

/** Commas in brackets, and before a degree or a legal form, separate nothing: "Ann Lee (Acme, Inc.)", "Bo Li, PhD". */
function splitAtCommas(cell: string): string[] {
  return cell.split(/,(?![^()]*\))(?!\s*(?:jr|sr|ph\.?\s?d|md|msc|dr|inc|ltd|llc|gmbh|sas|sa|b\.?v)\b\.?)/i)
}

function splitPair(name: string): string[] {
  const parts = name.split(/\s+(?:&|\+|and|et|und|en)\s+(?!(?:co|cie|company|sons?|fils|söhne|partners?|friends)\b)/i)
  const all = (isName: (part: string) => boolean) => parts.every((part) => isName(part.trim()))
  return all(isPersonalName) || all(isSingleName) ? parts : [name]
}
