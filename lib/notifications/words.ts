import { createTranslator } from 'next-intl'
import { dateOfWhen, lengthOf, sayWhen } from '@/lib/i18n/dates'
import type { Language } from '@/lib/i18n/language-names'
import { messagesOf } from '@/lib/i18n/messages'
import { isolated, settleBidi, settleLines } from '@/lib/platform/bidi'
import { shorten } from '@/lib/platform/clean-text'
import { MINUTE_MS } from '@/lib/platform/time'
import { LIKELY_FULL_MINUTES } from '@/lib/planning/walking'
import { pageAddress } from '@/lib/program/addresses'
import type { PushedKind } from './alert-kinds'
import type { PushMessage } from './deliver'
import type { FullnessLevel } from './server/find-full'

/** What is known of an alert when it is sent. */
export type AlertFacts = {
  kind: PushedKind
  subjectId: string
  conference: { slug: string; name: string; timeZone: string; language: string }
} & (
  | { kind: 'announcement'; text: string }
  | { kind: 'sourceWaits'; source: string }
  | {
      kind: 'nextSession' | 'roomFull' | 'sessionMoved'
      session: SessionFacts
      fullness: FullnessLevel | null
      /** From what its person is in before; null: nobody knows where they are. */ departure: Departure | null
    }
)

type Departure = { leaveAt: Date; /** How early one is there then. */ earlyMinutes: number }
type SessionFacts = {
  title: string
  path: string
  isCancelled: boolean
  dayOn: string
  startAt: Date | null
  room: string
}

const LONGEST_TITLE = 120
const LONGEST_BODY = 600

/** One alert in a person's language: what, when and where, in the conference's zone. */
export function wordsOf(facts: AlertFacts, language: Language, now: Date): PushMessage {
  const said = say(facts, language, now)
  return {
    ...said,
    title: settleBidi(shorten(said.title, LONGEST_TITLE)),
    body: settleLines(shorten(said.body, LONGEST_BODY)),
    tag: `${facts.kind}-${facts.subjectId}`,
    language,
  }
}

/**
 * Several that are due at once, as one: the first in full, of the others what they are.
 * @param all the most urgent first
 */
export function mergeMessages(all: readonly [PushMessage, ...PushMessage[]]): PushMessage {
  const [first, ...others] = all
  return {
    ...first,
    body: shorten([first.body, ...others.map(({ title }) => `+ ${title}`)].join('\n'), LONGEST_BODY * 2),
  }
}

function say(facts: AlertFacts, language: Language, now: Date) {
  if (facts.kind === 'announcement') return sayAnnouncement(facts, language)
  return facts.kind === 'sourceWaits' ? saySource(facts, language) : saySession(facts, language, now)
}

function saySource(
  { conference, source, subjectId }: Extract<AlertFacts, { kind: 'sourceWaits' }>,
  language: Language,
) {
  const t = translator(language)
  return {
    title: t('sourceWaits', { conference: isolated(conference.name) }),
    body: t('sourceWaitsBody', { source: isolated(source) }),
    url: pageAddress(conference.slug, 'managedSource', subjectId),
  }
}

function sayAnnouncement({ conference, text }: Extract<AlertFacts, { kind: 'announcement' }>, language: Language) {
  return {
    title: translator(language)('announcement', { conference: isolated(conference.name) }),
    body: text,
    url: pageAddress(conference.slug, 'now'),
  }
}

function saySession(
  { kind, session, conference, fullness, departure }: Extract<AlertFacts, { session: SessionFacts }>,
  language: Language,
  now: Date,
) {
  const t = translator(language)
  const { startAt } = session
  const [title, room] = [isolated(session.title), isolated(session.room)]
  const { timeZone } = conference
  const saying = { timeZone, language, under: dateOfWhen({ startAt: now }, timeZone) }
  const place = [sayWhen({ startAt }, saying), room].filter(Boolean).join(' · ')
  const when = (wanted: string) => [sayWhen(session, { timeZone, language }), wanted, room].filter(Boolean).join(' · ')
  const url = kind === 'roomFull' ? pageAddress(conference.slug, 'plan') : session.path
  if (kind === 'nextSession') {
    const minutes = startAt ? Math.max(0, Math.round((startAt.getTime() - now.getTime()) / MINUTE_MS)) : 0
    const leaveAt = departure?.leaveAt
    const leave = leaveAt
      ? [leaveAt > now ? t('leaveBy', { time: sayWhen({ startAt: leaveAt }, saying) }) : t('leaveNow')]
      : []
    return { title: t('next', { ...lengthOf(minutes), title }), body: [place, ...leave].join(' · '), url }
  }
  if (kind === 'roomFull')
    return {
      title: t('full', { state: fullness ?? 'full', title }),
      body: [
        place,
        fullness === 'likely' ? t('beEarly', { minutes: departure?.earlyMinutes ?? LIKELY_FULL_MINUTES }) : t('planB'),
      ].join(' · '),
      url,
    }
  if (session.isCancelled) return { title: t('cancelled', { title }), body: t('wasPlanned', { when: when('') }), url }
  return { title: t('moved', { title }), body: t('nowAt', { when: when(startAt ? '' : t('noTime')) }), url }
}

function translator(language: Language) {
  return createTranslator({ locale: language, messages: messagesOf(language), namespace: 'alert' })
}
