import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { lengthOf, sayWhen } from '@/lib/i18n/dates'
import type { SessionNews } from '@/lib/planning/changes'
import type { Overlap } from '@/lib/planning/conflicts'
import { valuesOf } from '@/lib/planning/news-values'
import { isolated } from '@/lib/platform/bidi'
import type { AgendaSession } from '@/lib/program/agenda'
import { NewsLine } from './news-line'

type Props = {
  news: SessionNews
  /** As it is now. */
  session: AgendaSession
  address: string
  /** Mine that it collides with. */
  overlaps: readonly Overlap[]
  isPlanB: boolean
  /** The conference's. */
  timeZone: string
  onKeep: () => void
  onDrop: () => void
  onReplace: () => void
}

/** What happened to one session of mine, and what I make of it. */
export function ChangesLine({ news, session, address, overlaps, isPlanB, timeZone, onKeep, onDrop, onReplace }: Props) {
  const [t, plan] = [useTranslations('changes'), useTranslations('plan')]
  const { title } = session
  const when = sayWhen(session, { timeZone, language: useLocale() })
  // Two sessions may share a title: their times tell them apart.
  const named = (action: string) => `${action}: ${[title, when].filter(Boolean).join(', ')}`
  return (
    <li className="grid gap-2 rounded-xl border border-line bg-raised p-3">
      <div>
        <a dir="auto" lang={session.language} href={address} className="inline-flex min-h-6 font-semibold leading-snug">
          {title}
        </a>
        {isPlanB ? <span className="ml-2 text-sm text-muted">{plan('planB')}</span> : null}
        {when ? <p className="text-sm tabular-nums text-muted">{when}</p> : null}
      </div>
      {news.standing ? (
        <p className={`font-medium ${news.standing === 'cancelled' ? 'text-danger' : 'text-good'}`}>
          {t(news.standing)}
        </p>
      ) : null}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        {valuesOf(news, session).map((value) => (
          <NewsLine key={value.kind} value={value} timeZone={timeZone} />
        ))}
      </dl>
      {overlaps.map(({ other, minutes }) => (
        <p key={other.id} className="text-sm text-warning">
          {plan('overlapsWith', { title: isolated(other.title), ...lengthOf(minutes) })}
        </p>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button aria-label={named(t('keep'))} onClick={onKeep}>
          {t('keep')}
        </Button>
        <Button aria-label={named(t('drop'))} onClick={onDrop}>
          {t('drop')}
        </Button>
        {session.startAt ? (
          <Button aria-label={named(t('another'))} aria-haspopup="dialog" onClick={onReplace}>
            {t('another')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
