import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conference } from '@/generated/prisma/client'
import { findAdapter } from '@/lib/formats/registry'
import type { Program } from '@/lib/program/program'
import { programSchema } from '@/lib/program/program'
import { guardCodes } from '@/lib/schedule/bring-in/guards/guards'
import { importProgram } from '@/lib/schedule/bring-in/import-program'
import { createConference } from '@/lib/schedule/edit/conference'
import { loadAgenda } from '@/lib/schedule/read/load-agenda'
import { demoConferences } from '@/prisma/demo/load'
import { testDatabase } from '@/tests/db'
import { hostileProgram, zones } from '@/tests/factories/hostile-programme'
import { readByIcalJs, readByNodeIcal, type ReadEvent } from '@/tests/feeds/calendar-readers'
import { factsRead, factsSent, type Facts } from '@/tests/feeds/facts'
import { faultsOfJson, faultsOfXml } from '@/scripts/frab/frab-contract'
import { faultsOfCalendar } from '@/tests/feeds/ics-contract'
import { documents } from './documents'
import { loadProgramme } from './exports/load-programme'

const { db } = await testDatabase()
const now = new Date('2026-03-24T09:00:00Z')
const place = { db, publicUrl: 'https://hallway.example', instanceId: 'f00d' }

type About = { slug: string; name: string; timeZone: string; language?: string; venue?: string }

async function bring(about: About, sources: { name: string; program: Program }[]): Promise<Conference> {
  const { id } = await createConference(db, { ...about, visibility: 'public', ownerId: null }, now)
  for (const { name, program } of sources) {
    const source = { name, format: 'program-json', siteKey: null, address: null }
    const request = { conferenceId: id, source, program, problems: [], userId: null, bytes: 0, accept: guardCodes }
    expect(await importProgram(db, request, now)).toMatchObject({ ok: true })
  }
  return db.conference.findUniqueOrThrow({ where: { id } })
}

/** Every calendar of a conference by its path; of its speakers and sessions each fortieth. */
async function calendarsOf(conference: Conference): Promise<Map<string, string>> {
  const agenda = await loadAgenda(db, conference.id)
  const slugs: Record<string, { slug: string }[]> = {
    ...{ tracks: agenda?.tracks ?? [], rooms: agenda?.rooms ?? [], colocated: agenda?.colocatedEvents ?? [] },
    speakers: agenda?.speakers.filter((_, at) => at % 40 === 0) ?? [],
    sessions: agenda?.sessions.filter((_, at) => at % 40 === 0) ?? [],
  }
  const found = new Map<string, string>()
  for (const { path, render } of documents.filter(({ path }) => path.endsWith('.ics')))
    for (const { slug } of slugs[path.split('/')[0] ?? ''] ?? [{ slug: '' }]) {
      const content = await render({ ...place, conference, params: { slug } })
      const text = typeof content === 'object' && content !== null && 'text' in content ? content.text : content
      if (typeof text === 'string') found.set(path.replace(':slug', slug), text)
    }
  return found
}

async function exportOf(conference: Conference, path: string): Promise<string> {
  const content = await documents
    .find((document) => document.path === path)
    ?.render({ ...place, conference, params: {} })
  return typeof content === 'string' ? content : ''
}

/** What is wrong with the calendars, each with its path. */
function faultsIn(calendars: ReadonlyMap<string, string>): string[] {
  return [...calendars]

    .flatMap(([path, text]) => faultsOfCalendar(new TextEncoder().encode(text)).map((fault) => `${path}: ${fault}`))
}

/** node-ical unescapes "\\\\n" as a line break. */
function comparable(events: ReadEvent[]): ReadEvent[] {
  const plain = (text: string) => text.replace(/[\\n\n]/g, '')
  return events.map((event) => ({
    ...event,
    ...{ summary: plain(event.summary), description: plain(event.description), location: plain(event.location) },
  }))
}

describe.each(demoConferences(now))('$slug', ({ sources, ...about }) => {
  const ready = bring(about, sources)

  it('has calendars that keep the contract, and say the same to two readers', async () => {
    const calendars = await calendarsOf(await ready)
    expect(faultsIn(calendars)).toEqual([])
    expect(calendars.size).toBeGreaterThan(3)
    for (const text of calendars.values()) expect(readByNodeIcal(text)).toEqual(readByIcalJs(text))
  })

  it('comes back from its calendar, but for what a calendar cannot carry', async () => {
    const conference = await ready
    const bytes = new TextEncoder().encode((await calendarsOf(conference)).get('schedule.ics'))
    const files = [{ name: 'schedule.ics', bytes }]
    const parsed = findAdapter(files)?.parse(files, { timeZone: conference.timeZone })
    const programme = await loadProgramme({ ...place, conference })
    const read = parsed ? factsRead(parsed.program) : []
    const sent = programme ? factsSent(programme) : []
    expect(read.map(asRead).sort()).toEqual(sent.map(asSent(conference, sent)).sort())
  })

  it('has frab files that keep the contract', async () => {
    const conference = await ready
    expect(faultsOfXml(await exportOf(conference, 'schedule.xml'))).toEqual([])
    expect(faultsOfJson(await exportOf(conference, 'schedule.json'))).toEqual([])
  })
})

/**
 * Rooms are one line there, and marks in a title are flags to who reads it; a kind, speakers and much else are only
 * words of the text.
 */
function asRead({ id, title, cancelled, startAt, endAt, dayOn, rooms, track }: Facts): string {
  // The day of what has a time is guessed.
  const when = startAt ?? dayOn
  return JSON.stringify([id?.replace('@f00d.hallway', ''), title, cancelled, when, endAt, rooms.join(), track])
}

/** A venue that is the place of everything is read as a room. */
function asSent({ venue }: Conference, all: Facts[]): (fact: Facts) => string {
  const nowhere = venue !== null && all.every(({ rooms }) => rooms.length === 0) ? [venue] : []
  return (fact) => {
    const endAt = fact.endAt !== null && fact.startAt !== null && fact.endAt > fact.startAt ? fact.endAt : null
    const title = fact.title.replace(/^\[SOLD OUT\] | \| (?:SEPARATE REGISTRATIONS?|ALL ACCESS PASS) REQUIRED$/g, '')
    return asRead({ ...fact, title, endAt, rooms: fact.rooms.length > 0 ? [fact.rooms.join(', ')] : nowhere })
  }
}

it('keeps the contract whatever a source says', async () => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(
      hostileProgram(),
      fc.constantFrom(...zones),
      fc.constantFrom('en', 'fr'),
      async (given, timeZone, language) => {
        const program = programSchema.safeParse(given).data
        fc.pre(program !== undefined)
        const conference = await bring({ slug: `hostile-${++count}`, name: program.title ?? 'x', timeZone, language }, [
          { name: 'a', program },
        ])
        const calendars = await calendarsOf(conference)
        expect(faultsIn(calendars)).toEqual([])
        for (const text of calendars.values())
          expect(comparable(readByNodeIcal(text))).toEqual(comparable(readByIcalJs(text)))
        expect(faultsOfXml(await exportOf(conference, 'schedule.xml'))).toEqual([])
        expect(faultsOfJson(await exportOf(conference, 'schedule.json'))).toEqual([])
      },
    ),
    { numRuns: 25 },
  )
})
