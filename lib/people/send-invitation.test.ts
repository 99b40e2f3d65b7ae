import { afterAll, beforeAll, expect, it } from 'vitest'
import { readEnvironment } from '@/lib/platform/env'
import { MailServer, textOf } from '@/tests/mail-server'
import { sendInvitation } from './send-invitation'

const mailServer = new MailServer()
beforeAll(() => mailServer.start())
afterAll(() => mailServer.stop())

const environment = (variables: Record<string, string>) => readEnvironment({ DATABASE_URL: 'postgresql://nowhere', HALLWAY_URL: 'https://hallway.example', ...variables })
const invitation = { email: 'ada@example.org', inviter: 'Ben', conference: { slug: 'rust-days', name: 'Rust Days', language: 'fr' as const } }

it('tells who invites to what, in the conference’s language, with a link to it', async () => {
  expect(await sendInvitation(invitation, environment({ SMTP_URL: mailServer.url }))).toEqual({ told: true })
  const [mail = ''] = mailServer.received
  expect(mail).toContain('To: ada@example.org')
  expect(textOf(mail)).toContain('Ben')
  expect(textOf(mail)).toContain('ada@example.org')
  expect(textOf(mail)).toContain('https://hallway.example/c/rust-days\n')
})

it('says when nobody was told: the mailbox is full, or there is no mail server', async () => {
  expect(await sendInvitation({ ...invitation, email: 'full@example.org' }, environment({ SMTP_URL: mailServer.url }))).toEqual({ told: false })
  expect(await sendInvitation(invitation, environment({}))).toEqual({ told: false })
})
