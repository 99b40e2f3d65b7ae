import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { languages, type Language } from '@/lib/i18n/language-names'
import { messagesOf } from '@/lib/i18n/messages'
import { SESSION_IDLE_S, SESSION_LIFE_S } from '@/lib/people/session-token'
import { PARCEL_LIFE_MINUTES } from '@/lib/sync/parcel-limits'

// How long what is kept of people: the code, docs/privacy.md and the page /privacy say the same.

type Told = { table: string; message: keyof ReturnType<typeof messagesOf>['privacy'] }

/** Where each time is told, or why it is nobody's. A new one is decided here. */
const told: Record<string, Told | string> = {
  'lib/desk/board/server/discard-moves.ts DISCARDED_KEPT_DAYS': 'moves on the board, the conference’s',
  'lib/feeds/end-departures.ts GONE_KEPT_DAYS': 'what left a calendar, said to its program',
  'lib/feeds/token.ts REVOKED_KEPT_MS': { table: 'FeedToken', message: 'longSignIn' },
  'lib/notes/server/purge-notes.ts DELETED_KEPT_MS': { table: 'Note', message: 'longYours' },
  'lib/notes/server/purge-photos.ts DELETED_KEPT_MS': { table: 'Photo', message: 'longYours' },
  'lib/notes/server/purge-photos.ts LOOSE_KEPT_MS': { table: 'Photo', message: 'longLoose' },
  'lib/notifications/server/new-alert.ts TOLD_KEPT_MS': { table: 'Alert', message: 'longSignIn' },
  'lib/operating/server/acts.ts ACTS_KEPT_DAYS': { table: 'OperatorAct', message: 'seesOperator' },
  'lib/people/server/blocked-addresses.ts KEPT_DAYS': { table: 'Setting', message: 'longStays' },
  'lib/people/server/invitations.ts INVITATIONS_KEPT_MS': { table: 'Invitation', message: 'longSignIn' },
  'lib/rooms/server/mutations.ts REPORTERS_KEPT_MS': { table: 'Reading', message: 'guestReport' },
  'lib/schedule/building/plan-pictures.ts REMOVED_KEPT_MS': 'pictures of floors',
  'lib/schedule/edit/conference-bin.ts CONFERENCE_KEPT_DAYS': 'a programme',
  'lib/sync/server/marks.ts MARKS_KEPT_MS': { table: 'SyncMark', message: 'longDevices' },
  'server/jobs/purge.ts CODES_KEPT_MS': { table: 'SignInCode', message: 'longSignIn' },
  'server/jobs/purge.ts MUTATIONS_KEPT_MS': { table: 'Mutation', message: 'longDevices' },
  'server/jobs/redate-demo.ts KEPT_MS': 'what guests reported in the demo',
}

const words: Record<Language, (days: number) => string> = {
  en: (days) => ({ 1: 'a day', 730: 'two years' })[days] ?? `${days}\u00a0days`,
  fr: (days) => ({ 1: 'un jour', 730: 'deux ans' })[days] ?? `${days}\u00a0jours`,
}

/** Every time in the code after which something is purged, in days. */
async function readTimes(): Promise<Record<string, number>> {
  const times: Record<string, number> = {}
  const folders = ['lib', 'server']
  const files = await Promise.all(
    folders.map(async (folder) => (await readdir(folder, { recursive: true })).map((file) => `${folder}/${file}`)),
  )
  // What a device keeps is the person's own.
  for (const path of files.flat().filter((file) => /(?<!\.test)\.ts$/.test(file) && !file.includes('/device/'))) {
    const found = (await readFile(path, 'utf8')).matchAll(/^(?:export )?const (\w*KEPT_(?:MS|DAYS)) = (\d*)(.*)$/gm)
    for (const [, name = '', number = '', unit = ''] of found) {
      expect([path, name, unit]).toEqual([path, name, name.endsWith('_DAYS') ? '' : number ? ' * DAY_MS' : 'DAY_MS'])
      times[`${path} ${name}`] = Number(number || 1)
    }
  }
  return times
}

const times = await readTimes()

it('decides of each time in the code where people are told of it', () => {
  expect(Object.keys(told).toSorted()).toEqual(Object.keys(times).toSorted())
})

it('says each time that concerns people in docs/privacy.md, in the row of its table', async () => {
  const rows = (await readFile('docs/privacy.md', 'utf8')).split('\n').filter((line) => line.includes('`'))
  const missing = Object.entries(told).filter(([name, where]) => {
    const word = words.en(times[name] ?? 0).replace('\u00a0', ' ')
    return typeof where !== 'string' && !rows.some((row) => row.includes(`\`${where.table}`) && row.includes(word))
  })
  expect(missing).toEqual([])
})

it.each(languages)('says each of them on the page, in %s', (language) => {
  const { privacy } = messagesOf(language)
  const missing = Object.entries(told).filter(
    ([name, where]) => typeof where !== 'string' && !privacy[where.message].includes(words[language](times[name] ?? 0)),
  )
  expect(missing).toEqual([])
  const [life, idle] = [SESSION_LIFE_S, SESSION_IDLE_S].map((s) => words[language](s / 86_400))
  expect(privacy.longSignIn).toContain(life)
  expect(privacy.longSignIn).toContain(idle)
  expect(privacy.longDevices).toContain(`${PARCEL_LIFE_MINUTES}\u00a0minutes`)
})

it('shows on the page all that there is to say', async () => {
  const shown = await readFile('components/people/privacy-words.tsx', 'utf8')
  const keys = Object.keys(messagesOf('en').privacy).filter((key) => !['title', 'link', 'lead'].includes(key))
  expect(keys.filter((key) => !shown.includes(`'${key}'`))).toEqual([])
})
