import { z } from 'zod'
import type { Problem } from '@/lib/platform/errors'
import { limits, programSchema, type Program, type ProgramSession } from '@/lib/program/program'
import { placeIn } from '../json/entries'
import type { Adapter, Parsed } from '../reading/adapter'
import { nameEntries, titleIn } from '../problems/entry-names'
import { readJson, type Json } from '../reading/json'
import { unfitValue } from '../problems/unfit-value'
import { cleanLine, cleanText, shorten } from '@/lib/platform/clean-text'

/**
 * Hallway's own format: one Program as JSON. Fields that may be null may be absent; an entry that does not fit is left
 * out alone.
 */
export const programJson: Adapter = {
  format: 'program-json',
  recognises: (files) =>
    files.length === 1 &&
    files.every((file) => {
      const json = readJson(file)
      return json.ok && envelopeSchema.safeParse(json.value).success
    }),
  inspect: ([file]) => {
    const json = file && readJson(file)
    const head = headSchema.safeParse(json?.ok ? cleaned(json.value) : undefined).data
    const { title = null, siteKey = null, timeZone = null } = head ?? {}
    return { title, siteKey, timeZone }
  },
  parse: ([file]): Parsed => {
    const json: Json = file ? readJson(file) : { ok: false, code: 'not-json' }
    if (json.ok) return readProgram(cleaned(json.value), file?.name ?? '')
    const problem: Problem = { severity: 'error', path: file?.name ?? '', code: json.code, detail: '' }
    return { program: programOf(emptyEnvelope, []), problems: [problem] }
  },
}

/**
 * Reads a program that is already parsed JSON, as leniently as the adapter does.
 * @param path what a problem of the whole is reported at
 */
export function readProgram(json: unknown, path: string): Parsed {
  const problems: Problem[] = []
  const envelope = envelopeSchema.safeParse(json)
  if (!envelope.success) problems.push({ severity: 'error', path, code: 'not-program-json', detail: '' })
  const program = programOf(envelope.data ?? emptyEnvelope, problems)
  return { program, problems: nameEntries(problems, titlesIn(envelope.data ?? emptyEnvelope)) }
}

/** What each entry is called, by its path. */
function titlesIn(envelope: z.output<typeof envelopeSchema>): Map<string, string> {
  const lists = Object.entries(envelope).flatMap(([name, values]) => (Array.isArray(values) ? [{ name, values }] : []))
  return new Map(
    lists.flatMap(({ name, values }) =>
      values.flatMap((value, index): [string, string][] => {
        const title = titleIn(value)
        return title ? [[`${name}[${index}]`, shorten(title, limits.name)]] : []
      }),
    ),
  )
}

const list = z.array(z.unknown())
const envelopeSchema = z.looseObject({
  rooms: list,
  tracks: list,
  colocatedEvents: list,
  speakers: list,
  sessions: list,
})
const emptyEnvelope = { rooms: [], tracks: [], colocatedEvents: [], speakers: [], sessions: [] }
const { rooms, tracks, colocatedEvents, speakers, sessions, ...head } = programSchema.shape
const headSchema = z.object(head).partial()

function programOf(envelope: z.output<typeof envelopeSchema>, problems: Problem[]): Program {
  const { title = null, siteKey = null, timeZone = null, language = null } = headSchema.safeParse(envelope).data ?? {}
  const parts = {
    rooms: unique(
      readEntries(
        'rooms',
        envelope.rooms,
        rooms.element,
        { floor: null, capacity: null, capacityKind: 'seats' },
        problems,
      ),
      ({ key }) => key,
      problems,
    ),
    tracks: unique(readEntries('tracks', envelope.tracks, tracks.element, {}, problems), ({ key }) => key, problems),
    colocatedEvents: unique(
      readEntries('colocatedEvents', envelope.colocatedEvents, colocatedEvents.element, {}, problems),
      ({ key }) => key,
      problems,
    ),
    speakers: unique(
      readEntries(
        'speakers',
        envelope.speakers,
        speakers.element,
        { company: null, tagline: null, bio: null },
        problems,
      ),
      ({ key }) => key,
      problems,
    ),
  }
  const found = joinRepeated(
    readEntries('sessions', envelope.sessions, lenientSession, sessionDefaults, problems),
    problems,
  )
  if (envelope.sessions.length === 0)
    problems.push({ severity: 'error', path: 'sessions', code: 'no-sessions', detail: '' })
  if (found.length > limits.sessions)
    problems.push({ severity: 'error', path: 'sessions', code: 'too-many-sessions', detail: String(found.length) })
  const program = valuesOf(parts)
  const checked = referenceCheck(program, problems)
  return {
    title,
    siteKey,
    timeZone,
    language,
    ...program,
    sessions: found.slice(0, limits.sessions).map(({ path, value }) => checked(value, path)),
  }
}

const sessionDefaults = {
  sourceId: null,
  description: null,
  kind: 'talk',
  cancelled: false,
  startAt: null,
  endAt: null,
  roomKeys: [],
  trackKey: null,
  colocatedKey: null,
  speakerKeys: [],
  language: null,
  url: null,
  capacity: null,
  level: null,
  flags: [],
  slidesUrl: null,
  replayUrl: null,
}

