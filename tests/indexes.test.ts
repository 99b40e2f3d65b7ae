import { expect, it } from 'vitest'
import { documents } from '@/lib/feeds/documents'
import { pull, servedDocuments } from '@/lib/handlers'
import { alertPeople } from '@/lib/notifications/server/alert-people'
import { exportAccount } from '@/lib/people/server/export-account'
import { loadVapidKeys } from '@/lib/notifications/server/vapid'
import { listInvitations } from '@/lib/people/server/invitations'
import { makeSignInCode, redeemCode } from '@/lib/people/server/mutations'
import { findInvitation, listGroups } from '@/lib/planning/server/groups'
import { findAuthor, listByConference } from '@/lib/recaps/server/public-queries'
import { findDoor, findStewardLink } from '@/lib/rooms/server/steward-links'
import { publishPlanned } from '@/lib/desk/board/server/publish-planned'
import { takeDueSource } from '@/lib/schedule/checks/checked-source'
import { listSources } from '@/lib/schedule/checks/list-sources'
import { loadAgenda } from '@/lib/schedule/read/load-agenda'
import { findConferences } from '@/lib/schedule/read/find-conferences'
import { listForHome, listNames } from '@/lib/schedule/read/list-conferences'
import { getConference, getSession, listRooms, listTracksToEdit } from '@/lib/schedule/read/queries'
import { indexedDatabase } from './factories/indexed-database'

const { db, counting, person, conference, now, wholeReadsOf } = await indexedDatabase()
const documentContext = {
  db: counting,
  conference,
  params: { slug: '1-session-1' },
  publicUrl: 'https://hallway.example',
  instanceId: 'test',
}

const asked: [what: string, run: () => Promise<unknown>][] = [
  ['home of a guest', () => listForHome(counting, { kind: 'guest' }, { recent: [conference.slug], now })],
  ['home', () => listForHome(counting, person, { recent: [], now })],
  ['a search on Home', () => findConferences(counting, person, `hall ${conference.slug}`)],
  ['names of conferences', () => listNames(counting, person)],
  ['a conference by its address', () => getConference(counting, conference.slug)],
  ['a session', () => getSession(counting, conference.id, 1)],
  ['an agenda', () => loadAgenda(counting, conference.id)],
  ['invitations', () => listInvitations(counting, person)],
  ['groups', () => listGroups(counting, person.id, conference.id)],
  ['rooms to edit', () => listRooms(counting, conference.id)],
  ['tracks to edit', () => listTracksToEdit(counting, conference.id)],
  ['sources', () => listSources(counting, conference.id)],
  ['an invitation to a group', () => findInvitation(counting, 'x'.repeat(32))],
  ['an author', () => findAuthor(counting, 'nobody', now)],
  ['recaps of a conference', () => listByConference(counting, conference.id, now)],
  ['a steward’s link', () => findStewardLink(counting, 'x'.repeat(32))],
  ['a door', () => findDoor(counting, 'x'.repeat(32))],
  ['a pull', () => pull(counting, person, { person: person.id, after: 0, mark: '' })],
  ['a code', () => makeSignInCode(counting, { email: person.email, deviceHash: null }, 's'.repeat(32), now)],
  [
    'signing in',
    () => redeemCode(counting, { email: person.email, deviceHash: null, code: '000000' }, 's'.repeat(32), now),
  ],
  [
    'alerts',
    async () => alertPeople(counting, { vapid: await loadVapidKeys(db), contact: 'mailto:ada@example.org' }, now),
  ],
  ['sources that are due', () => takeDueSource(counting, now)],
  ['planned releases', () => publishPlanned(counting, () => now)],
  ['export of an account', () => exportAccount(counting, person.id)],
  ...servedDocuments.map(({ document, render }): (typeof asked)[number] => [
    document.name,
    () => render({ db: counting, conferenceId: conference.id, now }),
  ]),
  ...documents.map((document): (typeof asked)[number] => [document.path, () => document.render(documentContext)]),
]

it.each(asked)('%s', async (_, run) => {
  const { queries, whole } = await wholeReadsOf(run)
  expect(queries).toBeGreaterThan(0)
  expect(whole).toEqual({})
})
