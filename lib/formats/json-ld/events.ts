import { z } from 'zod'
import type { LinkedData } from './scripts'
import { MOST_ENTRIES } from '../json/entries'
import { eventSchema, personSchema, type LinkedEvent, type LinkedPerson } from './schema'

/** An event of a file, with its place and the event that it is part of. */
export type Found = { path: string; event: LinkedEvent; parent: Found | null; children: number }

export type Graph = {
  /** The first MOST_ENTRIES. */ events: Found[]
  /** What events name by an identifier alone. */
  people: Map<string, LinkedPerson>
  names: Map<string, string>
}

const EVENT = /(^|[/#:])(\w*Event|EventSeries|Festival|Hackathon|CourseInstance)$/
const PART = /^(subEvents?|superEvent)$/

/**
 * Every event in a file's JSON-LD, whatever holds it: an object, a list, `@graph`, a page's main thing. Of an event
 * that is named several times the fullest is kept.
 */
export function graphOf(data: LinkedData[]): Graph {
  const gathered: Gathered = { events: [], parents: new Map(), people: new Map(), names: new Map() }
  for (const { path, value } of data) visit(value, path, gathered)
  return { events: joined(gathered), people: gathered.people, names: gathered.names }
}

type Gathered = Graph & {
  /** Identifiers of parents by those of their parts, and by the parts themselves. */
  parents: Map<Found | string, Found | string>
}

const thing = z.record(z.string(), z.unknown())

function visit(value: unknown, path: string, gathered: Gathered): void {
  if (gathered.events.length === MOST_ENTRIES) return
  if (Array.isArray(value)) return value.forEach((entry, index) => visit(entry, `${path}[${index}]`, gathered))
  const entries = thing.safeParse(value).data
  if (!entries) return
  remember(entries, gathered)
  const isEvent = typesOf(entries).some((type) => EVENT.test(type))
  const event = isEvent ? eventSchema.safeParse(entries).data : undefined
  const found: Found | null = event ? { path, event, parent: null, children: 0 } : null
  if (found) gathered.events.push(found)
  for (const [name, inner] of Object.entries(entries)) {
    const place = path ? `${path}.${name}` : name
    if (found && PART.test(name)) relate(found, inner, { path: place, isSub: name !== 'superEvent' }, gathered)
    else visit(inner, place, gathered)
  }
}

function remember(entries: Record<string, unknown>, { people, names }: Gathered): void {
  const { '@id': id, name } = entries
  if (typeof id !== 'string' || typeof name !== 'string') return
  names.set(id, name)
  const person = typesOf(entries).some((type) => /(^|[/#:])Person$/.test(type)) && personSchema.safeParse(entries).data
  if (person) people.set(id, person)
}

/** Lays the parts of an event, or what it is part of, beside it. */
function relate(found: Found, inner: unknown, at: { path: string; isSub: boolean }, gathered: Gathered): void {
  const isList = Array.isArray(inner)
  for (const [index, other] of (isList ? inner : [inner]).entries()) {
    const before = gathered.events.length
    visit(other, isList ? `${at.path}[${index}]` : at.path, gathered)
    const named = gathered.events[before] ?? idOf(other)
    if (named === null) continue
    if (at.isSub) gathered.parents.set(named, found)
    else gathered.parents.set(found, named)
  }
}

function joined({ events, parents }: Gathered): Found[] {
  const byId = new Map<string, Found>()
  const kept: Found[] = []
  for (const found of events) {
    const { id } = found.event
    const same = id === null ? undefined : byId.get(id)
    if (!same) {
      kept.push(found)
      if (id !== null) byId.set(id, found)
    } else if (weight(found) > weight(same)) Object.assign(same, { event: found.event, path: found.path })
  }
  const standing = (of: Found | string | undefined): Found | null =>
    of === undefined ? null : typeof of === 'string' ? (byId.get(of) ?? null) : (byId.get(of.event.id ?? '') ?? of)
  for (const [part, whole] of parents) {
    const [child, parent] = [standing(part), standing(whole)]
    if (child && parent && child !== parent) child.parent ??= parent
  }
  for (const { parent } of kept) if (parent) parent.children += 1
  return kept
}

/** How much is said of an event: one that is only named says nothing. */
function weight({ event }: Found): number {
  return [event.name, event.startDate, event.endDate, event.description, event.location[0], event.performer[0]].filter(
    Boolean,
  ).length
}

function typesOf({ '@type': types }: Record<string, unknown>): string[] {
  return (Array.isArray(types) ? types : [types]).filter((type) => typeof type === 'string')
}

function idOf(value: unknown): string | null {
  return typeof value === 'string' ? value : (z.object({ '@id': z.string() }).safeParse(value).data?.['@id'] ?? null)
}
