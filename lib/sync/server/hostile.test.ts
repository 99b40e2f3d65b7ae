import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pull, push, servedKinds } from '@/lib/handlers'
import { toBase64 } from '@/lib/notes/base64'
import { stateOfText } from '@/lib/notes/merge'
import { testDatabase } from '@/tests/db'
import { pullAnswerSchema } from '@/tests/pull-answer'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { pushSchema } from '../protocol'

const { db } = await testDatabase()
const answerSchema = await pullAnswerSchema()
const now = new Date('2026-03-20T12:00:00Z')
const at = now.toISOString()

/** What keyboards, clipboards, broken clocks and strangers send. */
const hostile: unknown[] = [
  'a\0b',
  '\0',
  '\ud800',
  'a\udc00b',
  '\u202eabc',
  '\u0007\u001b[2J',
  '\r\n',
  '',
  ' ',
  'x'.repeat(1_000_000),
  '😀'.repeat(300),
  '\'; DROP TABLE "User"; --',
  '%00',
  '../../etc',
  '0000-01-01T00:00:00Z',
  '0000-01-01T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
  '-000001-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '2026-02-30T00:00:00Z',
  'now',
  1e9,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e300,
  Number.NaN,
  true,
  null,
  [],
  {},
  [['a\0b']],
  { toString: 'a\0' },
  randomUUID().toUpperCase(),
  '00000000-0000-0000-0000-000000000000',
]

const conference = await makeConference(db)
const [sessionId = ''] = conference.sessionIds

/** One of each kind as it should be. */
function wellMade(): Record<string, object> {
  const note = {
    id: randomUUID(),
    conferenceId: conference.id,
    sessionId,
    groupId: randomUUID(),
    place: 'Bar',
    notedAt: at,
    update: toBase64(stateOfText('Said\0 so')),
  }
  return {
    setPick: { sessionId, rank: 'first', knownVersion: 1 },
    dropPick: { sessionId },
    setBlock: {
      id: randomUUID(),
      conferenceId: conference.id,
      title: 'Podcast',
      startAt: at,
      endAt: '2026-03-20T13:00:00.000Z',
      daily: false,
    },
    dropBlock: { id: randomUUID() },
    setAttendance: { sessionId, status: 'attended', watchReplay: false, findSlides: true, reason: 'Train' },
    editNote: note,
    deleteNote: { id: randomUUID() },
    restoreNote: { id: randomUUID() },
    acknowledgeChanges: { conferenceId: conference.id, version: 1, undoes: 0 },
    setPhoto: {
      id: randomUUID(),
      noteId: randomUUID(),
      caption: 'Slide',
      takenAt: at,
      mediaType: 'image/jpeg',
      width: 10,
      height: 10,
    },
    deletePhoto: { id: randomUUID() },
  }
}

const names = Object.keys(wellMade())

it('knows every change that is served', () => {
  expect(names.sort()).toEqual(servedKinds.flatMap(({ changes }) => changes.map(({ name }) => name)).sort())
})

describe('push, of what strangers send', () => {
  it.each(names)(
    'answers %s with ok or a code whatever is in any of its fields, and what it took can be pulled',
    async (name) => {
      const [ada, bob] = [await makePerson(db), await makePerson(db)]
      const note = randomUUID()
      const group = await db.group.create({
        data: {
          conferenceId: conference.id,
          name: 'Us',
          members: { create: [{ userId: ada.id }, { userId: bob.id }] },
        },
      })
      const args = wellMade()[name] ?? {}
      const owned = {
        ...args,
        ...('noteId' in args && { noteId: note }),
        ...('groupId' in args && { groupId: group.id }),
      }
      const made = {
        id: randomUUID(),
        at,
        name: 'editNote',
        args: { ...wellMade().editNote, id: note, groupId: group.id },
      }
      const fields = ['id', 'at', 'name', ...Object.keys(owned)]
      const sent = fields.flatMap((field) =>
        hostile.map((value) => {
          const fresh = {
            ...owned,
            ...('update' in owned && { id: randomUUID() }),
            ...(name === 'setBlock' || name === 'setPhoto' ? { id: randomUUID() } : {}),
          }
          return field in owned
            ? { id: randomUUID(), at, name, args: { ...fresh, [field]: value } }
            : { id: randomUUID(), at, name, args: fresh, ...(field !== 'id' && { [field]: value }) }
        }),
      )
      const heard: string[] = []
      for (let start = 0; start < sent.length; start += 100) {
        const { results } = await push(
          db,
          ada,
          { person: ada.id, device: randomUUID(), mutations: [made, ...sent.slice(start, start + 100)] },
          now,
        )
        heard.push(...results.slice(1).map((result) => (result.ok ? 'ok' : result.code)))
      }
      expect(heard.filter((said) => !['ok', 'INVALID', 'NOT_FOUND', 'TOO_LARGE', 'CONFLICT'].includes(said))).toEqual(
        [],
      )
      expect(heard).toHaveLength(sent.length)
      for (const reader of [ada, bob])
        expect(answerSchema.safeParse(await pull(db, reader, { person: reader.id, after: 0 })).success).toBe(true)
    },
  )

  it('keeps a text without what no database holds, and a title on one line', async () => {
    const ada = await makePerson(db)
    const block = { ...wellMade().setBlock, title: ' Pod\0cast\r\n\ud800 live ' }
    const attendance = { ...wellMade().setAttendance, reason: 'Train\0\r\nlate' }
    const sent = [
      { id: randomUUID(), at, name: 'setBlock', args: block },
      { id: randomUUID(), at, name: 'setAttendance', args: attendance },
    ]
    await push(db, ada, { person: ada.id, device: randomUUID(), mutations: sent }, now)
    const { blocks, attendances } = await pull(db, ada, { person: ada.id, after: 0 })
    expect([blocks[0]?.title, attendances[0]?.reason]).toEqual(['Podcast live', 'Train\nlate'])
  })

  it('takes an id in capitals for the one it is', async () => {
    const [ada, id] = [await makePerson(db), randomUUID()]
    const args = { sessionId: sessionId.toUpperCase(), rank: 'first' }
    const send = (as: string) =>
      push(
        db,
        ada,
        pushSchema.parse({
          person: ada.id,
          device: randomUUID(),
          mutations: [{ id: as, at, name: 'setPick', args }],
        }),
        now,
      )
    const first = await send(id.toUpperCase())
    expect([first.results, (await send(id)).results]).toEqual([[{ id, ok: true }], [{ id, ok: true }]])
  })
})
