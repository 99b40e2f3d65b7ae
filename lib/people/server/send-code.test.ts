import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnvironment } from '@/lib/platform/env'
import { testDatabase } from '@/tests/db'
import { MailServer, textOf } from '@/tests/mail-server'
import { redeemCode, redeemLink } from './mutations'
import { sendSignInCode } from './send-code'

const { db, url } = await testDatabase()
const secret = 'a secret of thirty-two characters'
const now = new Date('2026-03-24T09:00:00Z')

const mailServer = new MailServer()
beforeAll(() => mailServer.start())
afterAll(() => mailServer.stop())

const environment = (variables: Record<string, string> = {}) =>
  readEnvironment({ DATABASE_URL: url, NEXTAUTH_SECRET: secret, ...variables })
const withMail = () =>
  environment({
    SMTP_URL: mailServer.url,
    HALLWAY_URL: 'https://hallway.example',
    MAIL_FROM: 'Hallway <hall@hallway.example>',
  })
let asked = 0
const request = {
  email: 'ada@example.org',
  to: '/c/kcd/plan?x=1&y=2',
  language: 'en' as const,
  deviceHash: 'a browser',
  arrival: { host: 'localhost:3000', direct: true },
}
const { deviceHash } = request

// Of one address, the code asked for last counts.
function nextMoment(): Date {
  asked += 1
  return new Date(now.getTime() + asked)
}

async function mailed(overrides: Partial<typeof request> | { language: 'fr' } = {}) {
  mailServer.received.length = 0
  const outcome = await sendSignInCode(db, { ...request, ...overrides }, withMail(), nextMoment())
  const mail = mailServer.received[0] ?? ''
  const text = textOf(mail)
  return {
    outcome,
    mail,
    text,
    code: /\b(\d{6})\b/.exec(text)?.[1] ?? '',
    link: new URL(/https?:\S+/.exec(text)?.[0] ?? 'http://none'),
  }
}

describe('sendSignInCode', () => {
  it('mails a code that works and keeps it from the page', async () => {
    const { outcome, mail, code } = await mailed()
    expect(outcome).toEqual({ ok: true, by: 'mail', code: null })
    expect(mail).toContain('From: Hallway <hall@hallway.example>')
    expect(mail).toContain('To: ada@example.org')
    expect(mail).toContain('Auto-Submitted: auto-generated')
    expect(await redeemCode(db, { deviceHash, email: request.email, code }, secret, now)).toMatchObject({ ok: true })
  })

  it('mails a link to a page of ours that works and leads back', async () => {
    const { link } = await mailed()
    expect(`${link.origin}${link.pathname}`).toBe('https://hallway.example/sign-in/link')
    expect(link.searchParams.get('to')).toBe(request.to)
    expect(await redeemLink(db, link.searchParams.get('token') ?? '', now)).toMatchObject({ ok: true })
  })

  it('mails in the visitor’s language', async () => {
    const { text } = await mailed({ language: 'fr' })
    expect(text).toMatch(/^Votre code\u00A0: \d{6}\n/)
  })

  it('mails known and unknown addresses alike', async () => {
    await db.user.create({ data: { email: 'known@example.org' } })
    const shape = ({ outcome, text, code }: Awaited<ReturnType<typeof mailed>>) => [
      outcome,
      text.replace(code, 'CODE').replace(/token=[\w-]+/, 'TOKEN'),
    ]
    expect(shape(await mailed({ email: 'known@example.org' }))).toEqual(
      shape(await mailed({ email: 'unknown@example.org' })),
    )
  })

  it('says when the mail server refuses', async () => {
    expect((await mailed({ email: 'full@example.org' })).outcome).toEqual({ ok: false, reason: 'mail-failed' })
  })

  it('shows the code on this machine without a mail server', async () => {
    const sent = await sendSignInCode(db, request, environment(), nextMoment())
    expect(sent).toEqual({ ok: true, by: 'page', code: expect.stringMatching(/^\d{6}$/) })
    expect(
      await redeemCode(db, { deviceHash, email: request.email, code: (sent.ok && sent.code) || '' }, secret, now),
    ).toMatchObject({ ok: true })
  })

  it('keeps the code in the terminal where others can ask', async () => {
    expect(await sendSignInCode(db, request, environment({ HOST: '0.0.0.0' }), now)).toEqual({
      ok: true,
      by: 'terminal',
      code: null,
    })
  })
})
