import ICAL from 'ical.js'
import type { Answer, Question } from '../front-door'

type Ask = (path: string, question?: Question) => Promise<Answer>

/** An entry as a calendar has it. */
type Entry = {
  sequence: number
  /** What a person sees of it. */
  shown: string
  isCancelled: boolean
}

export type Told = { uid: string; summary: string; start: string; location: string }

// How an entry says how new it is.
const AGE = ['sequence', 'dtstamp', 'last-modified', 'transp']

function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const entries = new Map<string, Entry & Told>()
  for (const event of calendar.getAllSubcomponents('vevent')) {
    const said = (name: string) => String(event.getFirstPropertyValue(name) ?? '')
    const shown = event
      .getAllProperties()
      .filter(({ name }) => !AGE.includes(name))
      .map((property) => property.toICALString())
      .join('\n')
    if (entries.has(said('uid'))) throw new Error(`${said('uid')} twice`)
    entries.set(said('uid'), {
      sequence: Number(said('sequence')),
      shown,
      isCancelled: said('status') === 'CANCELLED',
      uid: said('uid'),
      summary: said('summary'),
      start: said('dtstart'),
      location: said('location'),
    })
  }
  if (entries.size === 0) throw new Error('a calendar without an entry')
  return { entries, revisedAt: String(calendar.getFirstPropertyValue('last-modified') ?? '') }
}

/** What is in a calendar and stands, by UID. */
function standingIn(entries: ReadonlyMap<string, Entry & Told>): Told[] {
  return [...entries.values()]
    .filter(({ isCancelled }) => !isCancelled)
    .map(({ uid, summary, start, location }) => ({ uid, summary, start, location }))
    .sort((a, b) => a.uid.localeCompare(b.uid))
}

/** Follows redirects, as calendars do: for this once, or for good. */
class Subscription {
  private lastModified = 0
  /** Where the last answer came from. */
  path: string
  constructor(
    private readonly ask: Ask,
    private address: string,
    private readonly isForgetful: boolean,
  ) {
    this.path = address
  }

  async fetch(headers: Record<string, string>, path = this.address): Promise<Answer> {
    const answer = await this.ask(path, { headers })
    if (answer.status === 301)
      return this.fetch(headers, new URL(answer.headers.location ?? '', 'http://hallway').pathname)
    if (![200, 304, 404].includes(answer.status)) throw new Error(`${answer.status} at ${path}`)
    this.path = path
    if (!this.isForgetful) this.address = path
    this.checkDate(answer)
    return answer
  }

  private checkDate({ headers }: Answer): void {
    const said = headers['last-modified']
    if (said === undefined) return
    if (Date.parse(said) < this.lastModified) throw new Error(`Last-Modified went back to ${said}`)
    if (Date.parse(said) > Date.parse(headers.date ?? '')) throw new Error(`Last-Modified ${said} is later than Date`)
    this.lastModified = Date.parse(said)
  }
}

/**
 * Goes by SEQUENCE alone: what is not newer it does not believe, and nothing is gone that was not cancelled. What it
 * has must be true all the same.
 */
export class StrictClient {
  private readonly has = new Map<string, Entry & Told>()
  private readonly subscription: Subscription
  private etag: string | undefined
  private text = ''
  private revisedAt = ''

  constructor(ask: Ask, path: string, isForgetful = false) {
    this.subscription = new Subscription(ask, path, isForgetful)
  }

  /** @throws {Error} where the calendar breaks what it promised */
  async poll(hasMerged = false): Promise<void> {
    const path = this.subscription.path
    const answer = await this.subscription.fetch(this.etag ? { 'if-none-match': this.etag } : {})
    if (answer.status !== 200) {
      if (answer.status === 404 && standingIn(this.has).length > 0) throw new Error('a calendar is gone, entries stand')
      return
    }
    if (answer.text === this.text && path === this.subscription.path) throw new Error('200 with the bytes of before')
    const calendar = readCalendar(answer.text)
    if (calendar.revisedAt < this.revisedAt) throw new Error('LAST-MODIFIED went back')
    this.etag = answer.headers.etag
    this.text = answer.text
    this.revisedAt = calendar.revisedAt
    for (const [uid, entry] of calendar.entries) this.take(uid, entry, hasMerged)
    for (const [uid, entry] of this.has)
      if (!calendar.entries.has(uid) && !entry.isCancelled) throw new Error(`${entry.summary} vanished`)
  }

  standing(): Told[] {
    return standingIn(this.has)
  }

  private take(uid: string, entry: Entry & Told, hasMerged: boolean): void {
    const known = this.has.get(uid)
    if (known && entry.sequence < known.sequence) throw new Error(`SEQUENCE of ${entry.summary} went back`)
    if (known?.sequence === entry.sequence && known.shown !== entry.shown)
      throw new Error(`another entry at the same SEQUENCE:\n${known.shown}\n—\n${entry.shown}`)
    const isNoNews = known && known.sequence < entry.sequence && known.shown === entry.shown
    // What has left moves with its session, and shows less of it. Those of two calendars that become one, or two again,
    // are newer than in both.
    if (isNoNews && !hasMerged && !/^(No longer here|N’est plus ici)/.test(entry.summary))
      throw new Error(`SEQUENCE of ${entry.summary} grew, and nothing that it shows changed`)
    this.has.set(uid, entry)
  }
}

/** Knows If-Modified-Since alone; replaces all that it has. */
export class DatedClient {
  private readonly subscription: Subscription
  private lastModified: string | undefined
  text = ''

  constructor(ask: Ask, path: string, isForgetful = false) {
    this.subscription = new Subscription(ask, path, isForgetful)
  }

  async poll(): Promise<void> {
    const answer = await this.subscription.fetch(this.lastModified ? { 'if-modified-since': this.lastModified } : {})
    if (answer.status === 304) return
    this.lastModified = answer.headers['last-modified']
    this.text = answer.status === 200 ? answer.text : ''
  }
}

/** Fetches all of it each time. */
export class ReplacingClient {
  private readonly subscription: Subscription
  text = ''

  /** Where it is led to by now. */
  get path(): string {
    return this.subscription.path
  }

  constructor(ask: Ask, path: string, isForgetful = false) {
    this.subscription = new Subscription(ask, path, isForgetful)
  }

  async poll(): Promise<void> {
    const answer = await this.subscription.fetch({})
    this.text = answer.status === 200 ? answer.text : ''
  }

  standing(): Told[] {
    return this.text ? standingIn(readCalendar(this.text).entries) : []
  }
}
