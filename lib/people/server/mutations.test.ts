import { describe, expect, it } from 'vitest'
import { connect } from '@/lib/platform/db'
import { MINUTE_MS } from '@/lib/platform/time'
import { testDatabase } from '@/tests/db'
import { makeSignInCode, redeemAccount, redeemCode, redeemLink, signInInstant, signOutEverywhere } from './mutations'
import { getLinkEmail } from './queries'

const { db, url } = await testDatabase()
const secret = 'a secret of thirty-two characters'
const now = new Date('2026-03-24T09:00:00Z')
const deviceHash = 'the browser that asked'
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * MINUTE_MS)
const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('redeemCode', () => {
  it('makes the user at first success and finds them again', async () => {
    const email = 'ada@example.org'
    const first = await makeSignInCode(db, { email, deviceHash }, secret, now)
    expect(await db.user.count({ where: { email } })).toBe(0)
    const signedIn = await redeemCode(db, { deviceHash, email, code: first.code }, secret, now)
    const user = await db.user.findUniqueOrThrow({ where: { email } })
    expect(signedIn).toEqual({ ok: true, userId: user.id })
    const second = await makeSignInCode(db, { email, deviceHash }, secret, minutesLater(20))
    expect(await redeemCode(db, { deviceHash, email, code: second.code }, secret, minutesLater(21))).toEqual({
      ok: true,
      userId: user.id,
    })
  })

  it('keeps neither code nor token', async () => {
    const email = 'hashed@example.org'
    const { code, token } = await makeSignInCode(db, { email, deviceHash }, secret, now)
    const row = await db.signInCode.findFirstOrThrow({ where: { email } })
    expect(JSON.stringify(row)).not.toContain(token)
    expect(row.codeHash).not.toContain(code)
  })

  it('works once', async () => {
    const email = 'once@example.org'
    const { code } = await makeSignInCode(db, { email, deviceHash }, secret, now)
    await redeemCode(db, { deviceHash, email, code }, secret, now)
    expect(await redeemCode(db, { deviceHash, email, code }, secret, now)).toEqual({
      ok: false,
      reason: 'code-expired',
    })
  })

  it('works for ten minutes', async () => {
    const email = 'late@example.org'
    const { code } = await makeSignInCode(db, { email, deviceHash }, secret, now)
    expect(await redeemCode(db, { deviceHash, email, code }, secret, minutesLater(10))).toEqual({
      ok: false,
      reason: 'code-expired',
    })
    expect(await redeemCode(db, { deviceHash, email, code }, secret, minutesLater(9.99))).toMatchObject({ ok: true })
  })

  it('dies with a newer code', async () => {
    const email = 'twice@example.org'
    const older = await makeSignInCode(db, { email, deviceHash }, secret, now)
    const newer = await makeSignInCode(db, { email, deviceHash }, secret, minutesLater(1))
    expect(await redeemCode(db, { deviceHash, email, code: older.code }, secret, minutesLater(1))).toEqual({
      ok: false,
      reason: 'wrong-code',
    })
    expect(await redeemCode(db, { deviceHash, email, code: newer.code }, secret, minutesLater(1))).toMatchObject({
      ok: true,
    })
  })

  it('is dead after five wrong tries, the right code included', async () => {
    const email = 'guessed@example.org'
    const { code } = await makeSignInCode(db, { email, deviceHash }, secret, now)
    for (let n = 0; n < 5; n++)
      expect(await redeemCode(db, { deviceHash, email, code: wrongOf(code) }, secret, now)).toEqual({
        ok: false,
        reason: 'wrong-code',
      })
    expect(await redeemCode(db, { deviceHash, email, code }, secret, now)).toEqual({
      ok: false,
      reason: 'code-expired',
    })
  })

  it('counts five of thirty tries at once, from two processes', async () => {
    const email = 'stormed@example.org'
    const { code } = await makeSignInCode(db, { email, deviceHash }, secret, now)
    const other = connect(url, 5)
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        redeemCode(n % 2 ? db : other, { deviceHash, email, code: wrongOf(code) }, secret, now),
      ),
    )
    await other.$disconnect()
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'wrong-code')).toHaveLength(5)
    expect(await db.signInCode.findFirstOrThrow({ where: { email } })).toMatchObject({ tries: 5, usedAt: null })
  })

  it('lets one of two at once in', async () => {
    const email = 'raced@example.org'
    const { code } = await makeSignInCode(db, { email, deviceHash }, secret, now)
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => redeemCode(db, { deviceHash, email, code }, secret, now)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('answers alike for an address that never asked', async () => {
    expect(await redeemCode(db, { deviceHash, email: 'nobody@example.org', code: '123456' }, secret, now)).toEqual({
      ok: false,
      reason: 'code-expired',
    })
  })

  it('is of the browser that asked: a stranger who asks and guesses takes nothing from its owner', async () => {
    const email = 'owner@example.org'
    const mine = await makeSignInCode(db, { email, deviceHash }, secret, now)
    for (const stranger of ['one', 'two', 'three', null]) {
      await makeSignInCode(db, { email, deviceHash: stranger }, secret, minutesLater(1))
      for (let n = 0; n < 8; n++)
        await redeemCode(db, { deviceHash: stranger, email, code: wrongOf(mine.code) }, secret, minutesLater(1))
      expect(
        await redeemCode(db, { deviceHash: stranger, email, code: mine.code }, secret, minutesLater(1)),
      ).toMatchObject({ ok: false })
    }
    expect(await redeemCode(db, { deviceHash, email, code: mine.code }, secret, minutesLater(1))).toMatchObject({
      ok: true,
    })
  })

  it('does not take the code of somebody else', async () => {
    const { code } = await makeSignInCode(db, { email: 'mine@example.org', deviceHash }, secret, now)
    await makeSignInCode(db, { email: 'yours@example.org', deviceHash }, secret, now)
    const yours = await redeemCode(db, { deviceHash, email: 'yours@example.org', code }, secret, now)
    expect(yours).toEqual({ ok: false, reason: 'wrong-code' })
  })
})

