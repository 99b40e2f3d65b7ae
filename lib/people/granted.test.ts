import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { granted } from '@/tests/factories/granted'
import type { Granted } from './granted'

it('is made of no ids, and of no other permission: what forgets to ask does not compile', () => {
  const isEditor = (proof: Granted<'editSchedule'>) => proof.conferenceId
  // @ts-expect-error ids prove nothing
  expect(isEditor({ conferenceId: 'kcd', userId: 'ada' })).toBe('kcd')
  // @ts-expect-error who may import may not do all else
  expect(isEditor(granted<'import'>('kcd'))).toBe('kcd')
  expect(isEditor(granted<'editSchedule'>('kcd'))).toBe('kcd')
})

it('comes into being in one place', async () => {
  const rooms = ['app', 'components', 'lib', 'server', 'scripts']
  const names = (
    await Promise.all(
      rooms.map(async (room) => (await readdir(room, { recursive: true })).map((name) => `${room}/${name}`)),
    )
  ).flat()
  const found = []
  for (const name of names.filter((each) => /\.(tsx?|mjs)$/.test(each)))
    if (/\bas Granted</.test(await readFile(name, 'utf8'))) found.push(name)
  expect(found).toEqual(['lib/people/server/grant.ts'])
})
