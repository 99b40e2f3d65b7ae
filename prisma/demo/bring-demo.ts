import type { PrismaClient } from '@/generated/prisma/client'
import { createConference } from '@/lib/schedule/conference'
import { importProgram } from '@/lib/schedule/import-program'
import { demoConferences, type DemoConference } from './load'

/** The example that is always happening now. */
export const ALWAYS_NOW = 'hallway-days'

/**
 * Brings the examples in by the ordinary import: those that are missing are made, the others are brought up to date.
 * @returns each conference's slug, with how many sessions came or changed
 */
export async function bringDemo(db: PrismaClient, now: Date, note: (line: string) => void = () => undefined): Promise<void> {
  // On a new installation nobody is there yet: the first to sign in becomes their owner.
  const first = await db.user.findFirst({ orderBy: { createdAt: 'asc' }, select: { id: true } })
  for (const conference of demoConferences(now)) {
    const known = await db.conference.findUnique({ where: { slug: conference.slug }, select: { id: true } })
    const { slug, name, timeZone, language, venue } = conference
    const { id } = known ?? (await createConference(db, { slug, name, timeZone, language, venue, visibility: 'public', demo: true, ownerId: first?.id ?? null }, now))
    note(`${slug}: ${await bringSources(db, id, conference, now)} sessions`)
  }
}

/** Dates *Hallway Days* so that today is its first or second day, if it is still here: an ordinary import of its next edition. */
export async function redateDemo(db: PrismaClient, now: Date): Promise<void> {
  const known = await db.conference.findUnique({ where: { slug: ALWAYS_NOW, demo: true }, select: { id: true } })
  const conference = demoConferences(now).find(({ slug }) => slug === ALWAYS_NOW)
  if (known && conference) await bringSources(db, known.id, conference, now)
}

async function bringSources(db: PrismaClient, conferenceId: string, { sources }: DemoConference, now: Date): Promise<number> {
  let sessions = 0
  for (const { name, program } of sources) {
    const known = await db.source.findUnique({ where: { conferenceId_name: { conferenceId, name } }, select: { id: true } })
    const source = known ?? { name, format: 'program-json', siteKey: program.siteKey, address: null }
    await importProgram(db, { conferenceId, source, program, problems: [], userId: null, bytes: 0, accept: true }, now)
    sessions += program.sessions.length
  }
  return sessions
}
