import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '@/lib/platform/errors'
import { testDatabase } from '@/tests/db'
import { requireAccess, roleOf } from './access'
import { capabilities, can, roles, type Capability, type Role } from '../permissions'
import type { Viewer } from './viewer-of-cookies'

const { db } = await testDatabase()

type Who = Exclude<Role, 'guest'> | 'elsewhere' | 'stranger' | 'guest'
type Answer = 'yes' | 'NOT_FOUND' | 'FORBIDDEN' | 'UNAUTHENTICATED'

// Columns: see plan count editSessions editSchedule import editConference managePeople deleteConference.
// "elsewhere" owns another conference; "stranger" is signed in and belongs nowhere.
const expected: Record<'private' | 'public', Record<Who, string>> = {
  private: {
    owner: '     yes yes yes yes yes yes yes yes yes',
    organizer: ' yes yes yes yes yes yes yes 403 403',
    lead: '      yes yes yes yes 403 403 403 403 403',
    steward: '   yes yes yes 403 403 403 403 403 403',
    attendee: '  yes yes 403 403 403 403 403 403 403',
    elsewhere: ' 404 404 404 404 404 404 404 404 404',
    stranger: '  404 404 404 404 404 404 404 404 404',
    guest: '     404 404 404 404 404 404 404 404 404',
  },
  public: {
    owner: '     yes yes yes yes yes yes yes yes yes',
    organizer: ' yes yes yes yes yes yes yes 403 403',
    lead: '      yes yes yes yes 403 403 403 403 403',
    steward: '   yes yes yes 403 403 403 403 403 403',
    attendee: '  yes yes 403 403 403 403 403 403 403',
    elsewhere: ' yes yes 403 403 403 403 403 403 403',
    stranger: '  yes yes 403 403 403 403 403 403 403',
    guest: '     yes yes 401 401 401 401 401 401 401',
  },
}

const answers: Record<string, Answer> = { yes: 'yes', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND' }

const cells = (['private', 'public'] as const).flatMap((visibility) =>
  Object.entries(expected[visibility]).flatMap(([who, row]) =>
    row
      .trim()
      .split(' ')
      .map((cell, column) => ({ visibility, who, capability: capabilities[column], answer: answers[cell] })),
  ),
)

const viewers = new Map<string, Viewer>([['guest', { kind: 'guest' }]])
const conferences = new Map<string, { id: string; visibility: 'private' | 'public' }>()

async function signUp(who: string): Promise<Viewer> {
  const user = await db.user.create({ data: { email: `${who}@example.org` } })
  const viewer: Viewer = { kind: 'user', id: user.id, email: user.email, name: null, language: null }
  viewers.set(who, viewer)
  return viewer
}

beforeAll(async () => {
  for (const visibility of ['private', 'public'] as const) {
    const conference = await db.conference.create({
      data: { slug: visibility, name: visibility, acronym: visibility, timeZone: 'Europe/Paris', visibility },
    })
    conferences.set(visibility, conference)
  }
  const other = await db.conference.create({
    data: { slug: 'other', name: 'Other', acronym: 'other', timeZone: 'Europe/Paris' },
  })
  for (const who of ['owner', 'organizer', 'lead', 'steward', 'attendee', 'elsewhere', 'stranger'] as const) {
    const viewer = await signUp(who)
    if (viewer.kind === 'guest' || who === 'stranger') continue
    const rooms = who === 'elsewhere' ? [other.id] : [...conferences.values()].map(({ id }) => id)
    const role = who === 'elsewhere' ? 'owner' : who
    await db.membership.createMany({ data: rooms.map((conferenceId) => ({ conferenceId, userId: viewer.id, role })) })
  }
})

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The table of this test names something that it did not make')
  return value
}

async function ask(who: string, visibility: string, capability: Capability): Promise<string> {
  const asking = requireAccess(db, present(viewers.get(who)), present(conferences.get(visibility)), capability)
  return asking.then(
    () => 'yes',
    (error: unknown) => (error instanceof AppError ? error.code : 'a bug'),
  )
}

describe('requireAccess', () => {
  it('is asked about every role and capability', () => {
    expect(cells).toHaveLength(2 * 8 * capabilities.length)
    expect(cells.every(({ capability, answer }) => capability && answer)).toBe(true)
  })

  it.each(cells)(
    'answers $answer to $who who wants to $capability a $visibility conference',
    async ({ who, visibility, capability, answer }) => {
      expect(await ask(who, visibility, present(capability))).toBe(answer)
    },
  )

  it('says in which role whoever may pass does so', async () => {
    const conference = present(conferences.get('public'))
    const named = await Promise.all(
      ['owner', 'organizer', 'steward', 'attendee', 'elsewhere', 'stranger', 'guest'].map((who) =>
        requireAccess(db, present(viewers.get(who)), conference, 'see'),
      ),
    )
    expect(named).toEqual(['owner', 'organizer', 'steward', 'attendee', 'guest', 'guest', 'guest'])
  })

  it('forgets a member who was removed', async () => {
    const conference = await db.conference.create({
      data: { slug: 'brief', name: 'Brief', acronym: 'brief', timeZone: 'Europe/Paris' },
    })
    const viewer = await signUp('brief')
    const userId = viewer.kind === 'user' ? viewer.id : ''
    await db.membership.create({ data: { conferenceId: conference.id, userId, role: 'organizer' } })
    expect(await roleOf(db, viewer, conference.id)).toBe('organizer')
    await db.membership.deleteMany({ where: { userId } })
    await expect(requireAccess(db, viewer, conference, 'see')).rejects.toEqual(new AppError('NOT_FOUND'))
  })
})

describe('can', () => {
  it('never gives a lower role what a higher one lacks', () => {
    const rank: readonly Role[] = roles
    for (const visibility of ['private', 'public'] as const) {
      for (const capability of capabilities) {
        const row = rank.map((role) => can(role, capability, visibility))
        expect(row, `${visibility} ${capability}`).toEqual([...row].sort((a, b) => Number(b) - Number(a)))
      }
    }
  })
})
