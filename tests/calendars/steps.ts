import type { PrismaClient } from '@/generated/prisma/client'
import { endDepartures } from '@/lib/feeds/end-departures'
import { joinGroup, leaveGroup, renameGroup } from '@/lib/planning/server/groups'
import { dropBlock, dropPick, setBlock } from '@/lib/planning/server/mutations'
import { setPicks } from '@/lib/planning/server/set-picks'
import { AppError } from '@/lib/platform/errors'
import { guardCodes } from '@/lib/schedule/bring-in/guards/guards'
import { importProgram } from '@/lib/schedule/bring-in/import-program'
import { setCancelled } from '@/lib/schedule/edit/cancel-session'
import { updateConference } from '@/lib/schedule/edit/conference'
import { editRoom } from '@/lib/schedule/edit/edit-room'
import { editSession } from '@/lib/schedule/edit/edit-session'
import { editSpeaker } from '@/lib/schedule/edit/edit-speaker'
import { editTrack } from '@/lib/schedule/edit/edit-track'
import type { SessionEdit } from '@/lib/schedule/edit/schema'
import { setSessionLinks } from '@/lib/schedule/edit/session-links'
import { mergedKinds } from '@/lib/schedule/merging/kinds'
import { mergeParts } from '@/lib/schedule/merging/merge-parts'
import { undoMerge } from '@/lib/schedule/merging/undo-merge'
import { undoImport } from '@/lib/schedule/releases/undo-import'
import { granted } from '../factories/granted'
import type { makePerson } from '../factories/person'
import { aProgram } from '../factories/program'

type Said = Parameters<typeof aProgram>[0][number]

/** A conference that is being planned, and somebody who plans in it. */
export type World = {
  db: PrismaClient
  conferenceId: string
  person: Awaited<ReturnType<typeof makePerson>>
  feedId: string
  blockId: string
  /** Who plans together with the person, unless they left; and where. */
  friend: Awaited<ReturnType<typeof makePerson>>
  groupId: string
  groupFeedId: string
  /** What its source says. */
  said: Said[]
}

/** Something that happens; `n` chooses to what. */
type Step = (world: World, n: number) => Promise<unknown>

const one = <T>(list: readonly T[], n: number): T => {
  const chosen = list[n % list.length]
  if (chosen === undefined) throw new AppError('NOT_FOUND', 'nothing to choose from')
  return chosen
}

const may = ({ conferenceId, person }: World) => granted<'editSchedule'>(conferenceId, person.id)

export async function bring({ db, conferenceId, said }: World): Promise<unknown> {
  const source = await db.source.findFirst({ where: { conferenceId }, select: { id: true } })
  return importProgram(
    db,
    {
      conferenceId,
      source: source ?? { name: 'Site', format: 'program-json', siteKey: 'site', address: null },
      program: aProgram(said),
      problems: [],
      userId: null,
      bytes: 10,
      accept: guardCodes,
    },
    new Date(),
  )
}

/** The source says something else of one of its sessions. */
const says =
  (change: (session: Said, n: number) => Said): Step =>
  (world, n) => {
    world.said = world.said.map((session, index) =>
      index === n % world.said.length ? change(session, n >> 4) : session,
    )
    return bring(world)
  }

/** An organizer corrects a session by its form. */
const corrects =
  (
    change: (edit: SessionEdit, n: number, world: World) => Promise<Partial<SessionEdit>> | Partial<SessionEdit>,
  ): Step =>
  async (world, n) => {
    const { db, conferenceId } = world
    const session = one(
      await db.session.findMany({
        where: { conferenceId },
        include: {
          rooms: { orderBy: { position: 'asc' } },
          speakers: { include: { speaker: true }, orderBy: { position: 'asc' } },
        },
        orderBy: { number: 'asc' },
      }),
      n,
    )
    const clock = (at: Date | null) => at && at.toISOString().slice(11, 16)
    const edit: SessionEdit = {
      title: session.title,
      dayOn: session.dayOn.toISOString().slice(0, 10),
      start: clock(session.startAt),
      end: clock(session.endAt),
      kind: session.kind,
      room: session.rooms[0]?.roomId ?? null,
      track: session.trackId,
      speakers: session.speakers.map(({ speaker: { name, company } }) => ({ name, company })),
      description: session.description,
      language: session.language,
      capacity: session.capacity,
      level: session.level,
      soldOut: session.flags.includes('sold-out'),
      separateRegistration: session.flags.includes('separate-registration'),
    }
    const changed = { ...edit, ...(await change(edit, n >> 4, world)) }
    return editSession(db, may(world), session.id, changed, new Date())
  }

