import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fromBase64, toBase64 } from '@/lib/notes/base64'
import { sharedNoteId } from '@/lib/notes/shared-note-id'
import { mergeText } from '@/lib/notes/merge'
import { purgeNotes } from '@/lib/notes/server/purge-notes'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { slowUpdates } from '@/tests/factories/crafted-update'
import { pull, push } from '@/lib/handlers'

const { db } = await testDatabase()
const now = new Date('2026-03-24T12:00:00Z')
const at = now.toISOString()

type Person = Awaited<ReturnType<typeof makePerson>>
let [ada, bob]: Person[] = []
let conferenceId: string
let id: string
let doc: Y.Doc

beforeEach(async () => {
  ;[ada, bob] = [await makePerson(db), await makePerson(db)]
  conferenceId = (await makeConference(db)).id
  id = randomUUID()
  doc = new Y.Doc()
})

function typed(change: (text: Y.Text) => void): string {
  const before = Y.encodeStateVector(doc)
  change(doc.getText('text'))
  return toBase64(Y.encodeStateAsUpdate(doc, before))
}

const edit = (update: string, given: { groupId?: string; conferenceId?: string } = {}) => ({
  id: randomUUID(),
  at,
  name: 'editNote',
  args: { id, conferenceId, notedAt: at, update, ...given },
})
const about = (name: 'deleteNote' | 'restoreNote') => ({ id: randomUUID(), at, name, args: { id } })
const send = async (person: Person | undefined, ...mutations: { id: string }[]) => {
  if (!person) throw new Error('Nobody.')
  return (await push(db, person, { person: person.id, device: randomUUID(), mutations }, now)).results.map((result) =>
    result.ok ? 'ok' : result.code,
  )
}
const told = async (person: Person | undefined, after = 0) => {
  if (!person) throw new Error('Nobody.')
  const { notes } = await pull(db, person, { person: person.id, after })
  return notes.map(({ state, deletedAt, isGone }) => ({
    text: mergeText(null, state ? [fromBase64(state)] : [])?.text,
    deleted: deletedAt !== null,
    isGone,
  }))
}
const versions = async () => (await db.noteRevision.findMany({ where: { noteId: id } })).map(({ text }) => text)

it('merges what two devices typed, and keeps what goes', async () => {
  const first = typed((text) => text.insert(0, 'one two'))
  const other = new Y.Doc()
  Y.applyUpdate(other, fromBase64(first))
  other.getText('text').insert(7, ' three')
  const cut = typed((text) => text.delete(0, 4))
  expect(await send(ada, edit(first), edit(toBase64(Y.encodeStateAsUpdate(other))), edit(cut), edit(first))).toEqual([
    'ok',
    'ok',
    'ok',
    'ok',
  ])
  expect([await told(ada), await versions()]).toEqual([
    [{ text: 'two three', deleted: false, isGone: false }],
    ['one two three'],
  ])
})

it('refuses what is too long, no update, another’s, or of no conference of theirs, and keeps the note', async () => {
  const hidden = await makeConference(db, { visibility: 'private' })
  await send(ada, edit(typed((text) => text.insert(0, 'kept'))))
  expect(
    await send(
      ada,
      edit(typed((text) => text.insert(0, 'x'.repeat(200_000)))),
      edit('bm8gdXBkYXRl'),
      edit('AAA=', { conferenceId: hidden.id }),
      edit('AAA=', { conferenceId: randomUUID() }),
    ),
  ).toEqual(['TOO_LARGE', 'INVALID', 'CONFLICT', 'CONFLICT'])
  expect(await send(bob, edit('AAA='), about('restoreNote'), about('deleteNote'))).toEqual([
    'NOT_FOUND',
    'NOT_FOUND',
    'NOT_FOUND',
  ])
  expect(await told(ada)).toEqual([{ text: 'kept', deleted: false, isGone: false }])
})

it('deletes, brings back, and brings back by an edit', async () => {
  await send(ada, edit(typed((text) => text.insert(0, 'one'))), about('deleteNote'))
  expect(await told(ada)).toEqual([{ text: 'one', deleted: true, isGone: false }])
  await send(ada, about('restoreNote'))
  expect(await told(ada, 2)).toEqual([{ text: 'one', deleted: false, isGone: false }])
  await send(ada, about('deleteNote'), edit(typed((text) => text.insert(3, ' two'))))
  expect(await told(ada, 3)).toEqual([{ text: 'one two', deleted: false, isGone: false }])
})

