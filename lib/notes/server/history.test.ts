import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { listVersions } from './history'

const { db } = await testDatabase()
const conference = await makeConference(db, { sessions: 1 })
const [ann, bo, eve] = [await makePerson(db), await makePerson(db), await makePerson(db)]
const at = (minute: number) => new Date(Date.UTC(2026, 2, 24, 9, minute))

async function makeNote(userId: string, groupId?: string) {
  const id = randomUUID()
  await db.note.create({
    data: { id, userId, conferenceId: conference.id, groupId, text: 'now', revision: 1, notedAt: at(0) },
  })
  await db.noteRevision.createMany({
    data: [
      { noteId: id, text: 'first', createdAt: at(1) },
      { noteId: id, text: 'second', createdAt: at(2) },
    ],
  })
  return id
}

describe('listVersions', () => {
  it('reaches each of 130 versions, those of the same moment, too', async () => {
    const id = await makeNote(ann.id)
    await db.noteRevision.createMany({
      data: Array.from({ length: 128 }, (_, index) => ({
        noteId: id,
        text: String(index),
        createdAt: at(3 + Math.floor(index / 10)),
      })),
    })
    const pages = [await listVersions(db, ann, id)]
    for (let page = pages[0]; page?.more; page = pages.at(-1))
      pages.push(await listVersions(db, ann, id, page.versions.at(-1)?.id))
    expect(pages.map(({ versions, more }) => [versions.length, more])).toEqual([
      [50, true],
      [50, true],
      [30, false],
    ])
    expect(new Set(pages.flatMap(({ versions }) => versions.map((version) => version.id))).size).toBe(130)
    expect(pages.flatMap(({ versions }) => versions.map(({ createdAt }) => createdAt))).toEqual(
      pages
        .flatMap(({ versions }) => versions.map(({ createdAt }) => createdAt))
        .sort()
        .reverse(),
    )
    expect(await listVersions(db, ann, id, randomUUID())).toEqual({ versions: [], more: false })
  })

  it('tells the owner what a note said before, newest first, and of no other note', async () => {
    const id = await makeNote(ann.id)
    await makeNote(ann.id)
    expect((await listVersions(db, ann, id)).versions.map(({ text, createdAt }) => ({ text, createdAt }))).toEqual([
      { text: 'second', createdAt: at(2).toISOString() },
      { text: 'first', createdAt: at(1).toISOString() },
    ])
  })

  it('tells the members of the group that shares a note, and nobody else', async () => {
    const group = await db.group.create({
      data: { conferenceId: conference.id, name: 'us', members: { create: [{ userId: bo.id }] } },
    })
    const [shared, own] = [await makeNote(ann.id, group.id), await makeNote(ann.id)]
    expect((await listVersions(db, bo, shared)).versions.map(({ text }) => text)).toEqual(['second', 'first'])
    await expect(listVersions(db, bo, own)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(listVersions(db, eve, shared)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(listVersions(db, { kind: 'guest' }, shared)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await db.groupMember.deleteMany({ where: { userId: bo.id } })
    await expect(listVersions(db, bo, shared)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(listVersions(db, ann, randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
