import { beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Capability } from '@/lib/people/permissions'
import { testDatabase } from '@/tests/db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from '@/tests/everybody'
import { makeConference } from '@/tests/factories/conference'
import { conferenceAction } from './conference-action'
import { personAction } from './person-action'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('@/tests/next-headers'))

let everybody: Everybody
const conferences: Partial<Record<'public' | 'private', Awaited<ReturnType<typeof makeConference>>>> = {}
beforeAll(async () => {
  everybody = await signEverybodyIn(db)
  for (const visibility of visibilities) {
    const conference = await makeConference(db, { visibility, sessions: 0 })
    await everybody.join(conference.id)
    conferences[visibility] = conference
  }
})
const slugOf = (visibility: 'public' | 'private') => conferences[visibility]?.slug ?? ''

const input = z.object({ conference: z.string(), title: z.string().min(1, 'title') })

describe('an action in a conference', () => {
  it.each(
    (
      [
        ['count', ['steward', 'lead', 'organizer', 'owner']],
        ['editSessions', ['lead', 'organizer', 'owner']],
        ['editSchedule', ['organizer', 'owner']],
        ['import', ['organizer', 'owner']],
        ['editConference', ['organizer', 'owner']],
        ['managePeople', ['owner']],
        ['deleteConference', ['owner']],
      ] as const
    ).flatMap(([may, members]) => visibilities.map((visibility) => [may, visibility, members] as const)),
  )('%s, of a %s one, runs for those who may, and for nobody else', async (may, visibility, members) => {
    const ran: unknown[] = []
    const knock = conferenceAction<Capability, typeof input, string>(may, {
      input,
      run: ({ granted, person, conference }) => {
        ran.push([granted, person.id, conference.slug])
        return Promise.resolve('done')
      },
    })
    const heard = await everybody.ask(() => knock({ conference: slugOf(visibility), title: 'x' }))
    const conferenceId = conferences[visibility]?.id
    expect([heard, ran]).toEqual([
      answersFor(members, visibility),
      members.map((member) => {
        const userId = everybody.idOf(member)
        const scope = member === 'lead' ? { trackId: null, colocatedId: null } : null
        return [{ conferenceId, userId, scope }, userId, slugOf(visibility)]
      }),
    ])
  })

  it('says what is wrong with the input before who may, and is nowhere where there is no conference', async () => {
    const run = vi.fn(() => Promise.resolve('done'))
    const knock = conferenceAction('editSchedule', { input, run })
    const [wrong, nowhere] = [
      await everybody.ask(() => knock({ conference: slugOf('private'), title: '' })),
      await everybody.ask(() => knock({ conference: 'nowhere', title: 'x' })),
    ]
    const { blocked, ...others } = nowhere
    expect([new Set(Object.values(wrong)), new Set(Object.values(others)), blocked, run.mock.calls]).toEqual([
      new Set(['INVALID']),
      new Set(['NOT_FOUND']),
      'BLOCKED',
      [],
    ])
  })

  it('is refused from the moment in which a role ends, or the conference is in the bin', async () => {
    const conference = await makeConference(db, { sessions: 0 })
    await everybody.join(conference.id)
    const knock = conferenceAction('editSchedule', { input, run: () => Promise.resolve('done') })
    everybody.become('organizer')
    const ask = () => knock({ conference: conference.slug, title: 'x' })
    const membership = { conferenceId: conference.id, userId: everybody.idOf('organizer') }
    expect(await ask()).toEqual({ ok: true, value: 'done' })
    await db.membership.update({ where: { conferenceId_userId: membership }, data: { role: 'attendee' } })
    expect(await ask()).toEqual({ ok: false, reason: 'FORBIDDEN' })
    await db.membership.update({ where: { conferenceId_userId: membership }, data: { role: 'owner' } })
    const deleted = { deletedAt: new Date(), visibility: 'private', visibilityBefore: 'public' } as const
    await db.conference.update({ where: { id: conference.id }, data: deleted })
    expect(await ask()).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })
})

describe('an action of a person', () => {
  it('runs for whoever is signed in, as themselves', async () => {
    const run = vi.fn(({ person }: { person: { id: string } }) => Promise.resolve(person.id))
    const knock = personAction({ input: z.object({}), run })
    const heard = await everybody.ask(() => knock({}))
    expect(heard).toEqual({
      guest: 'UNAUTHENTICATED',
      blocked: 'BLOCKED',
      stranger: 'ok',
      attendee: 'ok',
      steward: 'ok',
      lead: 'ok',
      organizer: 'ok',
      owner: 'ok',
    })
    expect(run.mock.calls.length).toBe(6)
    everybody.become('steward')
    expect(await knock({})).toEqual({ ok: true, value: everybody.idOf('steward') })
  })

  it('counts each person alone, and hears when it was too often', async () => {
    const knock = personAction({ input: z.object({}), limit: 'inviteByAccount', run: () => Promise.resolve('done') })
    const heard = new Map<string, number>()
    everybody.become('attendee')
    for (let count = 0; count < 102; count++) {
      const answer = await knock({})
      const said = answer.ok ? 'ok' : answer.reason
      heard.set(said, (heard.get(said) ?? 0) + 1)
    }
    everybody.become('steward')
    expect([[...heard], await knock({})]).toEqual([
      [
        ['ok', 100],
        ['RATE_LIMITED', 2],
      ],
      { ok: true, value: 'done' },
    ])
  })

  it('of somebody who deletes their account meanwhile hears so, and is no bug', async () => {
    const knock = personAction({
      input: z.object({}),
      run: async ({ person }) => {
        await db.user.delete({ where: { id: person.id } })
        throw new Error('A row is gone')
      },
    })
    everybody.become('stranger')
    expect(await knock({})).toEqual({ ok: false, reason: 'UNAUTHENTICATED' })
  })
})