it('tells members of a group’s notes as they join, of each change, and that they are gone as they leave', async () => {
  const group = await db.group.create({
    data: { conferenceId, name: 'Blue', members: { create: { userId: ada?.id ?? '' } } },
  })
  await send(
    ada,
    edit(
      typed((text) => text.insert(0, 'one')),
      { groupId: group.id },
    ),
  )
  await db.groupMember.create({ data: { groupId: group.id, userId: bob?.id ?? '' } })
  expect(await told(bob)).toEqual([{ text: 'one', deleted: false, isGone: false }])
  await send(ada, edit(typed((text) => text.insert(3, ' two'))))
  expect(await told(bob, 1)).toEqual([{ text: 'one two', deleted: false, isGone: false }])
  expect(await send(bob, edit(typed((text) => text.insert(7, ' three'))))).toEqual(['ok'])
  expect(await told(ada, 2)).toEqual([{ text: 'one two three', deleted: false, isGone: false }])
  await db.groupMember.deleteMany({ where: { userId: bob?.id ?? '' } })
  expect(await told(bob, 3)).toEqual([{ text: '', deleted: false, isGone: true }])
  expect(await send(bob, edit(typed((text) => text.insert(0, 'no '))))).toEqual(['NOT_FOUND'])
})

it('makes one note of what two members begin at once on a session, with the words of both', async () => {
  const members = { create: [{ userId: ada?.id ?? '' }, { userId: bob?.id ?? '' }] }
  const group = await db.group.create({ data: { conferenceId, name: 'Blue', members } })
  id = sharedNoteId(group.id, randomUUID())
  const begun = typed((text) => text.insert(0, 'hers '))
  doc = new Y.Doc()
  const alsoBegun = typed((text) => text.insert(0, 'his '))
  const answers = await Promise.all([
    send(ada, edit(begun, { groupId: group.id })),
    send(bob, edit(alsoBegun, { groupId: group.id })),
  ])
  expect(answers).toEqual([['ok'], ['ok']])
  const [note, ...others] = await db.note.findMany({ where: { conferenceId } })
  expect([others, ...['hers ', 'his '].map((word) => note?.text.includes(word))]).toEqual([[], true, true])
})

it('leaves a group its note when its maker goes, who keeps a copy; no word of anybody is lost', async () => {
  const [group, made] = [
    await db.group.create({
      data: { conferenceId, name: 'Blue', members: { create: [{ userId: ada?.id ?? '' }, { userId: bob?.id ?? '' }] } },
    }),
    () => db.note.count({ where: { conferenceId } }),
  ]
  await send(
    ada,
    edit(
      typed((text) => text.insert(0, 'one')),
      { groupId: group.id },
    ),
  )
  await send(bob, edit(typed((text) => text.insert(3, ' two'))))
  await db.groupMember.deleteMany({ where: { userId: ada?.id ?? '' } })
  const gone = { text: '', deleted: false, isGone: true }
  const both = { text: 'one two', deleted: false, isGone: false }
  expect([await told(ada), await told(bob), await made()]).toEqual([[both, gone], [both], 2])
  expect([
    await send(bob, edit(typed((text) => text.insert(7, ' three')))),
    await send(ada, edit(typed((text) => text.insert(0, 'no ')))),
  ]).toEqual([['ok'], ['NOT_FOUND']])
  await db.groupMember.deleteMany({ where: { userId: bob?.id ?? '' } })
  expect([await told(bob), (await db.note.findUniqueOrThrow({ where: { id } })).groupId, await told(ada)]).toEqual([
    [{ ...both, text: 'one two three' }],
    null,
    [both, gone],
  ])
})

it('empties a deleted note after 30 days, with its history, and says so', async () => {
  await send(
    ada,
    edit(typed((text) => text.insert(0, 'one'))),
    edit(typed((text) => text.delete(0, 3))),
    about('deleteNote'),
  )
  const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
  expect([await purgeNotes(db, days(30)), await purgeNotes(db, days(31)), await purgeNotes(db, days(31))]).toEqual([
    0, 1, 0,
  ])
  expect([await told(ada, 3), await versions(), await send(ada, about('restoreNote'))]).toEqual([
    [{ text: '', deleted: true, isGone: true }],
    [],
    ['NOT_FOUND'],
  ])
})

it('refuses a document that it would go over again and again, and takes what came with it', async () => {
  const { id: group } = await db.group.create({
    data: { conferenceId, name: 'Blue', members: { create: [{ userId: ada?.id ?? '' }, { userId: bob?.id ?? '' }] } },
  })
  const slow = slowUpdates['many writers, here and there']?.(4_000) ?? new Uint8Array()
  const [begun, more] = [typed((text) => text.insert(0, 'ours')), typed((text) => text.insert(4, ' and more'))]
  expect(
    await send(
      ada,
      edit(begun, { groupId: group }),
      edit(toBase64(slow), { groupId: group }),
      edit(more, { groupId: group }),
    ),
  ).toEqual(['ok', 'INVALID', 'ok'])
  expect(await told(bob)).toEqual([{ text: 'ours and more', deleted: false, isGone: false }])
})
