import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createConnection, createServer, type Server } from 'node:net'
import { beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { push } from '@/lib/handlers'
import { connect } from '@/lib/platform/db'
import { toBase64 } from '@/lib/notes/base64'
import type { Program } from '@/lib/program/program'
import { guardCodes } from '@/lib/schedule/bring-in/guards/guards'
import { importProgram } from '@/lib/schedule/bring-in/import-program'
import { lockConference } from '@/lib/schedule/edit/conference-version'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { aProgram } from '@/tests/factories/program'

// What is told of a programme while it is brought in, and what is left where an import does not come to its end.

const { db, url } = await testDatabase()
const now = new Date('2026-03-24T12:00:00Z')
const at = now.toISOString()

type Person = Awaited<ReturnType<typeof makePerson>>

let conferenceId: string
let source: { id: string }

/** Forty talks, an hour each, in rooms that each version calls otherwise. */
function version(name: string): Program {
  const sessions = Array.from({ length: 40 }, (_, index) => ({
    sourceId: String(index),
    title: `Talk ${index} (${name})`,
    rooms: [`${name} ${index % 5}`],
    speakers: [`Speaker ${index}`],
  }))
  return aProgram(sessions)
}

function bring(program: Program, given: { id: string } | null = source, through = db) {
  const made = { name: 'Site', format: 'program-json', siteKey: 'site', address: null }
  const request = { conferenceId, program, problems: [], userId: null, bytes: 10, accept: guardCodes }
  return importProgram(through, { ...request, source: given ?? made }, now)
}

beforeEach(async () => {
  conferenceId = (await makeConference(db, { sessions: 0 })).id
  const first = await bring(version('First'), null)
  if (!first.ok) throw new Error(first.reason)
  source = { id: first.sourceId }
})

/** A pick of each of these sessions, and a note on it, as a phone sends them. */
function picksAndNotes(sessionIds: string[]) {
  return sessionIds.flatMap((sessionId) => {
    const doc = new Y.Doc()
    doc.getText('text').insert(0, `On ${sessionId}`)
    const note = {
      id: randomUUID(),
      conferenceId,
      sessionId,
      notedAt: at,
      update: toBase64(Y.encodeStateAsUpdate(doc)),
    }
    return [
      { id: randomUUID(), name: 'setPick', args: { sessionId, rank: 'first' }, at },
      { id: randomUUID(), name: 'editNote', args: note, at },
    ]
  })
}

it('two imports at once and 200 picks with their notes meanwhile: nothing is lost, and nobody is refused', async () => {
  const ids = (await db.session.findMany({ where: { conferenceId }, select: { id: true } })).map(({ id }) => id)
  const people = await Promise.all(Array.from({ length: 25 }, () => makePerson(db)))
  const send = (person: Person, index: number) => {
    const mutations = picksAndNotes(ids.slice(index, index + 8))
    return push(db, person, { person: person.id, device: randomUUID(), mutations }, now)
  }
  // As many at once as a server has connections to spare beside two imports.
  const lines = Array.from({ length: 5 }, async (_, line) => {
    const answers = []
    for (let index = line; index < people.length; index += 5) {
      const person = people[index]
      if (person) answers.push(await send(person, index))
    }
    return answers
  })
  const [second, third, ...answered] = await Promise.all([bring(version('Second')), bring(version('Third')), ...lines])
  const answers = answered.flat()

  expect([second.ok, third.ok]).toEqual([true, true])
  expect(answers.flatMap(({ results }) => results.filter(({ ok }) => !ok))).toEqual([])
  expect(await db.pick.count({ where: { conferenceId, droppedAt: null } })).toBe(200)
  const notes = await db.note.findMany({ where: { conferenceId }, select: { sessionId: true, text: true } })
  expect(notes.length).toBe(200)
  expect(notes.filter(({ sessionId, text }) => text !== `On ${sessionId}`)).toEqual([])
  // One came after the other, whole.
  const after = await db.session.findMany({ where: { conferenceId }, orderBy: { number: 'asc' } })
  expect(after.map(({ id }) => id).sort()).toEqual(ids.toSorted())
  const last = after[0]?.title.includes('Third') ? 'Third' : 'Second'
  expect(after.map(({ title }) => title)).toEqual(version(last).sessions.map(({ title }) => title))
  expect((await db.conference.findUniqueOrThrow({ where: { id: conferenceId } })).version).toBe(4)
})

/** The programme as it stands, with its version and what was told of it; once nobody is about to write to it. */
function standing() {
  const where = { where: { conferenceId } }
  return db.$transaction(async (tx) => {
    // Postgres may still be at the last parcel of a line that is gone.
    await lockConference(tx, conferenceId)
    return {
      sessions: await tx.session.findMany({ ...where, orderBy: { number: 'asc' } }),
      rooms: await tx.room.findMany({ ...where, orderBy: { id: 'asc' } }),
      conference: await tx.conference.findUnique({ where: { id: conferenceId } }),
      changes: await tx.change.count(where),
      releases: await tx.release.count(where),
      runs: await tx.importRun.count({ where: { sourceId: source.id } }),
    }
  })
}

it('an import that is cut off anywhere leaves what was there before, or all of it', async () => {
  const before = await standing()
  let [cutAt, after] = [1, before]
  while (after.conference?.version === before.conference?.version) {
    expect(after, `cut off at ${cutAt}`).toEqual(before)
    cutAt += 2
    await bringUntil(cutAt)
    after = await standing()
  }
  expect(cutAt).toBeGreaterThan(10)
  expect({ ...after, sessions: after.sessions.map(({ title }) => title), rooms: after.rooms.length }).toEqual({
    sessions: version('Second').sessions.map(({ title }) => title),
    rooms: before.rooms.length + 5,
    conference: { ...before.conference, version: 3, updatedAt: after.conference?.updatedAt },
    changes: before.changes + 80,
    releases: before.releases + 1,
    runs: before.runs + 1,
  })
})

/** Brings a programme in over a connection that ends after so many parcels. */
async function bringUntil(cutAt: number): Promise<void> {
  const line = createServer((near) => {
    const far = createConnection({ port: Number(new URL(url).port), host: new URL(url).hostname })
    let seen = 0
    near.on('data', () => ++seen === cutAt && near.destroy())
    near.on('close', () => far.destroy()).on('error', () => far.destroy())
    far.on('close', () => near.destroy()).on('error', () => near.destroy())
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(line, 'listening')
  const through = connect(urlAt(line.address()), 1)
  await bring(version('Second'), source, through).catch(() => undefined)
  await through.$disconnect()
  line.close()
}

function urlAt(address: ReturnType<Server['address']>): string {
  const there = new URL(url)
  if (typeof address === 'object' && address) there.host = `127.0.0.1:${address.port}`
  return there.href
}
