import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { newManifest } from '../manifest'
import { heldConferences } from './held'

const tables = [
  { name: 'Conference', columns: ['id', 'slug', 'name', 'purgedAt'] },
  { name: 'Session', columns: ['conferenceId', 'status'] },
  { name: 'Pick', columns: ['conferenceId', 'droppedAt'] },
  { name: 'Note', columns: ['conferenceId', 'deletedAt'] },
  { name: 'Room', columns: ['conferenceId', 'name'] },
]
const known = { hallway: '0.1.0', madeAt: '2026-11-30T04:00:00Z', migrations: ['20260101000000_first'], secrets: false }
const manifest = newManifest({ ...known, tables })

it('lists the conferences of a backup with what people see in them, by their address', async () => {
  const held = heldConferences()
  const parts: [string, string[]][] = [
    ['Conference', ['a\tzoo\tTwo\\tparts \\\\ and a tail\t\\N', 'b\tart\tArt\t\\N', 'c\tgone\tGone\t2026-01-01']],
    ['Session', ['a\tconfirmed', 'a\tcancelled', 'a\ttentative', 'c\tconfirmed']],
    ['Pick', ['a\t\\N', 'b\t2026-01-01']],
    ['Note', ['b\t\\N', 'b\t2026-01-01']],
    ['Room', ['a\tHall']],
  ]
  for (const [table, lines] of parts) {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
    await held.take({ kind: 'rows', table }, { stream: Readable.from([]), bytes: async () => bytes }, manifest)
  }
  expect(held.list()).toEqual([
    { slug: 'art', name: 'Art', sessions: 0, picks: 0, notes: 1 },
    { slug: 'zoo', name: 'Two\tparts \\ and a tail', sessions: 2, picks: 1, notes: 0 },
  ])
})