/** A session whose title stands for its raw title, and whose instants are in the one form that compares as text. */
const lenientSession = z.preprocess((value) => {
  const raw = z.looseObject({ title: z.unknown() }).safeParse(value).data
  return raw
    ? { ...raw, rawTitle: raw.rawTitle ?? raw.title, startAt: sameForm(raw.startAt), endAt: sameForm(raw.endAt) }
    : value
}, sessions.element)

function sameForm(instant: unknown): unknown {
  const { data } = z.iso.datetime({ offset: true }).safeParse(instant)
  return data ? new Date(data).toISOString() : instant
}

type Entry<Value> = { path: string; value: Value }

function readEntries<Schema extends z.ZodType>(
  name: string,
  values: unknown[],
  schema: Schema,
  defaults: object,
  problems: Problem[],
): Entry<z.output<Schema>>[] {
  return values.flatMap((value, index) => {
    const path = `${name}[${index}]`
    const whole = z.looseObject({}).safeParse(value).data
    const parsed = schema.safeParse(whole && { ...defaults, ...whole })
    if (parsed.success) return [{ path, value: parsed.data }]
    const isBackwards = parsed.error.issues[0]?.message === 'end-before-start'
    const { steps, code, detail } = unfitValue(parsed.error, whole ?? value)
    const place = path + placeIn(steps)
    problems.push(
      isBackwards
        ? { severity: 'warning', path: place, code: 'end-before-start', detail: '' }
        : { severity: 'error', path: place, code, detail: shorten(detail, 200) },
    )
    const open = isBackwards ? schema.safeParse({ ...defaults, ...whole, endAt: null }).data : undefined
    return open === undefined ? [] : [{ path, value: open }]
  })
}

/**
 * A session that is named twice for one time is one, in all its rooms; at another time, or with another title, it is
 * one more.
 */
function joinRepeated(entries: Entry<ProgramSession>[], problems: Problem[]): Entry<ProgramSession>[] {
  const known = new Map<string, Entry<ProgramSession>>()
  const titles = new Map<string, string>()
  for (const { path, value } of entries) {
    const { sourceId, title, dayOn, startAt, roomKeys, speakerKeys } = value
    const key = sourceId === null ? path : JSON.stringify([sourceId, title, dayOn, startAt])
    const same = known.get(key)
    if (sourceId !== null && (titles.get(sourceId) ?? title) !== title)
      problems.push({ severity: 'warning', path, code: 'duplicate-id', detail: shorten(`${sourceId}: ${title}`, 200) })
    titles.set(sourceId ?? '', title)
    const joined = same && {
      ...same.value,
      roomKeys: [...new Set([...same.value.roomKeys, ...roomKeys])],
      speakerKeys: [...new Set([...same.value.speakerKeys, ...speakerKeys])],
    }
    known.set(key, { path: same?.path ?? path, value: joined ?? value })
  }
  return [...known.values()]
}

/** Of entries with one key the first is kept. */
function unique<Value>(
  entries: Entry<Value>[],
  keyOf: (value: Value) => string | null,
  problems: Problem[],
): Entry<Value>[] {
  const seen = new Set<string>()
  return entries.filter(({ path, value }) => {
    const key = keyOf(value)
    if (key === null || !seen.has(key)) return seen.add(key ?? '')
    problems.push({ severity: 'warning', path, code: 'duplicate-id', detail: shorten(key, 200) })
    return false
  })
}

type Parts = { [Part in 'rooms' | 'tracks' | 'colocatedEvents' | 'speakers']: Entry<Program[Part][number]>[] }

function valuesOf(parts: Parts): Pick<Program, keyof Parts> {
  const values = <Value>(entries: Entry<Value>[]) => entries.map(({ value }) => value)
  return {
    rooms: values(parts.rooms),
    tracks: values(parts.tracks),
    colocatedEvents: values(parts.colocatedEvents),
    speakers: values(parts.speakers),
  }
}

/** Leaves out references to parts that are not there. */
function referenceCheck(
  program: Pick<Program, keyof Parts>,
  problems: Problem[],
): (session: ProgramSession, path: string) => ProgramSession {
  const existing = (part: keyof Parts, code: string) => {
    const keys = new Set(program[part].map(({ key }) => key))
    return (wanted: string[], path: string) =>
      wanted.filter((key) => {
        if (!keys.has(key)) problems.push({ severity: 'warning', path, code, detail: shorten(key, 200) })
        return keys.has(key)
      })
  }
  const roomsOf = existing('rooms', 'room-unknown')
  const tracksOf = existing('tracks', 'track-unknown')
  const colocatedOf = existing('colocatedEvents', 'colocated-unknown')
  const speakersOf = existing('speakers', 'speaker-unknown')
  return (session, path) => ({
    ...session,
    roomKeys: roomsOf(session.roomKeys, path),
    trackKey: tracksOf(session.trackKey === null ? [] : [session.trackKey], path)[0] ?? null,
    colocatedKey: colocatedOf(session.colocatedKey === null ? [] : [session.colocatedKey], path)[0] ?? null,
    speakerKeys: speakersOf(session.speakerKeys, path),
  })
}

/** Texts are cleaned at once, wherever they stand: no database can hold a NUL. */
function cleaned(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return name === 'description' || name === 'bio' ? cleanText(value) : cleanLine(value)
  if (Array.isArray(value)) return value.map((entry) => cleaned(entry))
  const entries = z.record(z.string(), z.unknown()).safeParse(value).data
  return entries ? Object.fromEntries(Object.entries(entries).map(([key, of]) => [key, cleaned(of, key)])) : value
}
