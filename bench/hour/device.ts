import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { backoffMs } from '@/lib/sync/client/exchange/backoff'
import { tellAfterMs, type Poke } from '@/lib/sync/client/exchange/poke-connection'
import { setTimeout as wait } from 'node:timers/promises'
import { Screen } from './screen'
import type { Act, Rank } from './timetable'
import type { Tally } from './tally'
import type { Person, Venue } from './venue'
import type { Answer, Asked, Wire } from './wire'

const pulledSchema = z.object({ revision: z.number(), mark: z.string().optional() })
const pushedSchema = z.object({ results: z.array(z.object({ id: z.string(), ok: z.boolean() })) })

/** What the crowd shares: where it is, how it asks, and what it notes. */
export type Surroundings = {
  venue: Venue
  wire: Wire
  tally: Tally
  /** Where live streams are asked for, in turn. */ livePorts: readonly number[]
  onPoke: (poke: Poke) => void
  /** The programme of that version is on this screen. */ onShown: (version: number) => void
  onBack: (awayMs: number) => void
}
type Picked = Extract<Act, { does: 'pick' }>['picks']

/** An attendee's phone: does what Hallway's own code in a browser does with the network, in the same order. */
export class Device {
  /** What the server took, by session: the last word. */
  readonly taken = new Map<string, Rank | null>()
  /** Ids of all changes and reports that the server took. */
  readonly takenIds: string[] = []
  readonly reportIds: string[] = []
  screen: Screen | null = null
  private cursor = 0
  private mark = ''
  private heard = 0
  private working: Promise<unknown> = Promise.resolve()
  private readonly etags = new Map<string, string>()
  private readonly due = new Set<string>()
  private readonly told = new Map<string, number | null>()

  constructor(
    private readonly person: Person,
    private readonly at: Surroundings,
    private readonly number: number,
  ) {}

  /** Opens the conference: the page, who is here, what the screen shows, the stream, and what is this person's. */
  async open(dueMs: number): Promise<void> {
    const { slug, day, id } = this.at.venue.conference
    await this.ask('page', 'GET', `/c/${slug}/schedule/${day}`, {}, dueMs)
    await this.ask('who am I', 'GET', '/api/v1/me', this.mine)
    for (const name of ['agenda.json', 'room-states.json', 'announcements.json']) await this.read(name)
    const topics = `announcements:${id},conference:${id},person,rooms:${id}`
    const begunMs = performance.now()
    const port = this.at.livePorts[this.number % this.at.livePorts.length] ?? 0
    let isFirst = true
    this.screen = new Screen({
      ...{ port, from: `127.0.2.${1 + (this.number % 8)}`, topics, cookie: this.person.cookie },
      onPoke: (poke) => this.hear(poke),
      onOpen: (awayMs) => {
        if (isFirst) this.at.tally.note('live stream', performance.now() - begunMs)
        else this.at.onBack(awayMs)
        isFirst = false
      },
    })
    await this.inTurn(() => this.pull())
  }

  /** Sends changes of the plan, until they are taken, and pulls. */
  pick(picks: Picked, dueMs: number): Promise<void> {
    return this.inTurn(async () => {
      const at = new Date().toISOString()
      const said = picks.map(({ session, rank }) => {
        const sessionId = this.at.venue.sessions[session] ?? ''
        return rank === null
          ? { id: randomUUID(), at, name: 'dropPick', args: { sessionId }, rank }
          : { id: randomUUID(), at, name: 'setPick', args: { sessionId, rank }, rank }
      })
      const mutations = said.map(({ id, at: madeAt, name, args }) => ({ id, at: madeAt, name, args }))
      const { id: person, device } = this.person
      const body = JSON.stringify({ person, device, mark: this.mark || null, ifKnown: true, mutations })
      const answer = await this.ask('push', 'POST', '/api/v1/push', { ...this.mine, body, keeps: true }, dueMs)
      const { results } = pushedSchema.parse(JSON.parse(answer.text))
      const taken = new Set(results.filter(({ ok }) => ok).map((result) => result.id))
      for (const { id, args, rank } of said) {
        if (!taken.has(id)) this.at.tally.fail('push', 'a change was not taken')
        else this.takenIds.push(id)
        if (taken.has(id)) this.taken.set(args.sessionId, rank)
      }
      await this.pull()
    })
  }

