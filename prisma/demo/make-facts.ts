import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { z } from 'zod'
import type { Adapter } from '@/lib/formats/reading/adapter'
import { schedIcs } from '@/lib/formats/sched-ics/sched-ics'
import { sessionize } from '@/lib/formats/sessionize/sessionize'
import { startProgram } from '@/lib/formats/reading/program-draft'
import { sessionKinds } from '@/lib/program/session-kinds'
import type { Program } from '@/lib/program/program'

/**
 * Writes the demo's programmes of real conferences, from a folder that holds `schedules/` and `facts/`: npx tsx
 * prisma/demo/make-facts.ts FOLDER Facts only: titles, names, companies, rooms, times, tracks, kinds, co-located
 * events. Descriptions, biographies, roles and links stay out.
 */
const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Which folder? npx tsx prisma/demo/make-facts.ts FOLDER (it holds schedules/ and facts/)')

const nothing = {
  sourceId: null,
  description: null,
  cancelled: false,
  startAt: null,
  endAt: null,
  trackKey: null,
  language: null,
  url: null,
  capacity: null,
}

const kubecon = 'schedules/sched-ics/kubecon-eu-2026'
const munich = 'schedules/sessionize-json/kcd-munich-2024-view'
write('kubecon-eu-2026', {
  ...parse(schedIcs, 'Europe/Amsterdam', `${kubecon}/kccnceu2026-all-v2-20260317.ics`),
  timeZone: 'Europe/Amsterdam',
  language: 'en',
})
write('kubecon-eu-2026-colocated', {
  ...parse(schedIcs, 'Europe/Amsterdam', `${kubecon}/colocatedeventseu2026-all-DERIVED.ics`),
  timeZone: 'Europe/Amsterdam',
  language: 'en',
})
write('kcd-munich-2024', {
  ...parse(sessionize, 'Europe/Berlin', `${munich}-GridSmart.json`, `${munich}-Speakers.json`),
  title: 'KCD Munich 2024',
  siteKey: 'kcd-munich-2024',
  timeZone: 'Europe/Berlin',
  language: 'en',
})
write('devworld-2024', devworld())
write('kubecon-eu-2024', kubeconParis())

function parse(adapter: Adapter, timeZone: string, ...paths: string[]): Program {
  const { program, problems } = adapter.parse(
    paths.map((path) => ({ name: path, bytes: read(path) })),
    { timeZone },
  )
  for (const { path, code, detail } of problems) console.warn(`${path}: ${code} ${detail}`)
  return program
}

function read(path: string): Uint8Array {
  return readFileSync(join(folder ?? '', path))
}

function rows<Row>(path: string, schema: z.ZodType<Row>): Row[] {
  const table = Papa.parse(new TextDecoder().decode(read(path)), { header: true, skipEmptyLines: true })
  return z.array(schema).parse(table.data)
}

/** Two days without times. On the Duck stages sound comes by headset. */
function devworld(): Program {
  const draft = startProgram()
  const table = rows(
    'facts/devworld-2024.csv',
    z.object({ Day: z.iso.date(), Talk: z.string(), Speaker: z.string(), Company: z.string(), Stage: z.string() }),
  )
  table.forEach(({ Day, Talk, Speaker, Company, Stage }, index) => {
    const roomKey = draft.addRoom(Stage, { capacityKind: Stage.startsWith('Duck') ? 'headsets' : 'seats' })
    const speakerKey = draft.addSpeaker({ name: Speaker, company: Company })
    draft.addSession(`row ${index + 2}`, {
      ...nothing,
      rawTitle: Talk,
      kind: 'talk',
      dayOn: Day,
      roomKeys: roomKey ? [roomKey] : [],
      colocatedKey: null,
      speakerKeys: speakerKey ? [speakerKey] : [],
    })
  })
  return {
    ...draft.finish().program,
    title: 'DevWorld 2024',
    siteKey: 'devworld-2024',
    timeZone: 'Europe/Amsterdam',
    language: 'en',
  }
}

/** What one attendee went to or wanted to, days without times; what became of it is their own. */
function kubeconParis(): Program {
  const draft = startProgram()
  const row = z.object({
    Day: z.iso.date(),
    Session: z.string(),
    Speakers: z.string(),
    Companies: z.string(),
    Kind: z.string(),
    'Co-located event': z.string(),
  })
  rows('facts/kubecon-eu-2024.csv', row).forEach(
    ({ Day, Session, Speakers, Companies, Kind, 'Co-located event': colocated }, index) => {
      if (Kind === 'personal block') return
      const companies = Companies.split('; ')
      // Where nobody is named, the companies are who gives it.
      const people = Speakers
        ? Speakers.split('; ').map((name, at) => ({ name, company: companies[at] ?? companies[0] }))
        : companies.map((name) => ({ name }))
      const speakerKeys = people.flatMap((person) => draft.addSpeaker(person) ?? [])
      const kind = z.enum(sessionKinds).safeParse(Kind).data ?? 'service'
      draft.addSession(`row ${index + 2}`, {
        ...nothing,
        rawTitle: Session,
        kind,
        dayOn: Day,
        roomKeys: [],
        colocatedKey: draft.addColocatedEvent(colocated),
        speakerKeys,
      })
    },
  )
  return {
    ...draft.finish().program,
    title: 'KubeCon + CloudNativeCon Europe 2024',
    siteKey: 'kubecon-eu-2024',
    timeZone: 'Europe/Paris',
    language: 'en',
  }
}

/** One entry a line, so that a difference can be read; what is null, empty or false is left out. */
function write(name: string, program: Program): void {
  const { rooms, tracks, colocatedEvents, speakers, sessions, ...head } = program
  const used = new Set(sessions.flatMap(({ speakerKeys }) => speakerKeys))
  const lists = {
    rooms,
    tracks,
    colocatedEvents,
    speakers: speakers
      .filter(({ key }) => used.has(key))
      .map(({ key, name: fullName, company }) => ({ key, name: fullName, company })),
    sessions: sessions.map(({ sourceId, title, ...session }) => ({
      sourceId,
      title,
      ...session,
      rawTitle: null,
      description: null,
      url: null,
    })),
  }
  const parts = Object.entries(lists).map(
    ([part, entries]) => `"${part}":[${entries.map((entry) => `\n${JSON.stringify(present(entry))}`).join(',')}]`,
  )
  const text = `{${Object.entries(head)
    .map(([field, value]) => `"${field}":${JSON.stringify(value)}`)
    .join(',')},\n${parts.join(',\n')}}\n`
  writeFileSync(fileURLToPath(new URL(`./${name}.json`, import.meta.url)), text)
  console.log(
    `${name}.json: ${sessions.length} sessions, ${rooms.length} rooms, ${lists.speakers.length} speakers, ` +
      `${text.length} characters`,
  )
}

function present(entry: object): object {
  return Object.fromEntries(
    Object.entries(entry).filter(
      ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  )
}
