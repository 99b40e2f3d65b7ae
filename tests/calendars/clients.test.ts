import fc from 'fast-check'
import { expect, it } from 'vitest'
import { calendarWords } from '@/lib/feeds/calendar-words'
import { documents } from '@/lib/feeds/documents'
import { findFeed } from '@/lib/feeds/secret/find-feed'
import { createFeedToken } from '@/lib/feeds/token'
import { createGroup, joinGroup } from '@/lib/planning/server/groups'
import { pageAddress } from '@/lib/program/addresses'
import { testDatabase } from '../db'
import { makeConference } from '../factories/conference'
import { makePerson } from '../factories/person'
import { openDoor, until } from '../front-door'
import { DatedClient, ReplacingClient, StrictClient, type Told } from './clients'
import { bring, steps, take, type World } from './steps'

// Calendars that subscribe to a conference, a room, a speaker, a co-located event, a plan and a group's, while anything
// that may happens to them; HALLWAY_SEED=… runs again what failed, HALLWAY_LONG=1 takes the whole way.
const { db, url } = await testDatabase()
const instanceId = 'test'
const publicUrl = 'https://hallway.example'
const LENGTH = process.env.HALLWAY_LONG ? 500 : 40
const seed = Number(process.env.HALLWAY_SEED ?? 13)

const door = await openDoor({
  db,
  url,
  documents: [
    ...documents,
    { path: 'version.txt', mediaType: 'text/plain', cache: 'live', render: async (at) => `${at.conference.version}` },
  ],
  feed: (request) => findFeed({ db, ...request, publicUrl, instanceId }),
})

async function makeWorld(): Promise<{ world: World; slug: string; secrets: string[] }> {
  const { id: conferenceId, slug } = await makeConference(db, { sessions: 0 })
  const [person, friend] = [await makePerson(db), await makePerson(db)]
  await db.conference.update({ where: { id: conferenceId }, data: { timeZone: 'UTC', venue: 'RAI' } })
  const group = await createGroup(db, person.id, { conferenceId, name: 'Crew' }, new Date())
  if (!group.ok) throw new Error(group.reason)
  await joinGroup(db, friend.id, { groupId: group.id, conferenceId }, new Date())
  const of = { userId: person.id, conferenceId, name: 'Phone' }
  const plan = await createFeedToken(db, of, new Date())
  const together = await createFeedToken(db, { ...of, subject: 'group', subjectId: group.id }, new Date())
  const world: World = {
    ...{ db, conferenceId, person, feedId: plan.id, blockId: crypto.randomUUID() },
    ...{ friend, groupId: group.id, groupFeedId: together.id },
    said: ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((name, index) => ({
      sourceId: name,
      title: name,
      rooms: [['Hall A', 'Hall B', 'Hall C'][index % 3] ?? ''],
      track: index % 2 ? 'Dev' : 'Ops',
      colocated: index < 2 ? 'Wasm Day' : undefined,
      speakers: [index % 2 ? 'Ann Lee' : 'Bo'],
    })),
  }
  await bring(world)
  return { world, slug, secrets: [plan.secret, together.secret] }
}

/** What stands in the calendar at this address, told without any of what writes calendars. */
async function truthAt(path: string, isOfGroup: boolean, world: World): Promise<Told[]> {
  const { conferenceId, person, friend, groupId, feedId } = world
  const conference = await db.conference.findUniqueOrThrow({ where: { id: conferenceId } })
  const { language } = await db.user.findUniqueOrThrow({ where: { id: person.id } })
  const sessions = await db.session.findMany({
    where: { conferenceId, status: { not: 'cancelled' } },
    include: {
      rooms: { include: { room: true }, orderBy: [{ position: 'asc' }, { roomId: 'asc' }] },
      speakers: true,
      picks: { where: { droppedAt: null, rank: { not: 'hidden' } } },
    },
  })
  const told = (session: (typeof sessions)[number], summary = session.title): Told => ({
    uid: `${session.id}@${instanceId}.hallway`,
    summary,
    start: instant(session.startAt) ?? session.dayOn.toISOString().slice(0, 10),
    location: [...session.rooms.map(({ room }) => room.name), conference.venue].filter(Boolean).join(', '),
  })
  const sorted = (list: Told[]) => list.sort((a, b) => a.uid.localeCompare(b.uid))
  if (path.startsWith('/feeds/')) {
    const words = calendarWords(language ?? conference.language)
    if (isOfGroup) {
      const members = await db.groupMember.findMany({ where: { groupId } })
      const hasFriend = members.some(({ userId }) => userId === friend.id)
      const { name } = await db.user.findUniqueOrThrow({ where: { id: friend.id } })
      const ofGroup = sessions.flatMap((session) => {
        const seen = session.picks.filter(({ userId }) => hasFriend || userId === person.id)
        if (seen.length === 0) return []
        const going = seen.filter(({ rank }) => rank === 'first').map(({ userId }) => userId)
        const names = [going.includes(person.id) && words('me'), going.includes(friend.id) && name].filter(Boolean)
        const { title } = session
        return told(
          session,
          names.length > 0
            ? words('groupTitle', { names: names.join(', '), title })
            : words('groupNobodyTitle', { title }),
        )
      })
      return sorted(ofGroup)
    }
    const picked = sessions.flatMap((session) =>
      session.picks
        .filter(({ userId }) => userId === person.id)
        .map(({ rank }) =>
          told(session, rank === 'planB' ? words('planBTitle', { title: session.title }) : session.title),
        ),
    )
    const blocks = await db.block.findMany({ where: { userId: person.id, droppedAt: null } })
    const days = [
      ...new Set(
        (await db.session.findMany({ where: { conferenceId } })).map(({ dayOn }) => dayOn.toISOString().slice(0, 10)),
      ),
    ]
    const own = blocks.flatMap(({ id, title: summary, startAt, daily }) =>
      (daily ? days : [null]).map((day) => ({
        uid: `${day ? `${id}-${day}` : id}@${instanceId}.hallway`,
        summary,
        start: day ? `${day}T${startAt.toISOString().slice(11, 19)}Z` : (instant(startAt) ?? ''),
        location: '',
      })),
    )
    return sorted([...picked, ...own].filter(({ uid }) => !uid.startsWith(feedId)))
  }
  const [, , , place = '', file = ''] = path.split('/')
  const slug = file.replace('.ics', '')
  const partId = await idOf(conferenceId, place, slug)
  return sorted(
    sessions
      .filter(
        (session) =>
          place === 'schedule.ics' ||
          [session.trackId, session.colocatedId].includes(partId) ||
          session.rooms.some(({ roomId }) => roomId === partId) ||
          session.speakers.some(({ speakerId }) => speakerId === partId),
      )
      .map((session) => told(session)),
  )
}

