import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { backoffMs } from '@/lib/sync/client/exchange/backoff'
import { Device, type Surroundings } from './device'
import type { Act } from './timetable'
import type { Door } from './venue'

const DRAIN_MS = 30_000
const LOOK_EVERY_MS = 5

/** All who come: does what the timetable says when it says it, whatever is still unanswered. */
export class Crowd {
  readonly devices: readonly Device[]
  /** Readings that the server took, and what they add up to, by room. */
  readonly tapIds: string[] = []
  readonly counts = new Map<string, number>()
  private readonly doors = new Map<Door, Promise<void>>()
  private readonly under = new Set<Promise<void>>()
  /** How late it was itself, at worst. */
  lateMs = 0

  constructor(private readonly at: Surroundings) {
    this.devices = at.venue.people.map((person, number) => new Device(person, at, number))
  }

  get screens(): number {
    return this.devices.filter(({ screen }) => screen?.stands).length
  }

  /** How many changes were taken so far. */
  get taken(): number {
    return this.devices.reduce((sum, { takenIds }) => sum + takenIds.length, 0)
  }

  /** @returns when all that was begun is answered; how many were not, half a minute after the last */
  async run(acts: readonly Act[], fromMs = 0): Promise<number> {
    const begunMs = performance.now() - fromMs
    for (let next = 0; next < acts.length;) {
      const nowMs = performance.now() - begunMs
      for (let act = acts[next]; act && act.atMs <= nowMs; act = acts[++next]) {
        this.lateMs = Math.max(this.lateMs, nowMs - act.atMs)
        this.begin(act, begunMs + act.atMs)
      }
      await wait(LOOK_EVERY_MS)
    }
    await Promise.race([Promise.all(this.under), wait(DRAIN_MS)])
    return this.under.size
  }

  close(): void {
    for (const { screen } of this.devices) screen?.close()
    this.at.wire.close()
  }

  private begin(act: Act, dueMs: number): void {
    const doing = this.does(act, dueMs).finally(() => this.under.delete(doing))
    this.under.add(doing)
  }

  private async does(act: Act, dueMs: number): Promise<void> {
    if (act.does === 'tap') {
      const door = this.at.venue.doors[act.door]
      return door && this.tap(door, act.delta, dueMs)
    }
    const device = this.devices[act.who]
    if (act.does === 'open') await device?.open(dueMs)
    else if (act.does === 'report') await device?.report(dueMs)
    else await device?.pick(act.picks, dueMs)
  }

  /** A steward's phone sends one report at a time, and each until it is taken. */
  private tap(door: Door, delta: number, dueMs: number): Promise<void> {
    const turn = (this.doors.get(door) ?? Promise.resolve()).then(() => this.send(door, delta, dueMs))
    this.doors.set(door, turn)
    return turn
  }

  private async send({ secret, roomId }: Door, delta: number, dueMs: number): Promise<void> {
    const [id, at] = [randomUUID(), new Date().toISOString()]
    for (let failures = 1; ; failures++) {
      const body = JSON.stringify({ sentAt: new Date().toISOString(), readings: [{ id, at, kind: 'count', delta }] })
      const status = await this.at.wire
        .ask('POST', `/api/v1/steward/${secret}`, { body })
        .then((answer) => answer.status)
        .catch((error: unknown) => (error instanceof Error ? error.message : 'unknown'))
      if (typeof status === 'number' && status < 400) break
      this.at.tally.fail('tap', String(status))
      await wait(backoffMs(failures, Math.random()))
    }
    this.at.tally.note('tap', performance.now() - dueMs)
    this.tapIds.push(id)
    this.counts.set(roomId, (this.counts.get(roomId) ?? 0) + delta)
  }
}
