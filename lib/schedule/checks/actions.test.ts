import { beforeAll, describe, expect, it, vi } from 'vitest'
import { can, roles, type Role } from '@/lib/people/permissions'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { signIn } from '@/tests/front-door'
import {
  bringWaitingAction,
  checkNowAction,
  declineWaitingAction,
  previewWaitingAction,
  setChecksAction,
  setSourceAddressAction,
} from './actions'

const { db, url } = await testDatabase()
Object.assign(process.env, { DATABASE_URL: url })
let cookie = ''
// Next's own request, which exists only inside Next.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ cookie })) }))

const cookies = new Map<Role, string>()
let named = { conference: '', source: '' }
beforeAll(async () => {
  const conference = await makeConference(db)
  // Nobody answers there, and nobody is asked: it is this machine.
  const source = { conferenceId: conference.id, name: 'Site', format: 'csv', address: 'http://127.0.0.1:1/x' }
  named = { conference: conference.slug, source: (await db.source.create({ data: source })).id }
  for (const role of roles) {
    if (role === 'guest') continue
    const { user, cookie: sent } = await signIn(db)
    cookies.set(role, sent)
    await db.membership.create({ data: { conferenceId: conference.id, userId: user.id, role } })
  }
})

function form(): FormData {
  const fields = new FormData()
  for (const [name, value] of Object.entries({ ...named, hash: 'x' })) fields.set(name, value)
  return fields
}

const doors: Record<string, [act: () => Promise<unknown>, done: unknown]> = {
  'set how often': [() => setChecksAction({ ...named, minutes: '60' }), { ok: true, value: { minutes: 60 } }],
  'set where': [
    () => setSourceAddressAction({ ...named, address: 'http://ann:secret@127.0.0.1:1/x' }),
    { ok: true, value: { address: 'http://127.0.0.1:1/x' } },
  ],
  'check now': [() => checkNowAction(named), { ok: true, value: { outcome: 'failed' } }],
  'look at what waits': [() => previewWaitingAction(form()), { ok: false, reason: 'nothing-waits' }],
  'say yes': [() => bringWaitingAction(form()), { ok: false, reason: 'nothing-waits' }],
  'say no': [() => declineWaitingAction({ ...named, hash: 'x' }), { ok: false, reason: 'newer-waits' }],
}

describe.each(Object.entries(doors))('%s', (_name, [act, done]) => {
  it.each(roles)('as %s', async (role) => {
    cookie = cookies.get(role) ?? ''
    const refused = { ok: false, reason: role === 'guest' ? 'UNAUTHENTICATED' : 'FORBIDDEN' }
    expect(await act()).toEqual(can(role, 'import', 'public') ? done : refused)
  })
})

it('knows no source of another conference', async () => {
  cookie = cookies.get('owner') ?? ''
  const other = await makeConference(db)
  const { id: source } = await db.source.create({ data: { conferenceId: other.id, name: 'Theirs', format: 'csv' } })
  const theirs = { ...named, source }
  expect([
    await setChecksAction({ ...theirs, minutes: '60' }),
    await setSourceAddressAction({ ...theirs, address: 'https://example.org/x' }),
    await checkNowAction(theirs),
  ]).toEqual([
    { ok: false, reason: 'NOT_FOUND' },
    { ok: false, reason: 'NOT_FOUND' },
    { ok: true, value: { outcome: 'busy' } },
  ])
})

it('takes no pace and no address that are none', async () => {
  cookie = cookies.get('owner') ?? ''
  expect([
    await setChecksAction({ ...named, minutes: '7' }),
    await setSourceAddressAction({ ...named, address: 'file:///etc/passwd' }),
    await setSourceAddressAction({ ...named, address: 'what is this' }),
  ]).toMatchObject([{ reason: 'INVALID' }, { reason: 'INVALID' }, { reason: 'INVALID' }])
})
