import ICAL from 'ical.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { mergeParts } from '@/lib/schedule/merging/merge-parts'
import type { PartKind } from '@/lib/program/parts'
import { testDatabase } from '@/tests/db'
import { granted } from '@/tests/factories/granted'
import { countingClient } from '@/tests/query-counter'
import { conferenceCalendar, partCalendar, sessionCalendar } from './conference-calendar'
import type { DocumentContext } from './document'

const { db, url } = await testDatabase()
const { counting, countQueries } = countingClient(url)
let context: DocumentContext

const at = (time: string) => new Date(`2026-03-24T${time}:00Z`)
const dayOn = new Date('2026-03-24T00:00:00Z')
const createdAt = new Date('2026-01-02T03:04:05Z')

beforeEach(async () => {
  await db.conference.deleteMany()
  const conference = await db.conference.create({
    data: {
      slug: 'kube',
      name: 'Kube, 2026',
      acronym: 'kube',
      timeZone: 'Europe/Amsterdam',
      venue: 'RAI; Amsterdam',
      visibility: 'public',
    },
  })
  context = { db, conference, params: {}, publicUrl: 'https://hallway.example', instanceId: 'f00d' }
})

type SessionParts = {
  kind?: 'talk' | 'break' | 'container'
  startAt?: Date | null
  endAt?: Date | null
  title?: string
  description?: string
  rooms?: string[]
  speakers?: { name: string; company?: string }[]
  track?: string
}

let lastNumber = 0
beforeEach(() => void (lastNumber = 0))

async function addSession({
  rooms = [],
  speakers = [],
  track,
  startAt = at('13:15'),
  title = 'Talk',
  ...rest
}: SessionParts = {}) {
  const conferenceId = context.conference.id
  const number = ++lastNumber
  const slugOf = (name: string) => name.toLowerCase().replace(/\W+/g, '-')
  const roomIds = await Promise.all(
    rooms.map((name) =>
      db.room.upsert({
        where: { conferenceId_slug: { conferenceId, slug: slugOf(name) } },
        create: { conferenceId, slug: slugOf(name), name },
        update: {},
      }),
    ),
  )
  const speakerIds = await Promise.all(
    speakers.map((speaker) =>
      db.speaker.create({ data: { conferenceId, slug: `${slugOf(speaker.name)}-${number}`, ...speaker } }),
    ),
  )
  return db.session.create({
    data: {
      conferenceId,
      number,
      dayOn,
      title,
      rawTitle: title,
      startAt,
      createdAt,
      updatedAt: createdAt,
      ...rest,
      ...(track && {
        trackId: (await db.track.create({ data: { conferenceId, slug: slugOf(track), name: track, color: 1 } })).id,
      }),
      rooms: { create: roomIds.map(({ id }, position) => ({ roomId: id, position })) },
      speakers: { create: speakerIds.map(({ id }, position) => ({ speakerId: id, position })) },
    },
  })
}

function events(text: string | null): Record<string, string>[] {
  const component = new ICAL.Component(ICAL.parse(text ?? ''))
  return component
    .getAllSubcomponents('vevent')
    .map((event) =>
      Object.fromEntries(event.getAllProperties().map((property) => [property.name, String(property.getFirstValue())])),
    )
}

const titles = async (text: Promise<string | null>) => events(await text).map(({ summary }) => summary)

const whole = async (of = context) => (await conferenceCalendar(of))?.text ?? null

