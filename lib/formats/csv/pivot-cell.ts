import { isPersonalName } from '../reading/personal-name'
import { splitTitle, type KnownPeople } from '../reading/people-in-title'

/** What the cell of a grid says of a session; people and their companies are separated by ";". */
export type PivotCell = { title: string; speakers: string; company: string; description: string }

/**
 * Reads the cell of a grid: a title, then its people after a dash, in brackets or on a line of their own, then whatever
 * else.
 */
export function readPivotCell(text: string, known: KnownPeople): PivotCell {
  const [first = '', ...rest] = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const peopleLine = rest.find((line) => namesIn(line) !== null)
  const description = rest.filter((line) => line !== peopleLine).join('\n')
  const names = namesIn(peopleLine ?? '')
  if (names) return { title: first, speakers: names.join(';'), company: '', description }
  const [, title = '', inside = ''] = /^(.*\S)\s*\(([^()]+)\)$/.exec(first) ?? []
  const bracketed = namesIn(inside)
  if (bracketed) return { title, speakers: bracketed.join(';'), company: '', description }
  const split = splitTitle(first, known)
  return {
    title: split.title,
    speakers: split.people.map(({ name }) => name).join(';'),
    company: split.people.some(({ company }) => company)
      ? split.people.map(({ company }) => company ?? '').join(';')
      : '',
    description,
  }
}

/** The names that a line lists, if it lists nothing else: "Ada Brook, Lin Marsh", "Ada Brook (Acme) & Lin Marsh". */
function namesIn(line: string): string[] | null {
  if (line.length > 300) return null
  const parts = line
    .replace(/\([^()]*\)/g, '')
    .split(/\s*(?:[,;/&+]|\s(?:and|et|und|en)\s)\s*/)
    .map((part) => part.trim())
    .filter(Boolean)
  return parts.length > 0 && parts.every((part) => isPersonalName(part)) ? parts : null
}
