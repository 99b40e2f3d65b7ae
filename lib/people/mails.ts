import { createTranslator } from 'next-intl'
import type { Language } from '@/lib/i18n/languages'
import { messagesOf } from '@/lib/i18n/messages'
import type { Mail } from '@/lib/platform/mail'

/** The mail with the code and the link, either of which signs in. `link` is a whole address. */
export function codeMail(to: string, { code, link }: { code: string; link: string }, language: Language): Mail {
  const t = createTranslator({ locale: language, messages: messagesOf(language), namespace: 'mail' })
  return { to, subject: t('code.subject', { code }), text: paragraphs(t('code.code', { code }), t('code.link', { link }), t('code.life'), t('code.notYou')) }
}

/** The mail that tells someone that a role in a conference waits for them. `link` is the conference's whole address; the mail speaks the conference's language. */
export function invitationMail(to: string, invitation: { conference: string; inviter: string; link: string }, language: Language): Mail {
  const t = createTranslator({ locale: language, messages: messagesOf(language), namespace: 'mail' })
  return { to, subject: t('invitation.subject', { conference: invitation.conference }), text: paragraphs(t('invitation.body', invitation), t('invitation.how', { email: to, link: invitation.link })) }
}

function paragraphs(...texts: string[]): string {
  return `${texts.join('\n\n')}\n\n-- \nHallway\n`
}
