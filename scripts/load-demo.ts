// Loads the demo by the ordinary import into the database of DATABASE_URL: what is missing of it, and Hallway Days
// dated anew. With --redate only the latter, where it is shown.
import type { PrismaClient } from '@/generated/prisma/client'
import { now } from '@/lib/platform/clock'
import { connect } from '@/lib/platform/db'
import { readOwnEnvironment } from '@/lib/platform/environment/own-start'
import { createConference } from '@/lib/schedule/edit/conference'
import { guardCodes } from '@/lib/schedule/bring-in/guards/guards'
import { importProgram } from '@/lib/schedule/bring-in/import-program'
import { demoConferences, type DemoConference } from '@/prisma/demo/load'
import { loadPlans } from '@/prisma/demo/load-plans'
import { redateDemo } from '@/server/jobs/redate-demo'

const db = connect((await readOwnEnvironment()).DATABASE_URL, 2)
const redated = (await redateDemo(db, now())) ? ['Hallway Days dated anew'] : []
const loaded: string[] = []
for (const conference of process.argv.includes('--redate') ? [] : demoConferences(now())) {
  if (await load(db, conference)) loaded.push(conference.slug)
}
await db.$disconnect()
console.log([...loaded, ...redated].join(', ') || 'up to date')

/** @returns whether anything of it was missing */
async function load(db: PrismaClient, demo: DemoConference): Promise<boolean> {
  const conference = await findOrCreate(db, demo)
  const missing = demo.sources.filter(({ name }) => !conference.sourceNames.includes(name))
  // Without its mark it is somebody's own conference at that address.
  if (!conference.demo) return false
  for (const { name, program } of missing) {
    const source = { name, format: 'program-json', siteKey: program.siteKey, address: null }
    const bytes = Buffer.byteLength(JSON.stringify(program))
    const outcome = await importProgram(
      db,
      { conferenceId: conference.id, source, program, problems: [], userId: null, bytes, accept: guardCodes },
      now(),
    )
    if (!outcome.ok) throw new Error(`The demo conference ${demo.slug} was refused: ${outcome.reason}`)
  }
  const isPlanned = await loadPlans(db, conference.id, demo.floors ?? [], now())
  return isPlanned || missing.length > 0
}

async function findOrCreate(
  db: PrismaClient,
  { slug, name, timeZone, language, venue }: DemoConference,
): Promise<{ id: string; demo: boolean; sourceNames: string[] }> {
  const found = await db.conference.findUnique({
    where: { slug },
    select: { id: true, demo: true, sources: { select: { name: true } } },
  })
  if (found) return { ...found, sourceNames: found.sources.map((source) => source.name) }
  const { id } = await createConference(
    db,
    { slug, name, timeZone, language, venue, visibility: 'public', demo: true, ownerId: null },
    now(),
  )
  return { id, demo: true, sourceNames: [] }
}