const instant = (date: Date | null) => date && date.toISOString().replace('.000Z', 'Z')

/** What a part's address is of by now, whatever it was renamed to or merged into. */
async function idOf(conferenceId: string, place: string, slug: string): Promise<string> {
  if (place === 'schedule.ics') return ''
  const kind =
    place === 'rooms' ? 'room' : place === 'tracks' ? 'track' : place === 'speakers' ? 'speaker' : 'colocated'
  const alias = await db.addressAlias.findFirst({ where: { conferenceId, kind, slug } })
  if (alias) return alias.partId
  const where = { conferenceId, slug }
  const parts = [
    ...(kind === 'room' ? await db.room.findMany({ where }) : []),
    ...(kind === 'track' ? await db.track.findMany({ where }) : []),
    ...(kind === 'speaker' ? await db.speaker.findMany({ where }) : []),
    ...(kind === 'colocated' ? await db.colocatedEvent.findMany({ where }) : []),
  ]
  return parts[0]?.id ?? ''
}

/** Without what a plan says while nothing is in it. */
const withoutNotice = (told: Told[], { feedId, groupFeedId }: World) =>
  told.filter(({ uid }) => !uid.startsWith(feedId) && !uid.startsWith(groupFeedId))

async function heard({ conferenceId }: World, slug: string): Promise<void> {
  const { version } = await db.conference.findUniqueOrThrow({ where: { id: conferenceId }, select: { version: true } })
  await until(
    () => door.ask(`/c/${slug}/version.txt`),
    ({ text }) => text === `${version}`,
  )
}

it(
  `lets three kinds of calendars end with what is true, after each of ${LENGTH} random steps`,
  async () => {
    const { world, slug, secrets } = await makeWorld()
    const base = pageAddress(slug, 'now')
    const paths = [
      `${base}/schedule.ics`,
      `${base}/rooms/hall-a.ics`,
      `${base}/tracks/dev.ics`,
      `${base}/speakers/ann-lee.ics`,
      `${base}/colocated/wasm-day.ics`,
      ...secrets.map((secret) => `/feeds/${secret}.ics`),
    ]
    const followers = paths.map((path, index) => ({
      path,
      strict: new StrictClient(door.ask, path, index % 2 === 1),
      dated: new DatedClient(door.ask, path, index % 2 === 1),
      replacing: new ReplacingClient(door.ask, path, index % 2 === 1),
    }))
    const chosen = fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat({ max: 65_535 }))
    const [way = []] = fc.sample(fc.array(chosen, { minLength: LENGTH, maxLength: LENGTH, size: 'max' }), {
      seed,
      numRuns: 1,
    })
    const walked: string[] = []
    for (const [name, n] of [['same import again', 0] as const, ...way]) {
      walked.push(`${name} ${n}`)
      await take(world, name, n)
      await heard(world, slug)
      for (const [index, { path, strict, dated, replacing }] of followers.entries()) {
        const context = () => `seed ${seed}, ${path}, after ${walked.slice(-4).join(', ')}`
        try {
          await strict.poll(/merge/.test(name))
          await dated.poll()
          await replacing.poll()
        } catch (error) {
          throw new Error(context(), { cause: error })
        }
        expect(dated.text, context()).toBe(replacing.text)
        const truth = await truthAt(replacing.path, index === paths.length - 1, world)
        expect(withoutNotice(replacing.standing(), world), context()).toEqual(truth)
        expect(withoutNotice(strict.standing(), world), context()).toEqual(truth)
      }
    }
  },
  LENGTH * 5_000,
)
