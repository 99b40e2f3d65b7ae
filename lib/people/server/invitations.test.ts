import { beforeEach, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { acceptInvitation, declineInvitation, isInvited, listInvitations } from './invitations'

const { db } = await testDatabase()
const now = new Date('2026-03-24T09:00:00Z')

type Person = Awaited<ReturnType<typeof makePerson>>
let ada: Person
let ben: Person
let conference: Awaited<ReturnType<typeof makeConference>>
let id: string

beforeEach(async () => {
  ;[ada, ben, conference] = [
    await makePerson(db),
    await makePerson(db),
    await makeConference(db, { visibility: 'private' }),
  ]
  ;({ id } = await db.invitation.create({
    data: { conferenceId: conference.id, email: ben.email, role: 'organizer', invitedById: ada.id, createdAt: now },
  }))
})

const roles = (person: Person) =>
  db.membership.findMany({ where: { userId: person.id }, select: { conferenceId: true, role: true } })

it('shows the invited, and nobody else, what waits for them', async () => {
  expect(await listInvitations(db, ben)).toEqual([
    { id, role: 'organizer', createdAt: now, invitedBy: { email: ada.email }, conference: { name: conference.name } },
  ])
  expect([
    await listInvitations(db, ada),
    await isInvited(db, ada, conference.id),
    await isInvited(db, ben, conference.id),
  ]).toEqual([[], false, true])
})

it('makes them a member by their yes, once', async () => {
  expect(await acceptInvitation(db, ben, id, now)).toEqual({ slug: conference.slug })
  expect([await roles(ben), await listInvitations(db, ben)]).toEqual([
    [{ conferenceId: conference.id, role: 'organizer' }],
    [],
  ])
  await expect(acceptInvitation(db, ben, id, now)).rejects.toThrow('NOT_FOUND')
})

it('leaves the role that they have', async () => {
  await db.membership.create({ data: { conferenceId: conference.id, userId: ben.id, role: 'owner' } })
  await acceptInvitation(db, ben, id, now)
  expect(await roles(ben)).toEqual([{ conferenceId: conference.id, role: 'owner' }])
})

it('ends by their no, and makes them nothing', async () => {
  await declineInvitation(db, ben, id)
  expect([await roles(ben), await listInvitations(db, ben)]).toEqual([[], []])
})

it('is nobody else’s to answer', async () => {
  await expect(acceptInvitation(db, ada, id, now)).rejects.toThrow('NOT_FOUND')
  await declineInvitation(db, ada, id)
  expect([await roles(ada), (await listInvitations(db, ben)).length]).toEqual([[], 1])
})