describe('conferenceCalendar', () => {
  it('tells a session whole', async () => {
    const session = await addSession({
      title: 'Rust; or, controllers',
      description: ' First.\r\nSecond. ',
      endAt: at('13:45'),
      rooms: ['Hall 7', 'Hall 8'],
      track: 'Runtime',
      speakers: [{ name: 'Ada', company: 'Engines' }, { name: 'Bob' }],
    })
    expect(events(await whole())).toEqual([
      {
        uid: `${session.id}@f00d.hallway`,
        sequence: '0',
        status: 'CONFIRMED',
        transp: 'TRANSPARENT',
        dtstamp: '2026-01-02T03:04:05Z',
        'last-modified': '2026-01-02T03:04:05Z',
        created: '2026-01-02T03:04:05Z',
        dtstart: '2026-03-24T13:15:00Z',
        dtend: '2026-03-24T13:45:00Z',
        summary: 'Rust; or, controllers',
        location: 'Hall 7, Hall 8, RAI; Amsterdam',
        description:
          'Ada (Engines), Bob\n\nFirst.\nSecond.\n\nhttps://hallway.example/c/kube/sessions/1-rust-or-controllers',
        categories: 'Runtime',
        url: 'https://hallway.example/c/kube/sessions/1-rust-or-controllers',
      },
    ])
  })

  it('holds containers and services, by start and number, and those of no time as days', async () => {
    await addSession({ title: 'second of two', startAt: at('10:00') })
    await addSession({ title: 'third of two', startAt: at('10:00') })
    await addSession({ title: 'lunch', kind: 'break', startAt: at('09:00') })
    await addSession({ title: 'container', kind: 'container', startAt: at('08:00') })
    await addSession({ title: 'some day', startAt: null })
    expect(events(await whole()).map(({ summary, dtstart }) => [summary, dtstart])).toEqual([
      ['container', '2026-03-24T08:00:00Z'],
      ['lunch', '2026-03-24T09:00:00Z'],
      ['second of two', '2026-03-24T10:00:00Z'],
      ['third of two', '2026-03-24T10:00:00Z'],
      ['some day', '2026-03-24'],
    ])
  })

  it('is the same where no entry shows what changed, also in its order', async () => {
    const { id } = await addSession({ title: 'first', startAt: at('09:00') })
    await addSession({ title: 'second', startAt: at('10:00') })
    const before = await whole()
    await db.session.update({ where: { id }, data: { dayOn: new Date('2026-03-25'), capacity: 7 } })
    expect(await whole()).toBe(before)
  })

  it('is not there while it would be empty', async () => {
    expect(await whole()).toBeNull()
  })

  it('keeps a cancelled session, says so in the conference’s language, and takes it back', async () => {
    const { id } = await addSession()
    await db.session.update({ where: { id }, data: { status: 'cancelled', cancelledAt: createdAt, sequence: 1 } })
    const french = { ...context, conference: { ...context.conference, language: 'fr' } }
    expect(events(await whole())).toMatchObject([{ status: 'CANCELLED', sequence: '1', summary: 'Cancelled: Talk' }])
    expect(events(await whole(french))).toMatchObject([
      { status: 'CANCELLED', sequence: '1', summary: 'Annulée\u00A0: Talk' },
    ])
    await db.session.update({ where: { id }, data: { status: 'confirmed', cancelledAt: null, sequence: 2 } })
    expect(events(await whole())).toMatchObject([{ status: 'CONFIRMED', sequence: '2', summary: 'Talk' }])
  })

  it('gives the same bytes for the same state', async () => {
    await addSession({ rooms: ['Hall 7', 'Hall 8'], speakers: [{ name: 'Ada' }, { name: 'Bob' }] })
    expect(await whole()).toBe(await whole())
  })

  it('injects nothing from the names of a hostile conference', async () => {
    const evil = 'x"\r\nBEGIN:VEVENT\r\nX-EVIL:1\n<script>;,\\n\u2028X-EVIL:2'
    await addSession({
      title: evil,
      description: evil,
      rooms: ['Hall 7'],
      track: 'T',
      speakers: [{ name: evil, company: evil }],
    })
    await db.room.updateMany({ data: { name: evil } })
    await db.track.updateMany({ data: { name: evil } })
    const text = await whole({ ...context, conference: { ...context.conference, name: evil, venue: evil } })
    expect(
      (text ?? '')
        .replace(/\r\n /g, '')
        .split(/[\r\n\u2028\u0085]+/)
        .filter((line) => /^X-EVIL|^BEGIN/.test(line)),
    ).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VEVENT'])
  })

  it('lets no name turn around what stands beside it', async () => {
    await addSession({
      title: 'Talk \u202Eback',
      rooms: ['אולם', 'Hall'],
      speakers: [{ name: '\u202Eדנה', company: 'Acme' }, { name: 'Bo' }],
    })
    const [event] = new ICAL.Component(ICAL.parse((await whole()) ?? '')).getAllSubcomponents('vevent')
    const said = (name: string) => String(event?.getFirstPropertyValue(name))
    expect([said('summary'), said('location'), said('description').split('\n')[0]]).toEqual([
      'Talk back',
      '\u2068אולם\u2069, Hall, RAI; Amsterdam',
      '\u2068דנה\u2069 (Acme), Bo',
    ])
  })

  it('asks the database as often for many sessions as for one', async () => {
    const countWhole = () => countQueries(() => whole({ ...context, db: counting }))
    await addSession({ rooms: ['Hall 7'], speakers: [{ name: 'Ada' }], track: 'A' })
    const forOne = await countWhole()
    await addSession({ rooms: ['Hall 8', 'Hall 9'], speakers: [{ name: 'Bob' }], track: 'B' })
    await addSession({ rooms: ['Hall 7'], speakers: [{ name: 'Cyd' }] })
    expect([forOne > 1, await countWhole()]).toEqual([true, forOne])
  })
})

/** The calendar of a part under the address that it has. */
async function textOf(kind: PartKind, slug: string): Promise<string | null> {
  const content = await partCalendar({ ...context, params: { slug } }, kind)
  if (content === null) return null
  return 'movedTo' in content ? content.movedTo : content.text
}

it('turns no letters around for anything that somebody named', async () => {
  const disguised = 'Talk \u202Egnp.exe'
  context = { ...context, conference: { ...context.conference, name: disguised } }
  await addSession({ title: disguised, description: disguised, rooms: [disguised], track: disguised })
  const text = await whole()
  expect([text?.includes('gnp.exe'), /[\u202D\u202E]/.test(text ?? '')]).toEqual([true, false])
})