  /** Says how full a room is. */
  async report(dueMs: number): Promise<void> {
    const { venue } = this.at
    const [id, now] = [randomUUID(), new Date().toISOString()]
    const sessionId = venue.onNow[this.number % venue.onNow.length]
    const readings = [{ id, at: now, sessionId, level: 'full' }]
    const body = JSON.stringify({ conference: venue.conference.id, device: this.person.device, sentAt: now, readings })
    await this.ask('report', 'POST', '/api/v1/readings', { ...this.mine, body }, dueMs)
    this.reportIds.push(id)
  }

  get id(): string {
    return this.person.id
  }

  private get mine(): Asked {
    return { cookie: this.person.cookie }
  }

  private hear(poke: Poke): void {
    this.at.onPoke(poke)
    if (poke.topic === 'person') return this.heed(poke.version)
    this.told.set(poke.topic, poke.version)
    if (this.due.has(poke.topic)) return
    this.due.add(poke.topic)
    setTimeout(
      () => {
        this.due.delete(poke.topic)
        void this.refresh(poke.topic)
      },
      tellAfterMs(poke, Math.random()),
    )
  }

  /** Most pokes tell of what this device is pushing itself: after its round they are no news. */
  private heed(version: number | null): void {
    this.heard = Math.max(this.heard, version ?? 0)
    void this.working.then(() => {
      if (this.heard > this.cursor) void this.inTurn(() => this.pull())
    })
  }

  private async refresh(topic: string): Promise<void> {
    const version = this.told.get(topic)
    if (topic.startsWith('rooms:')) await this.read('room-states.json')
    else if (topic.startsWith('announcements:')) await this.read('announcements.json')
    else {
      await this.read('agenda.json')
      this.at.onShown(version ?? 0)
      await this.read('changes.json')
    }
  }

  /** A document, by the tag of the one that is here. */
  private async read(name: string): Promise<void> {
    const etag = this.etags.get(name)
    const kind =
      name === 'room-states.json' ? 'state of rooms' : name === 'agenda.json' ? 'programme' : 'other document'
    const answer = await this.ask(kind, 'GET', `/c/${this.at.venue.conference.slug}/${name}`, etag ? { etag } : {})
    if (answer.etag) this.etags.set(name, answer.etag)
  }

  private async pull(): Promise<void> {
    const path = `/api/v1/pull?person=${this.person.id}&after=${this.cursor}&mark=${this.mark}`
    const answer = await this.ask('pull', 'GET', path, { ...this.mine, keeps: true })
    const { revision, mark } = pulledSchema.parse(JSON.parse(answer.text))
    this.cursor = revision
    this.mark = mark ?? ''
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.working.then(work)
    this.working = turn
    return turn
  }

  /** Asks until it is answered well. @param dueMs when it was to be asked */
  private async ask(
    kind: string,
    method: 'GET' | 'POST',
    path: string,
    asked: Asked,
    dueMs = performance.now(),
  ): Promise<Answer> {
    for (let failures = 1; ; failures++) {
      try {
        const answer = await this.at.wire.ask(method, path, asked)
        if (answer.status < 400) {
          this.at.tally.note(kind, performance.now() - dueMs)
          return answer
        }
        this.at.tally.fail(kind, String(answer.status))
      } catch (error) {
        this.at.tally.fail(kind, error instanceof Error ? error.message : 'unknown')
      }
      await wait(backoffMs(failures, Math.random()))
    }
  }
}
