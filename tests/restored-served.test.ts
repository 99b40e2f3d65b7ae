import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { writeBackupFile } from '@/lib/backup/backup-file'
import { restoreFromBackup } from '@/lib/backup/conference/restore-from-backup'
import { restoreRows } from '@/lib/backup/restore-rows'
import { documents } from '@/lib/feeds/documents'
import { listActs } from '@/lib/operating/server/acts'
import { deleteConference } from '@/lib/schedule/edit/conference-bin'
import { purgeConferences } from '@/lib/schedule/edit/purge-conferences'
import { testDatabase } from './db'
import { makeConference } from './factories/conference'
import { granted } from './factories/granted'
import { makePerson } from './factories/person'
import { openDoor, until } from './front-door'

// A server that runs while one conference of a backup is restored: it was asked for it before, and is asked again.

const [there, beside, here] = [await testDatabase(), await testDatabase(), await testDatabase()]
const folder = mkdtempSync(join(tmpdir(), 'hallway-served-'))
const path = join(folder, 'backup.tar.gz')
const now = new Date('2026-11-30T04:00:00Z')
const conference = await makeConference(there.db, { sessions: 4 })
const titles = ['Session 1', 'Session 2', 'Session 3', 'Session 4']
const door = await openDoor({
  ...here,
  documents,
  next: async ({ url }, response) => void response.end(`drawn: ${url}`),
})

beforeAll(async () => {
  process.env.HALLWAY_DATA = folder
  await writeBackupFile(path, { url: there.url, hallway: '0.1.0', secrets: null, now })
  await restoreRows({ url: beside.url, path, pictures: false })
})

const given = { from: beside.url, to: here.url, path, slug: conference.slug, now, blockedSince: async () => null }
const FILES = ['schedule.ics', 'agenda.json', 'schedule.json', 'schedule.xml'] as const

/** What each of its addresses answers, and which of the sessions that says. */
async function served(slug: string) {
  const answers = await Promise.all(FILES.map((file) => door.ask(`/c/${slug}/${file}`)))
  const page = await door.ask(`/c/${slug}`)
  return {
    page: [page.status, page.text],
    files: answers.map(({ status, text }) => [status, titles.filter((title) => text.includes(title))]),
  }
}

it('has its page, calendar, agenda and exports with every session as soon as it is there', async () => {
  const { slug } = conference
  expect((await served(slug)).files).toEqual(FILES.map(() => [404, []]))
  await restoreFromBackup({ ...given, isTrial: false })
  const whole = { page: [200, `drawn: /c/${slug}`], files: FILES.map(() => [200, titles]) }
  const isThere = () => door.ask(`/c/${slug}/schedule.ics`)
  const calendar = await until(isThere, ({ status }) => status === 200)
  expect(calendar.text.match(/BEGIN:VEVENT/g)).toHaveLength(titles.length)
  expect(await served(slug)).toEqual(whole)

  const owner = await makePerson(here.db)
  await deleteConference(here.db, granted(conference.id, owner.id), new Date('2026-10-01T00:00:00Z'))
  await until(isThere, ({ status }) => status === 404)
  await purgeConferences(here.db, now)
  await restoreFromBackup({ ...given, isTrial: false })
  await until(isThere, ({ status }) => status === 200)
  expect(await served(slug)).toEqual(whole)
})

it('leaves a line in the log of what was done to an installation, a trial none', async () => {
  await restoreFromBackup({ ...given, as: 'a-trial', isTrial: true })
  const act = { id: expect.any(String), kind: 'restored', at: now, reason: '', by: null, byCommand: true, person: null }
  // Both at one instant: the one whose conference is there first.
  const acts = (await listActs(here.db)).toSorted((one, other) => Number(!one.conference) - Number(!other.conference))
  expect(acts).toEqual([
    { ...act, conference: conference.name },
    { ...act, conference: null },
  ])
})
