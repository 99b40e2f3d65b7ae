import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import { testDatabase } from '@/tests/db'
import { requireFeedOwner } from './feed-owner'

const { db } = await testDatabase()
let viewer: Extract<Viewer, { kind: 'user' }>

beforeEach(async () => {
  await db.user.deleteMany()
  await db.conference.deleteMany()
  const user = await db.user.create({
    data: { email: 'ada@example.org' },
    select: { id: true, email: true, name: true, language: true },
  })
  viewer = { kind: 'user', ...user }
})

const makeConference = (visibility: 'public' | 'private') =>
  db.conference.create({ data: { slug: 'kube', name: 'Kube', acronym: 'kube', timeZone: 'UTC', visibility } })

describe('requireFeedOwner', () => {
  it('lets a person have feeds of a public conference, and of a private one they belong to', async () => {
    const { id } = await makeConference('public')
    expect(await requireFeedOwner(db, viewer, id)).toEqual({ userId: viewer.id, conferenceId: id })
    await db.conference.update({
      where: { id },
      data: { visibility: 'private', memberships: { create: { userId: viewer.id, role: 'attendee' } } },
    })
    expect(await requireFeedOwner(db, viewer, id)).toEqual({ userId: viewer.id, conferenceId: id })
  })

  it('refuses guests, and hides what may not be seen', async () => {
    const { id } = await makeConference('private')
    await expect(requireFeedOwner(db, { kind: 'guest' }, id)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(requireFeedOwner(db, viewer, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(requireFeedOwner(db, viewer, viewer.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
