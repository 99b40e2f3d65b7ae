import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pickRanks, type PickRank } from '@/lib/planning/schema'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { nextBatch, settle, shownPicks, takePull, type OutboxEntry, type ServerPick } from './client/outbox'
import { pull } from './server/pull'
import { push } from './server/push'

const { db } = await testDatabase()
const conference = await makeConference(db, { sessions: 4 })
const now = new Date('2026-03-20T12:00:00Z')
const at = now.toISOString()

type Person = Awaited<ReturnType<typeof makePerson>>

/** What a browser's store does, in memory. */
class Device {
  readonly id = randomUUID()
  picks = new Map<string, ServerPick>()
  outbox: OutboxEntry[] = []
  cursor = 0
  made = 0
  /** What was pushed before: the network may deliver it again. */
  sent: OutboxEntry[][] = []

  constructor(private readonly person: Person) {}

  record(sessionId: string, rank: PickRank | null) {
    const made = { id: randomUUID(), at }
    const mutation = rank ? { ...made, name: 'setPick' as const, args: { sessionId, rank } } : { ...made, name: 'dropPick' as const, args: { sessionId } }
    this.outbox.push({ order: ++this.made, conferenceId: conference.id, mutation })
  }

  async push(answerIsLost: boolean) {
    const batch = nextBatch(this.outbox)
    this.sent.push(batch)
    const answer = await this.deliver(batch)
    if (answerIsLost) return
    const settled = new Map(settle(this.outbox, answer).map((entry) => [entry.order, entry]))
    this.outbox = this.outbox.map((entry) => settled.get(entry.order) ?? entry)
  }

  deliver(batch: OutboxEntry[]) {
    return push(db, this.person, { person: this.person.id, device: this.id, mutations: batch.map(({ mutation }) => mutation) }, now)
  }

  /** @param meanwhile what happens here while the answer is on its way */
  async pull(meanwhile: () => void) {
    const answer = await pull(db, this.person, { person: this.person.id, after: this.cursor })
    meanwhile()
    const change = takePull(this.outbox, answer, this.cursor)
    for (const pick of change.put) this.picks.set(pick.sessionId, pick)
    for (const sessionId of change.removePicks) this.picks.delete(sessionId)
    this.outbox = this.outbox.filter(({ order }) => !change.removeEntries.includes(order))
    this.cursor = answer.revision
  }

  shown() {
    return Object.fromEntries(shownPicks([...this.picks.values()], this.outbox).get(conference.id) ?? [])
  }
}

const device = fc.nat(2)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('record' as const), device, session: fc.nat(3), rank: fc.option(fc.constantFrom(...pickRanks)) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('push' as const), device, answerIsLost: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pull' as const), device, session: fc.nat(3), rank: fc.option(fc.constantFrom(...pickRanks)), busy: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const), device, batch: fc.nat(5) }) },
)

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

it('loses no change and brings devices and server to the same picks, whatever is repeated, lost or late', async () => {
  const run = async (steps: Step[]) => {
    const person = await makePerson(db)
    const devices = [new Device(person), new Device(person), new Device(person)]
    for (const taken of steps) {
      const on = devices[taken.device] ?? new Device(person)
      if (taken.kind === 'record') on.record(conference.sessionIds[taken.session] ?? '', taken.rank)
      else if (taken.kind === 'push') await on.push(taken.answerIsLost)
      else if (taken.kind === 'pull') await on.pull(() => taken.busy && on.record(conference.sessionIds[taken.session] ?? '', taken.rank))
      else await on.deliver(on.sent[taken.batch] ?? [])
    }
    for (const each of devices) await each.push(false)
    for (const each of devices) await each.pull(() => undefined)
    const rows = await db.pick.findMany({ where: { userId: person.id, droppedAt: null }, select: { sessionId: true, rank: true } })
    const server = Object.fromEntries(rows.map(({ sessionId, rank }) => [sessionId, rank]))
    expect(devices.map((each) => each.shown())).toEqual([server, server, server])
    expect(await db.mutation.count({ where: { userId: person.id } })).toBe(devices.reduce((sum, { made }) => sum + made, 0))
  }
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), run), { numRuns: 50 })
}, 120_000)
