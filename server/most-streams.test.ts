import { readFile } from 'node:fs/promises'
import { request, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { root } from '@/scripts/programs.mjs'
import { testDatabase } from '@/tests/db'
import { makeConference, openDoor, until } from '@/tests/front-door'
import { mostStreamsFor } from './most-streams'

const { db, url } = await testDatabase()
const MIB = 2 ** 20

it('is few where there is little memory, and never more than a process can tell', () => {
  expect([mostStreamsFor(256 * MIB), mostStreamsFor(64 * 1024 * MIB, 4096 * MIB)]).toEqual([500, 20_000])
})

it('is as the table says of containers', async () => {
  const text = await readFile(join(root, 'docs/self-hosting.md'), 'utf8')
  const rows = [...text.matchAll(/^\| ([\d,]+) MiB \| ([\d,]+) \| ([\d,]+) \|$/gm)].map(([, ...columns]) =>
    columns.map((column) => Number(column.replace(',', ''))),
  )
  expect(rows.length).toBeGreaterThan(2)
  expect(rows.map(([memory = 0, heap = 0]) => [memory, heap, mostStreamsFor(memory * MIB, heap * MIB)])).toEqual(rows)
})

it('is how many are told; the next is refused, and all else goes on', async () => {
  vi.spyOn(process, 'constrainedMemory').mockReturnValue(256 * MIB)
  const door = await openDoor({ db, url })
  const { id } = await makeConference(db, 'full')
  /** From an address of its own, for one address has but a share. */
  const listen = (from: string) =>
    new Promise<IncomingMessage>((done, fail) => {
      const path = `/api/live?topics=conference:${id}`
      const asked = request({ host: '127.0.0.1', port: door.port, path, localAddress: from, agent: false }, done)
      asked.once('error', fail).end()
    })
  const first = await until(
    () => listen('127.0.0.1'),
    ({ statusCode }) => statusCode === 200,
  )
  const froms = Array.from({ length: 499 }, (_, at) => `127.0.0.${1 + (at % 2)}`)
  const others = await Promise.all(froms.map(listen))
  const refused = await listen('127.0.0.3')
  expect(new Set(others.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '30'])
  expect((await door.ask('/api/health')).status).toBe(200)
  for (const answer of [first, refused, ...others]) answer.destroy()
})
