import type { PrismaClient } from '@/generated/prisma/client'
import { importProgram } from '@/lib/schedule/bring-in/import-program'
import { hallwayDays } from '@/prisma/demo/hallway-days'

/** The demo's own conference. @param firstDay "YYYY-MM-DD" @returns its id */
export async function makeHallwayDays(db: PrismaClient, firstDay: string, now: Date): Promise<string> {
  const conference = await db.conference.create({
    data: {
      slug: 'hallway-days',
      name: 'Hallway Days',
      acronym: 'hall',
      timeZone: 'Europe/Paris',
      visibility: 'public',
      demo: true,
    },
  })
  const source = { name: 'Hallway Days', format: 'program-json', siteKey: 'hallway-days', address: null }
  await importProgram(
    db,
    {
      conferenceId: conference.id,
      source,
      program: hallwayDays(firstDay),
      problems: [],
      userId: null,
      bytes: 0,
      accept: [],
    },
    now,
  )
  return conference.id
}
