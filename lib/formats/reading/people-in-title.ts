import { isPersonalName, isSingleName } from './personal-name'

export type PersonInTitle = { name: string; company: string | null; tagline: string | null }

/** What the titles of one programme say beyond doubt, to read the doubtful ones by. */
export type KnownPeople = { names: ReadonlySet<string>; companies: ReadonlySet<string>; places: ReadonlySet<string> }

/**
 * Splits "Title - Ann Lee, Director, Acme & Bo Li, Acme" into title and people. Splits at the last " - " whose rest
 * reads as people; a title that merely contains " - " stays whole. People are separated by "&" and ";", each "Name,
 * [Title,] Company".
 */
export function splitTitle(summary: string, known: KnownPeople): { title: string; people: PersonInTitle[] } {
  let found: { title: string; people: PersonInTitle[] } = { title: summary.trim(), people: [] }
  let next: number | undefined
  for (const { start, end } of dashes(summary).reverse()) {
    const people = readPeople(summary.slice(end), known)
    // A dash further left counts only when the people begin there: "- Ann Lee, Acme & Bo Li - Co-Chairs".
    const begins = next === undefined || /[&;]/.test(summary.slice(end, next))
    const title = summary.slice(0, start).trim()
    if (people && begins && title) found = { title, people }
    next = start
  }
  return found
}

/**
 * Gathers names and companies from the unmistakable endings of all titles of a programme.
 * @param places names of its rooms and venues: "Port of Call - San Juan" names nobody
 */
export function knownPeople(summaries: string[], places: Iterable<string>): KnownPeople {
  const names = new Set<string>()
  const companies = new Set<string>()
  for (const summary of summaries) {
    const last = dashes(summary).at(-1)
    if (!last) continue
    for (const group of summary.slice(last.end).split(';')) {
      const members = group.split(/\s*&\s*/).map(pieces)
      for (const [name] of members) if (name && isPersonalName(name)) names.add(name)
      const [name, company, ...more] = members.at(-1) ?? []
      if (name && isPersonalName(name) && company && more.length === 0 && !isRole(company)) companies.add(company)
    }
  }
  return { names, companies, places: new Set(places) }
}

function dashes(summary: string): { start: number; end: number }[] {
  return [...summary.matchAll(/\s+-\s+|\s+-(?=\p{Lu})|(?<=\S)-\s+(?=\p{Lu})/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function readPeople(text: string, known: KnownPeople): PersonInTitle[] | null {
  const groups = text
    .split(/\s*;\s*/)
    .filter(Boolean)
    .map((group) => readGroup(group, known))
  const people = groups.flatMap((group) => group ?? [])
  const [only] = people
  if (people.length === 1 && only && !isPersonalName(only.name)) {
    return only.tagline || known.companies.has(only.company ?? '') ? people : null
  }
  const named = people.every((person) => isPersonalName(person.name) && !known.places.has(person.name))
  return people.length > 0 && groups.every(Boolean) && named ? people : null
}

/** People up to a ";": whoever has no company of their own shares the next one's ("Ann Lee & Bo Li, Acme"). */
function readGroup(group: string, known: KnownPeople): PersonInTitle[] | null {
  // Only "&" joins people of one company dependably: "Ann Lee, Tom Tom and Bo Li, Acme" names two.
  const closes = (index: number, all: string[]) => index === all.length - 1 || !group.includes('&')
  const people = members(group).flatMap((member, index, all) => readMember(pieces(member), closes(index, all), known))
  if (people.some((person) => !isPersonalName(person.name) && !isSingleName(person.name))) return null
  return people.map((person, index) => {
    const next = people.slice(index + 1).find((other) => other.company ?? other.tagline)
    const alone = person.company === null && person.tagline === null
    return alone && next
      ? { ...person, company: next.company, tagline: next.company === null ? next.tagline : null }
      : person
  })
}

/**
 * "&" also stands inside titles and companies ("Founder & CEO", "Pictet & Cie"): what follows it must begin with a
 * name.
 */
function members(group: string): string[] {
  const separator = /&|;/.test(group) ? /\s*&\s*/ : /,?\s+and\s+/
  const joiner = separator.source.includes('&') ? ' & ' : ' and '
  return group.split(separator).reduce<string[]>((found, part) => {
    const [name] = pieces(part)
    const previous = found.pop()
    if (previous === undefined) return [part]
    return name && isPersonalName(name) ? [...found, previous, part] : [...found, previous + joiner + part]
  }, [])
}

/**
 * One member is one person, unless it lists several: "Ann Lee, Bo Li" in "Ann Lee, Bo Li & Cy Ray, Acme". Whoever else
 * ends with two names ("Ann Lee, Grace Hopper") is taken to work at the second.
 */
function readMember(all: string[], closes: boolean, known: KnownPeople): PersonInTitle[] {
  const couldBePeople = all.every((piece) => isPersonalName(piece) && !known.companies.has(piece))
  const listed = couldBePeople && (!closes || all.length > 2)
  const begins = (piece: string, index: number) =>
    index === 0 || listed || (known.names.has(piece) && !known.companies.has(piece))
  const persons = all.reduce<string[][]>((found, piece, index) => {
    if (begins(piece, index)) return [...found, [piece]]
    found.at(-1)?.push(piece)
    return found
  }, [])
  return persons.map(readPerson)
}

function readPerson([name = '', ...details]: string[]): PersonInTitle {
  const company = details.at(-1)
  const tagline = details.slice(0, -1).join(', ') || null
  if (company === undefined) return { name, company: null, tagline }
  return isRole(company) ? { name, company: null, tagline: details.join(', ') } : { name, company, tagline }
}

const roles = [
  'maintainer|contributor|reviewer|co-chairs?|chair|committee members?|lead|owner',
  'engineer|evangelist|scientist|ambassador',
]
const endsInRole = new RegExp(String.raw`\b(${roles.join('|')})$`, 'i')

function isRole(text: string): boolean {
  return endsInRole.test(text)
}

/**
 * Comma-separated pieces; a legal form stays with its company ("NTT, Inc."). " - " inside means the same as a comma.
 */
function pieces(text: string): string[] {
  const parts = text
    .split(/,\s+|\s+-\s+/)
    .map((part) => part.trim().replace(/^and\s+|,$/, ''))
    .filter(Boolean)
  return parts.reduce<string[]>((found, part) => {
    const previous = found.at(-1)
    if (previous !== undefined && /^(inc|ltd|llc|gmbh|corp|co|limited|s\.?a|s\.?r\.?l|b\.?v)\.?$/i.test(part))
      return [...found.slice(0, -1), `${previous}, ${part}`]
    return [...found, part]
  }, [])
}
