import { createTranslator } from 'next-intl'
import { sayDay } from '@/lib/i18n/dates'
import type { Language } from '@/lib/i18n/language-names'
import { messagesOf } from '@/lib/i18n/messages'
import { cleanLine } from '@/lib/platform/clean-text'
import type { Mail } from '@/lib/platform/mail'
import { timeOf } from '@/lib/platform/time'
import type { Digest, DigestSession } from './load-digest'

/** The mail of one morning: what changed, then the day's plan, in the conference's zone, and how to end these mails. */
export function digestMail(to: string, { conference, day, today, changed }: Digest, publicUrl: string, language: Language): Mail {
  const t = createTranslator({ locale: language, messages: messagesOf(language), namespace: 'mail' })
  const place = ({ startAt, room }: DigestSession) => [startAt ? timeOf(startAt, conference.timeZone) : t('digest.noTime'), room].filter(Boolean).join(' · ')
  const changes = changed.map((session) => `- ${cleanLine(session.title)}: ${session.isCancelled ? t('digest.cancelled') : `${sayDay(session.dayOn, language)} ${place(session)}`}`)
  const plan = today.map((session) => `- ${place(session)}  ${cleanLine(session.title)}`)
  const parts = [
    ...(changes.length > 0 ? [`${t('digest.changed')}\n${changes.join('\n')}`] : []),
    plan.length > 0 ? `${t('digest.today')}\n${plan.join('\n')}` : t('digest.nothing'),
    `${publicUrl}/c/${conference.slug}/plan`,
    t('digest.end', { link: `${publicUrl}/settings` }),
  ]
  const subject = t('digest.subject', { conference: cleanLine(conference.name) ?? '', day: sayDay(day, language) })
  return { to, subject, text: `${parts.join('\n\n')}\n\n-- \nHallway\n` }
}
