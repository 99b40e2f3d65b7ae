import { describe, expect, it } from 'vitest'
import { codeMail, invitationMail } from './mails'

const link = 'https://hall.example/sign-in/abc'

it('has the code and the page, either of which signs in', () => {
  expect(codeMail('ada@example.org', { code: '123456', link }, 'en')).toEqual({
    to: 'ada@example.org',
    subject: '123456 is your Hallway code',
    text:
      'Your code: 123456\n\n' +
      `Or open this page and press its button:\n${link}\n\n` +
      'The code works once, for 10\u00a0minutes, in the browser where you asked for it. ' +
      'The page works once, for an hour, in any browser.\n\n' +
      'You did not ask for this? Then do nothing: without the code nobody gets in.\n\n' +
      '-- \nHallway\n',
  })
})

describe('an invitation', () => {
  const mail = (conference: string, language: 'en' | 'fr' = 'en') =>
    invitationMail('bo@example.org', { conference, inviter: 'ada@example.org', link }, language)

  it('says who invites to what, and how to answer', () => {
    expect(mail('Rust Days')).toEqual({
      to: 'bo@example.org',
      subject: 'Hallway: an invitation to “Rust Days”',
      text:
        'ada@example.org invites you to take part in the conference “Rust Days” on Hallway.\n\n' +
        `To accept or decline, sign in with this address, bo@example.org, and open:\n${link}\n\n` +
        'You do not know who this is? Then do nothing: you become part of nothing without your yes.\n\n' +
        '-- \nHallway\n',
    })
    expect(mail('Rust Days', 'fr').subject).toContain('Rust Days')
  })

  it.each([
    ['Win https://evil.example/x now', 'Win … now'],
    ['mailto:x@evil.example', '…'],
    ['www.evil.example offers', '… offers'],
    ['evil.example', 'evil.\u2060example'],
    ['a@b c/d', 'a@\u2060b c/\u2060d'],
    ['One\n\nTwo', 'One Two'],
    ['x'.repeat(100), 'x'.repeat(80)],
    ['\u202Eeb', '\u2068eb\u2069'],
  ])('carries of what a stranger wrote one line without links: %j', (name, shown) => {
    expect(mail(name).subject).toBe(`Hallway: an invitation to “${shown}”`)
  })
})