describe('redeemLink', () => {
  it('works once, also after wrong codes, and ends the code', async () => {
    const email = 'link@example.org'
    const { code, token } = await makeSignInCode(db, { email, deviceHash }, secret, now)
    for (let n = 0; n < 6; n++) await redeemCode(db, { deviceHash, email, code: wrongOf(code) }, secret, now)
    expect(await getLinkEmail(db, token, now)).toBe(email)
    expect(await redeemLink(db, token, now)).toMatchObject({ ok: true })
    expect(await redeemLink(db, token, now)).toEqual({ ok: false, reason: 'link-expired' })
    expect(await redeemCode(db, { deviceHash, email, code }, secret, now)).toEqual({
      ok: false,
      reason: 'code-expired',
    })
    expect(await getLinkEmail(db, token, now)).toBeNull()
  })

  it('works for an hour, whatever was asked for since: nobody takes it from who reads the mailbox', async () => {
    const email = 'oldlink@example.org'
    const older = await makeSignInCode(db, { email, deviceHash }, secret, now)
    await makeSignInCode(db, { email, deviceHash: 'a stranger' }, secret, minutesLater(1))
    expect(await redeemLink(db, older.token, minutesLater(60))).toEqual({ ok: false, reason: 'link-expired' })
    expect(await getLinkEmail(db, older.token, minutesLater(60))).toBeNull()
    expect(await getLinkEmail(db, older.token, minutesLater(59.9))).toBe(email)
    expect(await redeemLink(db, older.token, minutesLater(59.9))).toMatchObject({ ok: true })
  })
})

describe('redeemAccount', () => {
  const github = { provider: 'github', name: 'Grace Hopper' }

  it('joins an account to the user of its verified address', async () => {
    const user = await db.user.create({ data: { email: 'grace@example.org', name: 'Grace' } })
    expect(
      await redeemAccount(db, { ...github, providerAccountId: '7', verifiedEmail: 'grace@example.org' }, now),
    ).toEqual({ ok: true, userId: user.id })
    expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({ name: 'Grace' })
  })

  it('joins nothing on an address that nobody verified', async () => {
    await db.user.create({ data: { email: 'victim@example.org' } })
    expect(await redeemAccount(db, { ...github, providerAccountId: '8', verifiedEmail: null }, now)).toEqual({
      ok: false,
      reason: 'unverified',
    })
    expect(await db.account.count({ where: { providerAccountId: '8' } })).toBe(0)
  })

  it('stays joined when the address elsewhere changes', async () => {
    const first = await redeemAccount(
      db,
      { ...github, providerAccountId: '9', verifiedEmail: 'first@example.org' },
      now,
    )
    await db.user.create({ data: { email: 'second@example.org' } })
    expect(
      await redeemAccount(db, { ...github, providerAccountId: '9', verifiedEmail: 'second@example.org' }, now),
    ).toEqual(first)
    expect(await redeemAccount(db, { ...github, providerAccountId: '9', verifiedEmail: null }, now)).toEqual(first)
  })

  it('does not mix up equal ids of two providers', async () => {
    const one = await redeemAccount(
      db,
      { provider: 'github', providerAccountId: '10', verifiedEmail: 'one@example.org', name: null },
      now,
    )
    const two = await redeemAccount(
      db,
      { provider: 'google', providerAccountId: '10', verifiedEmail: 'two@example.org', name: null },
      now,
    )
    expect(one).not.toEqual(two)
  })
})

describe('signing in', () => {
  it('makes nobody a member of what waits for them: they are asked', async () => {
    const conference = await db.conference.create({
      data: { slug: 'kcd', name: 'KCD', acronym: 'kcdm', timeZone: 'Europe/Berlin' },
    })
    const other = await db.conference.create({
      data: { slug: 'other', name: 'Other', acronym: 'other', timeZone: 'Europe/Berlin' },
    })
    await db.invitation.createMany({
      data: [
        { conferenceId: conference.id, email: 'invited@example.org', role: 'organizer' },
        { conferenceId: other.id, email: 'someone-else@example.org', role: 'owner' },
      ],
    })
    const { token } = await makeSignInCode(db, { email: 'invited@example.org', deviceHash }, secret, now)
    await redeemLink(db, token, now)
    expect([await db.membership.count(), await db.invitation.count()]).toEqual([0, 2])
  })
})

describe('signOutEverywhere', () => {
  it('ends every sign-in so far, and none to come, even where clocks run back', async () => {
    const user = await db.user.create({ data: { email: 'lost-phone@example.org', validFrom: minutesLater(60) } })
    const before = await signInInstant(db, user.id, now)
    await signOutEverywhere(db, user.id, now)
    const { validFrom } = await db.user.findUniqueOrThrow({ where: { id: user.id } })
    expect(before < validFrom).toBe(true)
    expect((await signInInstant(db, user.id, now)) >= validFrom).toBe(true)
    await signOutEverywhere(db, user.id, minutesLater(120))
    expect((await db.user.findUniqueOrThrow({ where: { id: user.id } })).validFrom).toEqual(minutesLater(120))
  })
})
