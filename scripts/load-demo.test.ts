import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createConference } from '@/lib/schedule/edit/conference'
import { deleteConference } from '@/lib/schedule/edit/conference-bin'
import { testDatabase } from '@/tests/db'
import { granted } from '@/tests/factories/granted'
import { runProgram } from './programs.mjs'

const { db, url } = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'hallway-demo-'))

async function loadDemo(now: string, ...words: string[]) {
  const { ok, output } = await runProgram(process.execPath, ['--import', 'tsx', 'scripts/load-demo.ts', ...words], {
    env: { DATABASE_URL: url, HALLWAY_DATA: folder, HALLWAY_NOW: now },
  })
  // As `up` reads it: a library's warnings may stand above.
  return { ok, said: output.trim().split('\n').at(-1) }
}

async function firstDays() {
  const conferences = await db.conference.findMany({
    orderBy: { slug: 'asc' },
    select: { slug: true, sessions: { orderBy: { dayOn: 'asc' }, take: 1, select: { dayOn: true } } },
  })
  return Object.fromEntries(
    conferences.map(({ slug, sessions }) => [slug, sessions[0]?.dayOn.toISOString().slice(0, 10)]),
  )
}

test('loads what is missing, dates Hallway Days to today, and leaves somebody’s own conference alone', async () => {
  await createConference(
    db,
    { name: 'Ours', slug: 'kcd-munich-2024', timeZone: 'Europe/Berlin', ownerId: null },
    new Date('2027-01-04T12:00:00Z'),
  )
  expect(await loadDemo('2027-01-04T12:00:00Z')).toEqual({
    ok: true,
    said: 'hallway-days, kubecon-eu-2026, kubecon-eu-2024, devworld-2024',
  })
  const loaded = {
    'devworld-2024': '2024-02-29',
    'hallway-days': '2027-01-04',
    'kcd-munich-2024': undefined,
    'kubecon-eu-2024': '2024-03-19',
    'kubecon-eu-2026': '2026-03-22',
  }
  expect(await firstDays()).toEqual(loaded)
  const building = await db.floor.findMany({
    where: { conference: { slug: 'hallway-days' } },
    orderBy: { position: 'asc' },
    select: { name: true, width: true, height: true, metresWide: true, rooms: { select: { name: true } } },
  })
  expect(building.map(({ rooms, ...floor }) => ({ ...floor, rooms: rooms.length }))).toEqual([
    { name: 'Ground floor', width: 1800, height: 1200, metresWide: 60, rooms: 5 },
    { name: '1er étage, roof', width: 1800, height: 1200, metresWide: 60, rooms: 3 },
    { name: 'Niveau −1', width: 1800, height: 1200, metresWide: 60, rooms: 2 },
  ])
  expect((await readdir(join(folder, 'blobs'), { recursive: true })).filter((name) => name.length > 30).length).toBe(3)
  expect(await loadDemo('2027-01-04T12:00:00Z')).toEqual({ ok: true, said: 'Hallway Days dated anew' })
  expect(await loadDemo('2027-01-09T12:00:00Z', '--redate')).toEqual({ ok: true, said: 'Hallway Days dated anew' })
  expect(await firstDays()).toEqual({ ...loaded, 'hallway-days': '2027-01-09' })
})

test('dates nothing that was removed', async () => {
  const { id } = await db.conference.findUniqueOrThrow({ where: { slug: 'hallway-days' }, select: { id: true } })
  await deleteConference(db, granted(id), new Date('2027-01-10T11:00:00Z'))
  expect(await loadDemo('2027-01-10T12:00:00Z', '--redate')).toEqual({ ok: true, said: 'up to date' })
})
