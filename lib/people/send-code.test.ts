import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnvironment } from '@/lib/platform/env'
import { testDatabase } from '@/tests/db'
import { redeemCode, redeemLink } from './mutations'
import { sendSignInCode } from './send-code'

const { db, url } = await testDatabase()
const secret = 'a secret of thirty-two characters'
const now = new Date('2026-03-24T09:00:00Z')

// A mail server as the wire sees it: takes what is sent, but nothing for "full@…".
const received: string[] = []
const smtp = createServer((socket) => {
  let mail: string | null = null
  let rest = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 test')
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString()).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (mail !== null && line !== '.') mail += `${line}\n`
      else if (line === '.') {
        received.push(mail ?? '')
        mail = null
        say('250 taken')
      } else if (line === 'DATA') {
        mail = ''
        say('354 go on')
      } else if (line.startsWith('RCPT TO:<full@')) say('552 mailbox full')
      else if (line === 'QUIT') say('221 bye')
      else say('250 ok')
    }
  })
})

beforeAll(() => new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', listening)))
afterAll(() => new Promise<void>((closed) => smtp.close(() => closed())))

const environment = (variables: Record<string, string> = {}) => readEnvironment({ DATABASE_URL: url, NEXTAUTH_SECRET: secret, ...variables })
const withMail = () => environment({ SMTP_URL: `smtp://127.0.0.1:${(smtp.address() as AddressInfo).port}`, HALLWAY_URL: 'https://hallway.example', MAIL_FROM: 'Hallway <hall@hallway.example>' })
let asked = 0
const request = { email: 'ada@example.org', to: '/c/kcd/plan?x=1&y=2', language: 'en' as const, host: 'localhost:3000' }

// Of one address, the code asked for last counts.
function nextMoment(): Date {
  asked += 1
  return new Date(now.getTime() + asked)
}

/** The text of a mail with its transfer encoding undone. */
function textOf(mail: string): string {
  const body = mail.slice(mail.indexOf('\n\n') + 2)
  return Buffer.from(body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString()
}

async function mailed(overrides: Partial<typeof request> | { language: 'fr' } = {}) {
  received.length = 0
  const outcome = await sendSignInCode(db, { ...request, ...overrides }, withMail(), nextMoment())
  const mail = received[0] ?? ''
  const text = textOf(mail)
  return { outcome, mail, text, code: /\b(\d{6})\b/.exec(text)?.[1] ?? '', link: new URL(/https?:\S+/.exec(text)?.[0] ?? 'http://none') }
}

describe('sendSignInCode', () => {
  it('mails a code that works and keeps it from the page', async () => {
    const { outcome, mail, code } = await mailed()
    expect(outcome).toEqual({ ok: true, by: 'mail', code: null })
    expect(mail).toContain('From: Hallway <hall@hallway.example>')
    expect(mail).toContain('To: ada@example.org')
    expect(mail).toContain('Auto-Submitted: auto-generated')
    expect(await redeemCode(db, { email: request.email, code }, secret, now)).toMatchObject({ ok: true })
  })

  it('mails a link to a page of ours that works and leads back', async () => {
    const { link } = await mailed()
    expect(`${link.origin}${link.pathname}`).toBe('https://hallway.example/sign-in/link')
    expect(link.searchParams.get('to')).toBe(request.to)
    expect(await redeemLink(db, link.searchParams.get('token') ?? '', now)).toMatchObject({ ok: true })
  })

  it('mails in the visitor’s language', async () => {
    const { text } = await mailed({ language: 'fr' })
    expect(text).toMatch(/^Votre code : \d{6}\n/)
  })

  it('mails known and unknown addresses alike', async () => {
    await db.user.create({ data: { email: 'known@example.org' } })
    const shape = ({ outcome, text, code }: Awaited<ReturnType<typeof mailed>>) => [outcome, text.replace(code, 'CODE').replace(/token=[\w-]+/, 'TOKEN')]
    expect(shape(await mailed({ email: 'known@example.org' }))).toEqual(shape(await mailed({ email: 'unknown@example.org' })))
  })

  it('says when the mail server refuses', async () => {
    expect((await mailed({ email: 'full@example.org' })).outcome).toEqual({ ok: false, reason: 'mail-failed' })
  })

  it('shows the code on this machine without a mail server', async () => {
    const sent = await sendSignInCode(db, request, environment(), nextMoment())
    expect(sent).toEqual({ ok: true, by: 'page', code: expect.stringMatching(/^\d{6}$/) })
    expect(await redeemCode(db, { email: request.email, code: (sent.ok && sent.code) || '' }, secret, now)).toMatchObject({ ok: true })
  })

  it('keeps the code in the terminal where others can ask', async () => {
    expect(await sendSignInCode(db, request, environment({ HOST: '0.0.0.0' }), now)).toEqual({ ok: true, by: 'terminal', code: null })
  })
})
