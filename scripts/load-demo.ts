// Loads the demo by the ordinary import into the database of DATABASE_URL: all of it, or the conferences whose slugs are given.
// What is there stays as it is, but for Hallway Days, which is dated anew.
import type { PrismaClient } from '@/generated/prisma/client'
import { now } from '@/lib/platform/clock'
import { connect } from '@/lib/platform/db'
import { createConference } from '@/lib/schedule/conference'
import { importProgram } from '@/lib/schedule/import-program'
import { demoConferences, type DemoConference } from '@/prisma/demo/load'

const ALWAYS_NOW = 'hallway-days'

const wanted = process.argv.slice(2)
const db = connect(process.env.DATABASE_URL ?? '', 2)
const loaded: string[] = []
for (const conference of demoConferences(now())) {
  if ((wanted.length === 0 || wanted.includes(conference.slug)) && (await load(db, conference))) loaded.push(conference.slug)
}
await db.$disconnect()
console.log(loaded.join(', ') || 'up to date')

/** @returns whether anything was brought in */
async function load(db: PrismaClient, demo: DemoConference): Promise<boolean> {
  const conference = await findOrCreate(db, demo)
  // Somebody's own conference has the address.
  if (!conference.demo) return false
  let hasChanged = false
  for (const { name, program } of demo.sources) {
    const stored = conference.sources.find((source) => source.name === name)
    if (stored && demo.slug !== ALWAYS_NOW) continue
    const source = stored ?? { name, format: 'program-json', siteKey: null, address: null }
    const bytes = Buffer.byteLength(JSON.stringify(program))
    const outcome = await importProgram(db, { conferenceId: conference.id, source, program, problems: [], userId: null, bytes, accept: true }, now())
    if (!outcome.ok) throw new Error(`The demo conference ${demo.slug} was refused: ${outcome.reason}`)
    hasChanged ||= outcome.diffs.some(({ kind }) => kind !== 'unchanged')
  }
  return hasChanged
}

async function findOrCreate(db: PrismaClient, { slug, name, timeZone, language, venue }: DemoConference) {
  const found = await db.conference.findUnique({ where: { slug }, select: { id: true, demo: true, sources: { select: { id: true, name: true } } } })
  if (found) return found
  const { id } = await createConference(db, { slug, name, timeZone, language, venue, visibility: 'public', demo: true, ownerId: null }, now())
  return { id, demo: true, sources: [] }
}
