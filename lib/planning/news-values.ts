import type { FieldNews, SessionNews } from './changes'

/** When a session is, as an agenda says it: instants are ISO, UTC. */
export type Times = { dayOn: string; startAt?: string; endAt?: string }

export type NewsValue =
  | { kind: 'time'; old: Times; new: Times }
  | { kind: 'title' | 'rooms' | 'speakers'; /** Empty: none. */ old: string; new: string }

/**
 * What the fields of a session's news say to a person: its day, start and end as one time, names as they are read.
 * @param session as it is now: what of its time did not change
 */
export function valuesOf({ fields }: Pick<SessionNews, 'fields'>, session: Times): NewsValue[] {
  const of = new Map(fields.map((one) => [one.field, one]))
  return [...timeOf(of, session), ...texts.flatMap((kind) => textOf(kind, of.get(kind)))]
}

const texts = ['title', 'rooms', 'speakers'] as const

function timeOf(of: ReadonlyMap<string, FieldNews>, session: Times): NewsValue[] {
  const [dayOn, startAt, endAt] = [of.get('dayOn'), of.get('startAt'), of.get('endAt')]
  if (!dayOn && !startAt && !endAt) return []
  const at = (when: 'old' | 'new'): Times => ({
    dayOn: dayOn ? (instantIn(dayOn[when]) ?? session.dayOn) : session.dayOn,
    startAt: startAt ? instantIn(startAt[when]) : session.startAt,
    endAt: endAt ? instantIn(endAt[when]) : session.endAt,
  })
  return [{ kind: 'time', old: at('old'), new: at('new') }]
}

function textOf(kind: (typeof texts)[number], news: FieldNews | undefined): NewsValue[] {
  return news ? [{ kind, old: namesIn(news.old), new: namesIn(news.new) }] : []
}

/** A title, or the names of rooms or speakers, as a server of another version may also say them. */
function namesIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return ''
  return value.flatMap((part: unknown) => (typeof part === 'string' ? part : isNamed(part) ? part.name : [])).join(', ')
}

function isNamed(part: unknown): part is { name: string } {
  return typeof part === 'object' && part !== null && 'name' in part && typeof part.name === 'string'
}

function instantIn(value: unknown): string | undefined {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined
}
