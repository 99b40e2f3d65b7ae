import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '@/lib/platform/errors'
import { testDatabase } from '@/tests/db'
import { granted } from '@/tests/factories/granted'
import { scopeOf } from './access'
import { acceptInvitation } from './invitations'
import { changeRole, inviteMember, listMembers, removeMember, withdrawInvitation } from './members'

const { db } = await testDatabase()
const now = new Date('2026-03-24T09:00:00Z')
const people = { ada: '', grace: '', linus: '' }
let conferenceId = ''

beforeEach(async () => {
  await db.user.deleteMany()
  await db.conference.deleteMany()
  for (const name of ['ada', 'grace', 'linus'] as const)
    people[name] = (await db.user.create({ data: { email: `${name}@example.org`, name } })).id
  const conference = await db.conference.create({
    data: { slug: 'kcd', name: 'KCD', acronym: 'kcdm', timeZone: 'Europe/Berlin' },
  })
  conferenceId = conference.id
  await db.membership.create({ data: { conferenceId, userId: people.ada, role: 'owner' } })
})

const plain = (role: 'owner' | 'organizer' | 'steward') => ({ role, trackId: null, colocatedId: null })
const invite = (email: string, role: 'owner' | 'organizer') =>
  inviteMember(db, granted(conferenceId, people.ada), { email, ...plain(role) }, now)
const join = (role: 'owner' | 'organizer') =>
  db.membership.create({ data: { conferenceId, userId: people.grace, role } })
const rolesNow = async () => (await listMembers(db, conferenceId)).members.map(({ name, role }) => `${name} ${role}`)

describe('inviteMember', () => {
  it('makes nobody a member unasked, and tells not who has an account', async () => {
    expect([
      await invite('grace@example.org', 'organizer'),
      await invite('nobody-yet@example.org', 'organizer'),
    ]).toEqual([{ ok: true }, { ok: true }])
    const { invitations } = await listMembers(db, conferenceId)
    expect([await rolesNow(), invitations.map(({ email, role }) => `${email} ${role}`)]).toEqual([
      ['ada owner'],
      ['grace@example.org organizer', 'nobody-yet@example.org organizer'],
    ])
  })

  it('keeps a role waiting for an unknown one, the latest that was given', async () => {
    await invite('new@example.org', 'owner')
    await invite('new@example.org', 'organizer')
    const { members, invitations } = await listMembers(db, conferenceId)
    expect(members).toEqual([
      { id: people.ada, email: 'ada@example.org', name: 'ada', ...plain('owner'), track: null, colocatedEvent: null },
    ])
    expect(invitations.map(({ email, role }) => ({ email, role }))).toEqual([
      { email: 'new@example.org', role: 'organizer' },
    ])
  })

  it('leaves the role of a member alone', async () => {
    expect(await invite('ada@example.org', 'organizer')).toEqual({ ok: false, reason: 'already-member' })
    expect(await rolesNow()).toEqual(['ada owner'])
  })

  it('can be taken back, in its own conference only', async () => {
    await invite('new@example.org', 'owner')
    const other = await db.conference.create({
      data: { slug: 'other', name: 'Other', acronym: 'other', timeZone: 'Europe/Berlin' },
    })
    const id = (await listMembers(db, conferenceId)).invitations[0]?.id ?? ''
    await withdrawInvitation(db, granted(other.id), id)
    expect((await listMembers(db, conferenceId)).invitations).toHaveLength(1)
    await withdrawInvitation(db, granted(conferenceId), id)
    expect((await listMembers(db, conferenceId)).invitations).toEqual([])
  })
})

describe('the last owner', () => {
  it('can neither go nor step down', async () => {
    await join('organizer')
    expect(await removeMember(db, granted(conferenceId), people.ada)).toEqual({ ok: false, reason: 'last-owner' })
    expect(await changeRole(db, granted(conferenceId), people.ada, plain('organizer'))).toEqual({
      ok: false,
      reason: 'last-owner',
    })
    expect(await rolesNow()).toEqual(['ada owner', 'grace organizer'])
  })

  it('can once there is another', async () => {
    await join('owner')
    expect(await changeRole(db, granted(conferenceId), people.ada, plain('steward'))).toEqual({ ok: true })
    expect(await rolesNow()).toEqual(['grace owner', 'ada steward'])
  })

  it('remains when two owners remove each other at once', async () => {
    for (let round = 0; round < 5; round++) {
      await db.membership.deleteMany()
      await db.membership.createMany({
        data: [people.ada, people.grace].map((userId) => ({ conferenceId, userId, role: 'owner' as const })),
      })
      const outcomes = await Promise.all([
        removeMember(db, granted(conferenceId), people.ada),
        removeMember(db, granted(conferenceId), people.grace),
      ])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await rolesNow()).toHaveLength(1)
    }
  })
})