describe('partCalendar', () => {
  it('holds the sessions of one track, room, speaker or co-located event, under its own name', async () => {
    const own = await addSession({ title: 'Mine', rooms: ['Hall 7'], track: 'Runtime', speakers: [{ name: 'Ada' }] })
    await addSession({ title: 'Other', rooms: ['Hall 8'], track: 'Security', speakers: [{ name: 'Bob' }] })
    const colocated = await db.colocatedEvent.create({
      data: { conferenceId: context.conference.id, slug: 'wasm-day', name: 'Wasm Day', key: 'wasm day' },
    })
    await db.session.update({ where: { id: own.id }, data: { colocatedId: colocated.id } })

    const parts = [
      ['track', 'runtime'],
      ['room', 'hall-7'],
      ['speaker', 'ada-1'],
      ['colocated', 'wasm-day'],
    ] as const
    for (const [kind, slug] of parts) expect(await titles(textOf(kind, slug))).toEqual(['Mine'])

    const track = await textOf('track', 'runtime')
    expect(track).toContain('\r\nNAME:Kube\\, 2026: Runtime\r\n')
    expect(track).toContain('\r\nSOURCE;VALUE=URI:https://hallway.example/c/kube/tracks/runtime.ics\r\n')
    expect(track).toContain('\r\nURL:https://hallway.example/c/kube/tracks/runtime\r\n')
  })

  it('of a merged room or track leads to the calendar of what it was merged into', async () => {
    await addSession({ title: 'Here', rooms: ['Old hall'], track: 'Old track' })
    await addSession({ title: 'There', rooms: ['Hall'], track: 'Track' })
    const { id: conferenceId } = context.conference
    const idsOf = (rows: { id: string; slug: string }[], slug: string) =>
      rows.find((row) => row.slug === slug)?.id ?? ''
    const [rooms, tracks] = [
      await db.room.findMany({ where: { conferenceId } }),
      await db.track.findMany({ where: { conferenceId } }),
    ]
    const { id: userId } = await db.user.create({ data: { email: `${conferenceId}@example.org` } })
    for (const pair of [
      { kind: 'room' as const, part: idsOf(rooms, 'old-hall'), into: idsOf(rooms, 'hall') },
      { kind: 'track' as const, part: idsOf(tracks, 'old-track'), into: idsOf(tracks, 'track') },
    ])
      await mergeParts(db, granted(conferenceId, userId), pair, createdAt)
    for (const [kind, before, now, moved] of [
      ['room', 'old-hall', 'hall', 'rooms/hall.ics'],
      ['track', 'old-track', 'track', 'tracks/track.ics'],
    ] as const) {
      expect(await textOf(kind, before)).toBe(moved)
      expect(await titles(textOf(kind, now))).toEqual(['Here', 'There'])
    }
  })

  it('knows nothing of a slug that this conference does not have', async () => {
    const other = await db.conference.create({
      data: { slug: 'other', name: 'Other', acronym: 'other', timeZone: 'UTC' },
    })
    await db.track.create({ data: { conferenceId: other.id, slug: 'runtime', name: 'Runtime', color: 1 } })
    expect(await partCalendar({ ...context, params: { slug: 'runtime' } }, 'track')).toBeNull()
  })
})

describe('sessionCalendar', () => {
  const textAt = async (slug: string) => {
    const answer = await sessionCalendar({ ...context, params: { slug } })
    return answer && 'text' in answer ? answer.text : answer
  }

  it('has the entry that the conference’s calendar has of it, but for a time that is taken', async () => {
    const session = await addSession({ title: 'Rust', rooms: ['Hall 7'], speakers: [{ name: 'Ada' }] })
    await addSession({ title: 'Other' })
    const text = await textAt('1-rust')
    const [inAll] = events(await whole())
    expect(events(String(text))).toEqual([{ ...inAll, transp: 'OPAQUE' }])
    expect(inAll?.uid).toBe(`${session.id}@f00d.hallway`)
    expect(String(text)).not.toMatch(/^(METHOD|SOURCE)/m)
  })

  it('is led to by the number alone and by a title of before', async () => {
    await addSession({ title: 'Rust' })
    expect([await textAt('1'), await textAt('1-go')]).toEqual([
      { movedTo: 'sessions/1-rust.ics' },
      { movedTo: 'sessions/1-rust.ics' },
    ])
  })

  it('is a day where there is no time, and not there without a session', async () => {
    await addSession({ title: 'Later', startAt: null })
    expect(events(String(await textAt('1-later')))).toMatchObject([{ dtstart: '2026-03-24', transp: 'TRANSPARENT' }])
    const slugs = ['2', '0', 'rust', '1rust', '99999999999']
    expect(await Promise.all(slugs.map(textAt))).toEqual(slugs.map(() => null))
  })
})
