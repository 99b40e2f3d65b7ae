import { beforeEach, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeBoard } from '@/tests/factories/board'
import { setAbsences, setAllowsOverlap } from './board-facts'
import { loadBoard } from './load-board'

const { db } = await testDatabase()
const now = new Date('2026-03-20T10:00:00Z')
const span = (from: string, to: string) => ({
  startAt: `2026-03-24T${from}:00.000Z`,
  endAt: `2026-03-24T${to}:00.000Z`,
})

let board: Awaited<ReturnType<typeof makeBoard>>
beforeEach(async () => {
  board = await makeBoard(db)
})
const load = () => loadBoard(db, board.ann.granted)

it('lets a room hold several, once for every board', async () => {
  const say = (allowsOverlap: boolean) =>
    setAllowsOverlap(db, board.ann.granted, { room: board.hall, allowsOverlap }, now)
  await say(true)
  await say(true)
  const { rooms, version } = await load()
  expect([rooms.map(({ name, allowsOverlap }) => [name, allowsOverlap]), version]).toEqual([
    [
      ['Hall', true],
      ['Loft', false],
    ],
    2,
  ])
  await say(false)
  expect((await load()).rooms.map(({ allowsOverlap }) => allowsOverlap)).toEqual([false, false])
})

it('says when a speaker cannot, in place of what was said before; whoever they became cannot then', async () => {
  const { conference, ann } = board
  const [eve, eva] = await db.speaker.createManyAndReturn({
    data: ['Eve', 'Eva'].map((name) => ({ conferenceId: conference.id, slug: name.toLowerCase(), name })),
  })
  if (!eve || !eva) throw new Error('a speaker is missing')
  const say = async (speaker: string, ...absences: ReturnType<typeof span>[]) => {
    const seen = (await load()).speakers.flatMap(({ away: spans }) => spans)
    return setAbsences(db, ann.granted, { speaker, absences, seen }, now)
  }
  await say(eve.id, span('08:00', '09:00'), span('12:00', '18:00'))
  await say(eve.id, span('12:00', '18:00'), span('08:00', '09:00'))
  const away = async () => Object.fromEntries((await load()).speakers.map(({ name, away: spans }) => [name, spans]))
  expect([await away(), (await load()).version]).toEqual([
    { Eva: [], Eve: [span('08:00', '09:00'), span('12:00', '18:00')] },
    2,
  ])
  await db.merge.create({
    data: {
      ...{ conferenceId: conference.id, kind: 'speaker', partId: eve.id, intoId: eva.id, name: 'Eve', intoName: 'Eva' },
      moved: {},
    },
  })
  await db.speaker.update({ where: { id: eve.id }, data: { archivedAt: now } })
  expect(await away()).toEqual({ Eva: [span('08:00', '09:00'), span('12:00', '18:00')] })
  await say(eve.id, span('10:00', '11:00'))
  expect(await away()).toEqual({ Eva: [span('10:00', '11:00')] })
  await say(eva.id)
  expect(await away()).toEqual({ Eva: [] })
})

it('keeps what another organizer said of a speaker since, and takes nothing up again that they took away', async () => {
  const { conference, ann, bo } = board
  const { id: speaker } = await db.speaker.create({ data: { conferenceId: conference.id, slug: 'eve', name: 'Eve' } })
  const [early, noon, late, night] = [
    span('08:00', '09:00'),
    span('12:00', '13:00'),
    span('18:00', '19:00'),
    span('21:00', '22:00'),
  ]
  await setAbsences(db, ann.granted, { speaker, absences: [early, noon], seen: [] }, now)
  await setAbsences(db, bo.granted, { speaker, absences: [noon, late], seen: [early, noon] }, now)
  expect(await setAbsences(db, ann.granted, { speaker, absences: [early, night], seen: [early, noon] }, now)).toEqual({
    ...{ absences: [late, night], theirs: [late], gone: 1 },
  })
  expect((await load()).speakers.map(({ away }) => away)).toEqual([[late, night]])
})
