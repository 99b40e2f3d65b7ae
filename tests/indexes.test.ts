import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
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
import { testDatabase } from './db'
import { makeConference } from './factories/conference'
import { makePerson } from './factories/person'
import { countingClient } from './query-counter'

// What is asked often must be found by an index, however much else is in the database. On a small one Postgres reads
// whole tables, which is faster there: where it may not, a plan that still does so has no index to go by. What runs
// once a night (purge.ts) may read them whole.

const { db, url } = await testDatabase()
const { counting, queriesOf } = countingClient(url)
const client = new pg.Client({ connectionString: url })
await client.connect()
afterAll(() => client.end())

/** Tables that are read whole on purpose, and why. */
const read: Record<string, string> = {
  Setting: 'a handful of rows',
}

const now = new Date('2026-03-24T09:30:00Z')
const person = await makePerson(db)
const conference = await makeConference(db, { sessions: 3 })
const [sessionId = ''] = conference.sessionIds
const room = await db.room.create({ data: { conferenceId: conference.id, slug: 'hall', name: 'Hall', capacity: 40 } })
const place = { userId: person.id, conferenceId: conference.id }
const documentContext = {
  db: counting,
  conference,
  params: { slug: '1-session-1' },
  publicUrl: 'https://hallway.example',
  instanceId: 'test',
}

beforeAll(async () => {
  await client.query('SET enable_seqscan = off')
  await db.membership.create({ data: { ...place, role: 'organizer' } })
  await db.sessionRoom.create({ data: { sessionId, roomId: room.id } })
  await db.pick.create({ data: { ...place, sessionId, rank: 'first', revision: 1 } })
  await db.group.create({
    data: { conferenceId: conference.id, name: 'Team', members: { create: { userId: person.id } } },
  })
  await db.reading.create({
    data: { ...place, id: randomUUID(), roomId: room.id, kind: 'level', level: 'full', readAt: now },
  })
})

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Index Cond'?: string
  'Recheck Cond'?: string
  Plans?: Node[]
}
const planSchema = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.custom<Node>() })) }))

/** The tables that a query reads from their first row to their last. */
async function readWhole(query: string): Promise<string[]> {
  if (!/^\s*(\/\*.*\*\/\s*)?(SELECT|UPDATE|DELETE|WITH)\b/i.test(query)) return []
  const { rows } = await client.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${query}`)
  const [found] = planSchema.parse(rows)
  const wholes: string[] = []
  const visit = (node: Node) => {
    const isWhole =
      node['Node Type'] === 'Seq Scan' || (/^Index (Only )?Scan$/.test(node['Node Type']) && !node['Index Cond'])
    if (isWhole && node['Relation Name']) wholes.push(node['Relation Name'])
    for (const below of node.Plans ?? []) visit(below)
  }
  for (const { Plan } of found?.['QUERY PLAN'] ?? []) visit(Plan)
  return wholes.filter((table) => !(table in read))
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
  const queries = await queriesOf(run)
  expect(queries.length).toBeGreaterThan(0)
  const whole: Record<string, string[]> = {}
  for (const query of new Set(queries)) {
    const tables = await readWhole(query)
    if (tables.length > 0) whole[query.slice(0, 300)] = tables
  }
  expect(whole).toEqual({})
})
