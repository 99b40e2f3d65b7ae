import { beforeEach, expect, it } from 'vitest'
import { importProgram, previewImport } from '@/lib/schedule/bring-in/import-program'
import { countDrafted } from '@/lib/schedule/bring-in/preview/count-drafted'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { makePerson } from '@/tests/factories/person'
import { aProgram } from '@/tests/factories/program'
import { boardPlaceOf, misfitOf } from '../board'
import { loadBoard } from './load-board'
import { moveOnBoard } from './move-on-board'
import { publishDraft } from './publish-draft'

// A draft is open while its source brings something new.

const { db } = await testDatabase()
const now = new Date('2026-03-20T10:00:00Z')
const at = (time: string) => `2026-03-24T${time}:00.000Z`
const fog = (start: string, end: string) => ({ title: 'Fog', startAt: at(start), endAt: at(end), rooms: ['Hall'] })
const ice = { title: 'Ice', startAt: at('11:00'), endAt: at('12:00'), rooms: ['Hall'] }

const accept = ['many-gone', 'all-shifted', 'nothing-scheduled', 'rooms-renamed'] as const

let conferenceId: string
let userId: string
let sourceId: string | null
beforeEach(async () => {
  conferenceId = (await makeConference(db, { sessions: 0 })).id
  userId = (await makePerson(db)).id
  sourceId = null
})
const organizer = () => granted<'editSchedule'>(conferenceId, userId)
const load = () => loadBoard(db, organizer())

async function bring(...sessions: Parameters<typeof aProgram>[0]): Promise<void> {
  const outcome = await importProgram(
    db,
    {
      ...{ conferenceId, userId, program: aProgram(sessions), problems: [], bytes: 10 },
      source: sourceId ? { id: sourceId } : { name: 'Site', format: 'program-json', siteKey: 'site', address: null },
      accept,
    },
    now,
  )
  if (!outcome.ok) throw new Error(outcome.reason)
  sourceId = outcome.sourceId
}
const place = async (title: string) => {
  const found = (await load()).sessions.find((session) => session.title === title)
  return found && boardPlaceOf(found)
}

it('is carried over it, says what no longer fits, and once published stands over the source', async () => {
  await bring(fog('09:00', '10:00'), ice)
  const { sessions } = await load()
  const moves = sessions.map((session) => ({
    sessionId: session.id,
    place: { ...boardPlaceOf(session), startAt: at('15:00'), endAt: at('16:00'), roomIds: [...session.roomIds] },
  }))
  await moveOnBoard(db, organizer(), { moves, seen: 0, timeZone: 'Europe/Paris' }, now)
  const preview = await previewImport(db, {
    ...{ conferenceId, source: { id: sourceId ?? '' }, program: aProgram([fog('09:30', '10:30')]), problems: [] },
    accept,
  })
  expect(preview.ok && (await countDrafted(db, preview.diffs))).toBe(2)
  await bring(fog('09:30', '10:30'))
  const { draft, ...board } = await load()
  const misfits = draft.moves.map((move) => {
    const session = board.sessions.find(({ id }) => id === move.sessionId)
    return [move.title, misfitOf(move, session)]
  })
  expect(Object.fromEntries(misfits)).toEqual({ Fog: 'moved', Ice: 'gone' })
  expect(await place('Fog')).toMatchObject({ startAt: at('09:30') })

  const seen = { draft: draft.version, program: board.version }
  expect(await publishDraft(db, organizer(), { seen, note: null, isSilent: false }, now)).toMatchObject({
    ...{ ok: true, sessions: 1, left: [{ title: 'Ice' }] },
  })
  await bring(fog('09:45', '10:45'))
  expect(await place('Fog')).toMatchObject({ startAt: at('15:00'), endAt: at('16:00') })
})
