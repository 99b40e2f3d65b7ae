import { afterAll, beforeAll, expect, it } from 'vitest'
import { readEnvironment } from '@/lib/platform/env'
import { MailServer, textOf } from '@/tests/mail-server'
import { sendInvitation } from './send-invitation'

const mailServer = new MailServer()
beforeAll(() => mailServer.start())
afterAll(() => mailServer.stop())

const environment = (variables: Record<string, string>) =>
  readEnvironment({ DATABASE_URL: 'postgresql://nowhere', HALLWAY_URL: 'https://hallway.example', ...variables })
const invitation = {
  email: 'ada@example.org',
  inviter: 'ben@example.org',
  conference: { name: 'Rust Days', language: 'fr' as const },
}

it('tells who invites to what, in the conference’s language, with a link to the answer', async () => {
  expect(await sendInvitation(invitation, environment({ SMTP_URL: mailServer.url }))).toEqual({ told: true })
  const [mail = ''] = mailServer.received
  expect(mail).toContain('To: ada@example.org')
  expect(textOf(mail)).toContain('ben@example.org')
  expect(textOf(mail)).toContain('ada@example.org')
  expect(textOf(mail)).toContain('https://hallway.example/invitations\n')
})

it('says when nobody was told: the mailbox is full, or there is no mail server', async () => {
  expect(
    await sendInvitation({ ...invitation, email: 'full@example.org' }, environment({ SMTP_URL: mailServer.url })),
  ).toEqual({ told: false })
  expect(await sendInvitation(invitation, environment({}))).toEqual({ told: false })
})

it.each([
  ['Prize\r\nBcc: all@evil.example\r\n\r\nOpen http://evil.example/now'],
  ['Prize\n\nhttps://evil.example/?a=1 www.evil.example evil.example/x mailto:all@evil.example'],
  ['javascript://evil.example %0d%0aX: y\u0000\u2028\u0085 hxxp evil.example'],
  ['P'.repeat(500)],
])('carries a conference’s name as a name, one short line without links: %j', async (name) => {
  mailServer.received.length = 0
  await sendInvitation(
    { ...invitation, conference: { ...invitation.conference, name } },
    environment({ SMTP_URL: mailServer.url }),
  )
  const [mail = ''] = mailServer.received
  const head = mail.slice(0, mail.indexOf('\n\n'))
  expect([/^(bcc|x):/im.test(head), mailServer.received.length]).toEqual([false, 1])
  const text = textOf(mail)
  const [said = ''] = text.split('\n\n')
  expect([said.includes('\n'), /evil\.example|\w:\/\/|www\./.test(said), said.length < 220]).toEqual([
    false,
    false,
    true,
  ])
  expect(text.match(/https?:\/\/\S+/g)).toEqual(['https://hallway.example/invitations'])
})

it('turns no letters around for a conference’s name, in its subject neither', async () => {
  mailServer.received.length = 0
  const conference = { ...invitation.conference, name: 'Rust \u202Egnp.exe' }
  await sendInvitation({ ...invitation, conference }, environment({ SMTP_URL: mailServer.url }))
  const [mail = ''] = mailServer.received
  const subject = mail.replace(/=\?UTF-8\?B\?(.*?)\?=\s*/gi, (_, text: string) =>
    Buffer.from(text, 'base64').toString(),
  )
  for (const text of [subject, textOf(mail)])
    expect([/gnp\.?/.test(text), /[\u202D\u202E]/.test(text)]).toEqual([true, false])
})