const sessionOf = async ({ db, conferenceId }: World, n: number) =>
  one(await db.session.findMany({ where: { conferenceId }, orderBy: { number: 'asc' } }), n)

const standing = (world: World) => ({
  where: { conferenceId: world.conferenceId, archivedAt: null },
  orderBy: { id: 'asc' as const },
})

const hours = ['08:00', '09:00', '10:00', '11:00']
const companies = ['Acme', 'Initech']

/** One of each kind of thing that may become of a programme and a plan. */
export const steps: Record<string, Step> = {
  'source retimes': says((session, n) => ({
    ...session,
    startAt: `2026-03-24T${one(hours, n)}:00.000Z`,
    endAt: null,
  })),
  'source loses the time': says((session) => ({ ...session, startAt: null, endAt: null })),
  'source moves the day': says((session, n) => ({
    ...session,
    dayOn: one(['2026-03-24', '2026-03-25'], n),
    startAt: null,
    endAt: null,
  })),
  'source renames': says((session, n) => ({ ...session, title: `${session.sourceId}, take ${n % 9}` })),
  'source moves to another room': says((session, n) => ({
    ...session,
    rooms: [one(['Hall A', 'Hall B', 'Hall C'], n)],
  })),
  'source gives two rooms': says((session) => ({ ...session, rooms: ['Hall A', 'Hall B'] })),
  'source moves to another track': says((session, n) => ({ ...session, track: one(['Dev', 'Ops'], n) })),
  'source moves to another co-located event': says((session, n) => ({
    ...session,
    colocated: one(['Wasm Day', undefined, 'Rust Day'], n),
  })),
  'source changes speakers': says((session, n) => ({
    ...session,
    speakers: one([['Ann Lee'], ['Bo'], ['Ann Lee', 'Bo']], n),
  })),
  'source drops a session': async (world, n) => {
    world.said = world.said.filter((_, index) => index !== n % world.said.length || world.said.length < 4)
    return bring(world)
  },
  'source adds a session': async (world, n) => {
    const name = `Talk ${n % 99}`
    if (!world.said.some(({ sourceId }) => sourceId === name))
      world.said.push({ sourceId: name, title: name, rooms: ['Hall A'], track: 'Dev', speakers: ['Ann Lee'] })
    return bring(world)
  },
  'source changes nothing that is seen': says((session, n) => ({ ...session, capacity: 10 + n })),
  'same import again': (world) => bring(world),
  'undo of the last import': async (world) => {
    const release = await world.db.release.findFirst({
      where: { conferenceId: world.conferenceId, kind: 'import', undoneBy: null },
      orderBy: { number: 'desc' },
    })
    return release && undoImport(world.db, granted(world.conferenceId, world.person.id), release.number, new Date())
  },
  'organizer retimes': corrects((_, n) => ({ start: one(hours, n), end: null })),
  'organizer takes the time away': corrects(() => ({ start: null, end: null })),
  'organizer renames': corrects((_, n) => ({ title: `Title ${n % 7}` })),
  'organizer moves to another room': corrects(async (_, n, world) => ({
    room: one(await world.db.room.findMany(standing(world)), n).id,
  })),
  'organizer moves to another track': corrects(async (_, n, world) => ({
    track: one(await world.db.track.findMany(standing(world)), n).id,
  })),
  'organizer describes': corrects((_, n) => ({ description: one([null, ' ', 'More.', 'Less.'], n) })),
  'organizer sells out': corrects(({ soldOut }) => ({ soldOut: !soldOut })),
  'organizer counts seats': corrects((_, n) => ({ capacity: (n % 50) + 1 })),
  'organizer links slides': async (world, n) =>
    setSessionLinks(
      world.db,
      may(world),
      (await sessionOf(world, n)).id,
      { slidesUrl: `https://example.org/${n}`, replayUrl: null },
      new Date(),
    ),
  cancel: async (world, n) => setCancelled(world.db, may(world), (await sessionOf(world, n)).id, true, new Date()),
  restore: async (world, n) => setCancelled(world.db, may(world), (await sessionOf(world, n)).id, false, new Date()),
  'speaker renamed': async (world, n) => {
    const { id } = one(await world.db.speaker.findMany(standing(world)), n)
    const edit = { name: `Speaker ${n % 5}`, company: one(companies, n), tagline: `${n}`, bio: null }
    return editSpeaker(world.db, may(world), id, edit, new Date())
  },
  'room renamed': async (world, n) => {
    const { id } = one(await world.db.room.findMany(standing(world)), n)
    const edit = {
      name: `Room ${n % 6}`,
      floor: null,
      zone: `${n}`,
      capacity: (n % 99) + 1,
      capacityKind: 'seats' as const,
    }
    return editRoom(world.db, may(world), id, edit, new Date())
  },
  'track renamed': async (world, n) => {
    const { id } = one(await world.db.track.findMany(standing(world)), n)
    return editTrack(world.db, may(world), id, { name: `Track ${n % 6}`, color: (n % 12) + 1 }, new Date())
  },
  merge: async (world, n) => {
    const kind = one(mergedKinds, n)
    const { room, track, speaker } = world.db
    const parts: { id: string }[] =
      kind === 'room'
        ? await room.findMany(standing(world))
        : kind === 'track'
          ? await track.findMany(standing(world))
          : await speaker.findMany(standing(world))
    if (parts.length < 2) return undefined
    const pair = { kind, part: one(parts, n >> 4).id, into: one(parts, (n >> 4) + 1).id }
    return mergeParts(world.db, may(world), pair, new Date())
  },
  'undo of a merge': async (world, n) => {
    const merges = await world.db.merge.findMany({
      where: { conferenceId: world.conferenceId, undoneAt: null },
      orderBy: { createdAt: 'asc' },
    })
    return merges.length > 0 && undoMerge(world.db, may(world), one(merges, n).id, new Date())
  },
  'conference edited': async (world, n) =>
    updateConference(
      world.db,
      granted(world.conferenceId, world.person.id),
      {
        name: one(['Kube', 'Kube 2026'], n),
        timeZone: 'UTC',
        language: one(['en', 'fr'] as const, n >> 1),
        venue: one(['RAI', null], n >> 2),
        url: null,
        visibility: 'public',
      },
      new Date(),
    ),
  pick: (world, n) => setRank(world, n, 'first'),
  'pick instead': (world, n) => setRank(world, n, 'planB'),
  hide: (world, n) => setRank(world, n, 'hidden'),
  drop: (world, n) => dropRank(world, n),
  'friend picks': (world, n) => setRank(world, n, 'first', world.friend),
  'friend picks instead': (world, n) => setRank(world, n, 'planB', world.friend),
  'friend drops': (world, n) => dropRank(world, n, world.friend),
  'friend leaves': ({ db, friend, groupId }) => leaveGroup(db, friend.id, groupId),
  'friend comes': ({ db, friend, groupId, conferenceId }) =>
    joinGroup(db, friend.id, { groupId, conferenceId }, new Date()),
  'friend renamed': ({ db, friend }, n) =>
    db.user.update({ where: { id: friend.id }, data: { name: one(['Zoé', 'Zoe'], n) } }),
  'group renamed': ({ db, person, groupId }, n) => renameGroup(db, person.id, groupId, `Crew ${n % 3}`),
  'block set': (world, n) => {
    const startAt = `2026-03-24T${one(hours, n)}:00.000Z`
    const endAt = '2026-03-24T12:00:00.000Z'
    const block = { title: `Lunch ${n % 3}`, daily: n % 2 === 0, startAt, endAt }
    return world.db.$transaction((tx) =>
      setBlock(tx, world.person, { id: world.blockId, conferenceId: world.conferenceId, ...block }, new Date()),
    )
  },
  'block dropped': (world) =>
    world.db.$transaction((tx) => dropBlock(tx, world.person.id, { id: world.blockId }, new Date())),
  'person speaks another language': (world, n) =>
    world.db.user.update({ where: { id: world.person.id }, data: { language: one(['en', 'fr', null], n) } }),
  'thirty days pass': async (world) => {
    const { db, conferenceId, feedId, groupFeedId } = world
    await db.$executeRaw`
      UPDATE "Departure" SET "leftAt" = "leftAt" - interval '31 days' WHERE "conferenceId" = ${conferenceId}::uuid`
    await db.$executeRaw`
      UPDATE "FeedEntry" SET "goneAt" = "goneAt" - interval '31 days'
      WHERE "feedId" IN (${feedId}::uuid, ${groupFeedId}::uuid)`
    return endDepartures(db, new Date())
  },
}

async function setRank(
  world: World,
  n: number,
  rank: 'first' | 'planB' | 'hidden',
  person = world.person,
): Promise<unknown> {
  const sessionId = (await sessionOf(world, n)).id
  return world.db.$transaction((tx) => setPicks(tx, person, [{ sessionId, rank }], new Date()))
}

async function dropRank(world: World, n: number, person = world.person): Promise<unknown> {
  const sessionId = (await sessionOf(world, n)).id
  return world.db.$transaction((tx) => dropPick(tx, person.id, { sessionId }, new Date()))
}

/** Takes a step; what the product refuses has not happened. */
export async function take(world: World, name: string, n: number): Promise<void> {
  try {
    await steps[name]?.(world, n)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}
