import { describe, expect, it } from 'vitest'
import { deviceHashOf, deviceOfCookies, knownDevice } from './device'
import { saysLeft } from './cookies'
import { can, capabilities, roles } from './permissions'
import { personOf } from './person-of'
import {
  codeRedemptionSchema,
  codeRequestSchema,
  linkRedemptionSchema,
  settingsSchema,
  signInQuerySchema,
} from './schema'

const allowed = (visibility: 'private' | 'public') =>
  Object.fromEntries(roles.map((role) => [role, capabilities.filter((each) => can(role, each, visibility))]))

it('lets each do no more than their role says', () => {
  const edit = ['editSessions', 'editSchedule', 'import', 'editConference']
  expect(allowed('private')).toEqual({
    owner: [...capabilities],
    organizer: ['see', 'plan', 'count', ...edit],
    lead: ['see', 'plan', 'count', 'editSessions'],
    steward: ['see', 'plan', 'count'],
    attendee: ['see', 'plan'],
    guest: [],
  })
  expect(allowed('public')).toEqual({ ...allowed('private'), guest: ['see', 'plan'] })
})

it('asks whoever does something of their own to have signed in', () => {
  const person = { kind: 'user', id: 'ada' } as const
  expect(personOf(person as Parameters<typeof personOf>[0])).toBe(person)
  expect(() => personOf({ kind: 'guest' } as Parameters<typeof personOf>[0])).toThrow('UNAUTHENTICATED')
})

describe('a browser’s name', () => {
  const name = 'abcdefghijklmnopqrstuvwxyz_-0123'

  it('is read from among its cookies, if it is one of ours', () => {
    expect(deviceOfCookies(`a=1; hallway-device=${name} ; b=2`)).toBe(name)
    expect(
      [null, undefined, '', 'hallway-device=', `x-hallway-device=${name}`, `hallway-device=${name}x`].map(
        deviceOfCookies,
      ),
    ).toEqual([null, null, null, null, null, null])
    expect([knownDevice(undefined), knownDevice(name), knownDevice(name.replace('a', ' '))]).toEqual([null, name, null])
  })

  it('is kept as what it cannot be read from', () => {
    expect(deviceHashOf(null)).toBe(null)
    expect([deviceHashOf(name) === deviceHashOf(name), deviceHashOf(name)?.includes(name)]).toEqual([true, false])
  })
})

it('knows by a cookie that somebody signed out without a network', () => {
  expect(
    ['hallway-leaving=1', 'a=1; hallway-leaving=1 ', 'hallway-leaving=0', 'x-hallway-leaving=1', ''].map(saysLeft),
  ).toEqual([true, true, false, false, false])
})

describe('what is said at sign-in', () => {
  it('is an address in small letters, and a way back that is ours', () => {
    expect(codeRequestSchema.parse({ email: ' Ada@Example.ORG ', to: '/c/one?x=1' })).toEqual({
      email: 'ada@example.org',
      to: '/c/one?x=1',
    })
    expect(codeRequestSchema.parse({ email: 'ada@example.org', to: 'https://evil.example' }).to).toBe('/')
    expect(codeRequestSchema.safeParse({ email: 'ada', to: '/' }).error?.issues[0]?.message).toBe('email')
    expect(codeRequestSchema.safeParse({ email: `${'a'.repeat(250)}@x.org`, to: '/' }).success).toBe(false)
  })

  it('is a code as people type it', () => {
    const code = (typed: string) => codeRedemptionSchema.safeParse({ email: 'a@x.org', code: typed }).data?.code
    expect([code('123 456'), code(' 1 2 3 4 5 6 '), code('12345'), code('1234567'), code('12345a')]).toEqual([
      '123456',
      '123456',
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is a secret of ours in a link', () => {
    const token = 'A'.repeat(32)
    expect(linkRedemptionSchema.safeParse({ token }).success).toBe(true)
    for (const other of ['A'.repeat(31), 'A'.repeat(33), 'A'.repeat(31) + '.'])
      expect(linkRedemptionSchema.safeParse({ token: other }).success).toBe(false)
  })

  it('may follow an address once, and is none where it came twice', () => {
    expect(signInQuerySchema.parse({ to: ['/a', '/b'], error: ['x'], token: 't' })).toEqual({
      to: '/',
      error: undefined,
      token: 't',
    })
    expect(signInQuerySchema.parse({})).toEqual({ to: '/', error: undefined, token: undefined })
  })
})

it('takes an empty name for none', () => {
  expect(settingsSchema.parse({ name: '  ', language: 'fr' })).toEqual({ name: null, language: 'fr' })
  expect(settingsSchema.parse({ name: ' Ada \n Lovelace ', language: 'en' }).name).toBe('Ada Lovelace')
  expect(settingsSchema.safeParse({ name: 'x'.repeat(101), language: 'en' }).success).toBe(false)
  expect(settingsSchema.safeParse({ name: '', language: 'tlh' }).success).toBe(false)
})