describe('changeRole', () => {
  it('does not make a member of a stranger', async () => {
    await expect(changeRole(db, granted(conferenceId), people.linus, plain('owner'))).rejects.toEqual(
      new AppError('NOT_FOUND', 'member'),
    )
    expect(await rolesNow()).toEqual(['ada owner'])
  })
})

describe('listMembers', () => {
  it('tells nothing of another conference', async () => {
    const other = await db.conference.create({
      data: { slug: 'other', name: 'Other', acronym: 'other', timeZone: 'Europe/Berlin' },
    })
    await db.membership.create({ data: { conferenceId: other.id, userId: people.linus, role: 'owner' } })
    await db.invitation.create({ data: { conferenceId: other.id, email: 'secret@example.org', role: 'owner' } })
    await db.track.create({ data: { conferenceId: other.id, slug: 'secret', name: 'Secret', color: 1 } })
    expect(await listMembers(db, conferenceId)).toEqual({
      members: [
        { id: people.ada, email: 'ada@example.org', name: 'ada', ...plain('owner'), track: null, colocatedEvent: null },
      ],
      invitations: [],
      toLead: { tracks: [], colocatedEvents: [] },
    })
  })
})

describe('a lead', () => {
  it('is given what they lead, by name, and keeps it when they say yes', async () => {
    const track = await db.track.create({ data: { conferenceId, slug: 'security', name: 'Security', color: 1 } })
    const day = await db.colocatedEvent.create({ data: { conferenceId, slug: 'wasm', name: 'Wasm Day', key: 'wasm' } })
    const leadsDay = { role: 'lead' as const, trackId: null, colocatedId: day.id }
    await inviteMember(db, granted(conferenceId, people.ada), { email: 'grace@example.org', ...leadsDay }, now)
    const { invitations, toLead } = await listMembers(db, conferenceId)
    expect([invitations.map(({ role, colocatedEvent }) => [role, colocatedEvent]), toLead]).toEqual([
      [['lead', { name: 'Wasm Day' }]],
      { tracks: [{ id: track.id, name: 'Security' }], colocatedEvents: [{ id: day.id, name: 'Wasm Day' }] },
    ])
    await acceptInvitation(db, { id: people.grace, email: 'grace@example.org' }, invitations[0]?.id ?? '', now)
    expect(await scopeOf(db, conferenceId, people.grace)).toEqual({ trackId: null, colocatedId: day.id })
    const leadsTrack = { role: 'lead' as const, trackId: track.id, colocatedId: null }
    expect(await changeRole(db, granted(conferenceId), people.grace, leadsTrack)).toEqual({ ok: true })
    expect(await scopeOf(db, conferenceId, people.grace)).toEqual({ trackId: track.id, colocatedId: null })
    await changeRole(db, granted(conferenceId), people.grace, plain('organizer'))
    expect(await scopeOf(db, conferenceId, people.grace)).toEqual({ trackId: null, colocatedId: null })
  })

  it('leads nothing of another conference', async () => {
    const other = await db.conference.create({
      data: { slug: 'other', name: 'Other', acronym: 'other', timeZone: 'Europe/Berlin' },
    })
    const track = await db.track.create({
      data: { conferenceId: other.id, slug: 'security', name: 'Security', color: 1 },
    })
    await join('organizer')
    const led = { role: 'lead' as const, trackId: track.id, colocatedId: null }
    const refused = { code: 'NOT_FOUND' }
    await expect(changeRole(db, granted(conferenceId), people.grace, led)).rejects.toMatchObject(refused)
    const asked = { email: 'new@example.org', ...led }
    await expect(inviteMember(db, granted(conferenceId), asked, now)).rejects.toMatchObject(refused)
    expect(await rolesNow()).toEqual(['ada owner', 'grace organizer'])
  })
})
