import { createTranslator } from 'next-intl'
import { sayDay, sayWhen } from '@/lib/i18n/dates'
import type { Language } from '@/lib/i18n/language-names'
import { messagesOf } from '@/lib/i18n/messages'
import { isolated } from '@/lib/platform/bidi'
import { cleanLine } from '@/lib/platform/clean-text'
import type { Mail } from '@/lib/platform/mail'
import { pageAddress } from '@/lib/program/addresses'
import type { Digest, DigestSession } from './server/load-digest'

/** The mail of one morning: what changed, then the day's plan, in the conference's zone, and how to end these mails. */
export function digestMail(
  to: string,
  { conference, day, today, changed }: Digest,
  publicUrl: string,
  language: Language,
): Mail {
  const t = createTranslator({ locale: language, messages: messagesOf(language), namespace: 'mail' })
  const place = (session: DigestSession, under?: string) =>
    [
      sayWhen(session, { timeZone: conference.timeZone, language, under }),
      session.startAt ? '' : t('digest.noTime'),
      isolated(session.room),
    ]
      .filter(Boolean)
      .join(' · ')
  const changes = changed.map(
    (session) =>
      `- ${isolated(cleanLine(session.title) ?? '')}: ${session.isCancelled ? t('digest.cancelled') : place(session)}`,
  )
  const plan = today.map((session) => `- ${place(session, day)}  ${isolated(cleanLine(session.title) ?? '')}`)
  const parts = [
    ...(changes.length > 0 ? [`${t('digest.changed')}\n${changes.join('\n')}`] : []),
    plan.length > 0 ? `${t('digest.today')}\n${plan.join('\n')}` : t('digest.nothing'),
    `${publicUrl}${pageAddress(conference.slug, 'plan')}`,
    t('digest.end', { link: `${publicUrl}/settings` }),
  ]
  const subject = t('digest.subject', {
    conference: isolated(cleanLine(conference.name) ?? ''),
    day: sayDay(day, language),
  })
  return { to, subject, text: `${parts.join('\n\n')}\n\n-- \nHallway\n` }
}
