import { createTranslator } from 'next-intl'
import type { Language } from '@/lib/i18n/languages'
import { messagesOf } from '@/lib/i18n/messages'
import { isolated } from '@/lib/platform/bidi'
import { cleanLine, shorten } from '@/lib/platform/clean-text'
import type { Mail } from '@/lib/platform/mail'

/** The mail with the code and the link, either of which signs in. `link` is a whole address. */
export function codeMail(to: string, { code, link }: { code: string; link: string }, language: Language): Mail {
  const t = createTranslator({ locale: language, messages: messagesOf(language), namespace: 'mail' })
  return {
    to,
    subject: t('code.subject', { code }),
    text: paragraphs(t('code.code', { code }), t('code.link', { link }), t('code.life'), t('code.notYou')),
  }
}

/**
 * The mail that tells someone that a role in a conference waits for their answer. `link` is the whole address where
 * they give it; the mail speaks the conference's language. Of what a stranger wrote it carries the conference's name
 * alone, as a name: one line, no links. Who invites is said by their proved address.
 */
export function invitationMail(
  to: string,
  invitation: { conference: string; inviter: string; link: string },
  language: Language,
): Mail {
  const t = createTranslator({ locale: language, messages: messagesOf(language), namespace: 'mail' })
  const conference = asName(invitation.conference)
  return {
    to,
    subject: t('invitation.subject', { conference }),
    text: paragraphs(
      t('invitation.body', { inviter: invitation.inviter, conference }),
      t('invitation.how', { email: to, link: invitation.link }),
      t('invitation.unknown'),
    ),
  }
}

/** The mail by which whoever runs an installation sees that its mails arrive. */
export function trialMail(to: string, address: string, language: Language): Mail {
  const t = createTranslator({ locale: language, messages: messagesOf(language), namespace: 'mail' })
  return { to, subject: t('trial.subject'), text: paragraphs(t('trial.body', { address })) }
}

const LONGEST_NAME = 80
const WORD_JOINER = '\u2060'

/**
 * A name that somebody gave, for the mail of somebody else: addresses are left out, and what looks like one is no link
 * in any reader.
 */
function asName(text: string): string {
  const line = (cleanLine(text) ?? '').replace(/\b[a-z][a-z\d+.-]*:\/\/\S*|\b(mailto:|www\.)\S*/gi, '…')
  return isolated(shorten(line, LONGEST_NAME).replace(/(?<=\S)[.@/](?=\S)/g, (sign) => sign + WORD_JOINER))
}

function paragraphs(...texts: string[]): string {
  return `${texts.join('\n\n')}\n\n-- \nHallway\n`
}
