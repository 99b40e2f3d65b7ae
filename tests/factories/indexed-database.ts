import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../db'
import { makeConference } from './conference'
import { makePerson } from './person'
import { countingClient } from '../query-counter'

// What is asked often must be found by an index, however much else is in the database. On a small one Postgres reads
// whole tables, which is faster there: where it may not, a plan that still does so has no index to go by. What runs
// once a night (purge.ts) may read them whole.

/** Tables that are read whole on purpose, and why. */
const read: Record<string, string> = {
  Setting: 'a handful of rows',
}

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Index Cond'?: string
  'Recheck Cond'?: string
  Plans?: Node[]
}
const planSchema = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.custom<Node>() })) }))

/** The tables that a query reads from their first row to their last. */
async function readWhole(client: pg.Client, query: string): Promise<string[]> {
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

/** A person who is in a small conference, a client that counts, and which tables its queries read whole. */
export async function indexedDatabase() {
  const { db, url } = await testDatabase()
  const { counting, queriesOf } = countingClient(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  afterAll(() => client.end())

  const now = new Date('2026-03-24T09:30:00Z')
  const person = await makePerson(db)
  const conference = await makeConference(db, { sessions: 3 })
  const [sessionId = ''] = conference.sessionIds
  const room = await db.room.create({ data: { conferenceId: conference.id, slug: 'hall', name: 'Hall', capacity: 40 } })
  const place = { userId: person.id, conferenceId: conference.id }
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

  /** How many queries it sends, and those that find no index, with the tables that they read whole. */
  async function wholeReadsOf(
    run: () => Promise<unknown>,
  ): Promise<{ queries: number; whole: Record<string, string[]> }> {
    const queries = await queriesOf(run)
    const whole: Record<string, string[]> = {}
    for (const query of new Set(queries)) {
      const tables = await readWhole(client, query)
      if (tables.length > 0) whole[query.slice(0, 300)] = tables
    }
    return { queries: queries.length, whole }
  }
  return { db, counting, person, conference, sessionId, room, now, wholeReadsOf }
}
