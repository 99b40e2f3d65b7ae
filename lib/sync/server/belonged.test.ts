import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { fromBase64, toBase64 } from '@/lib/notes/base64'
import { mergeText, stateOfText } from '@/lib/notes/merge'
import { binConference, deleteConference, restoreConference } from '@/lib/schedule/edit/conference-bin'
import { purgeConferences } from '@/lib/schedule/edit/purge-conferences'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { granted } from '@/tests/factories/granted'
import { pull, push } from '@/lib/handlers'

const { db } = await testDatabase()
const now = new Date('2026-03-24T12:00:00Z')
const at = now.toISOString()
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)

type Person = Awaited<ReturnType<typeof makePerson>>

function edit(conferenceId: string, text: string, given: { sessionId?: string; groupId?: string } = {}) {
  return {
    id: randomUUID(),
    at,
    name: 'editNote',
    args: { id: randomUUID(), conferenceId, notedAt: at, update: toBase64(stateOfText(text)), ...given },
  }
}
const pick = (sessionId: string, rank: string) => ({ id: randomUUID(), at, name: 'setPick', args: { sessionId, rank } })
const send = async (person: Person, ...mutations: { id: string; args?: object }[]) =>
  (await push(db, person, { person: person.id, device: randomUUID(), mutations }, now)).results.map((result) =>
    result.ok ? 'ok' : result.code,
  )
async function told(person: Person, after = 0) {
  const { notes, picks, revision } = await pull(db, person, { person: person.id, after })
  return {
    notes: notes.map(({ state, belonged }) => ({ text: mergeText(null, [fromBase64(state)])?.text, belonged })),
    picks: picks.map(({ rank }) => rank),
    revision,
  }
}

it('tells each device where notes of a deleted conference belong until it is back, and takes their words', async () => {
  const [owner, ada] = [await makePerson(db), await makePerson(db)]
  const conference = await makeConference(db)
  const [first = '', second = ''] = conference.sessionIds
  await db.membership.create({ data: { conferenceId: conference.id, userId: owner.id, role: 'owner' } })
  expect(
    await send(
      ada,
      edit(conference.id, 'on a talk', { sessionId: first }),
      edit(conference.id, 'in the hallway'),
      pick(first, 'first'),
    ),
  ).toEqual(['ok', 'ok', 'ok'])
  const { revision } = await told(ada)

  await deleteConference(db, granted(conference.id), now)
  const place = { conference: conference.name, timeZone: 'Europe/Paris', since: at }
  const both = [
    {
      text: 'on a talk',
      belonged: { ...place, session: 'Session 1', day: '2026-03-24', startAt: '2026-03-24T08:00:00.000Z' },
    },
    { text: 'in the hallway', belonged: place },
  ]
  expect((await told(ada, revision)).notes).toEqual(both)
  expect(await send(ada, edit(conference.id, 'on the train'), pick(second, 'planB'))).toEqual(['ok', 'ok'])
  await restoreConference(db, owner.id, conference.id, days(1))
  expect((await told(ada)).notes.map(({ text, belonged }) => [text, belonged])).toEqual([
    ['on a talk', undefined],
    ['in the hallway', undefined],
    ['on the train', undefined],
  ])

  await deleteConference(db, granted(conference.id), now)
  await purgeConferences(db, days(31))
  // A new device, and one that comes back after the end.
  const late = await send(ada, edit(conference.id, 'two months later', { sessionId: second }))
  const after = await told(ada)
  expect([late, after.notes, after.picks]).toEqual([
    ['ok'],
    [
      ...both,
      { text: 'on the train', belonged: place },
      {
        text: 'two months later',
        belonged: { ...place, session: 'Session 2', day: '2026-03-24', startAt: '2026-03-24T09:00:00.000Z' },
      },
    ],
    ['first', 'planB'],
  ])
})

it('keeps a deleted conference’s group together: its members alone read and write its notes, as before', async () => {
  const [ada, bob, cleo] = [await makePerson(db), await makePerson(db), await makePerson(db)]
  const conference = await makeConference(db)
  const group = await db.group.create({
    data: { conferenceId: conference.id, name: 'Blue', members: { create: [{ userId: ada.id }, { userId: bob.id }] } },
  })
  const note = edit(conference.id, 'one', { groupId: group.id })
  expect(await send(ada, note)).toEqual(['ok'])
  await db.$transaction((tx) => binConference(tx, conference.id, now))
  await purgeConferences(db, days(31))
  expect(
    await send(
      bob,
      { ...note, id: randomUUID(), args: { ...note.args, update: toBase64(stateOfText('one')) } },
      edit(conference.id, 'two', { groupId: group.id }),
    ),
  ).toEqual(['ok', 'ok'])
  expect([
    (await told(ada)).notes.map(({ text }) => text),
    (await told(bob)).notes.map(({ text }) => text).sort(),
  ]).toEqual([
    ['one', 'two'],
    ['one', 'two'],
  ])
  expect(await send(cleo, { ...note, id: randomUUID() })).toEqual(['NOT_FOUND'])
})
