import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { sayWhen } from '@/lib/i18n/dates'
import type { PlanConflict } from '@/lib/planning/conflict-options'
import type { PickRank } from '@/lib/planning/schema'
import type { AgendaSession } from '@/lib/program/agenda'

type Props = {
  session: AgendaSession
  /** Those in which it is a side. */
  conflicts: readonly PlanConflict[]
  timeZone: string
  onRank: (session: AgendaSession, rank: PickRank | undefined) => void
  onSwap: (session: AgendaSession, other: AgendaSession) => void
}

/** What can be done with one tap about a session that cannot be done together with another. */
export function ConflictAnswers({ session, conflicts, timeZone, onRank, onSwap }: Props) {
  const [t, language] = [useTranslations('plan'), useLocale()]
  const sides = conflicts.flatMap((conflict) => conflict.sides.filter((side) => side.session.id === session.id))
  const repeats = [...new Map(sides.flatMap((side) => side.repeats).map((other) => [other.id, other])).values()]
  const look = 'relative z-1 !px-3 text-sm'
  return (
    <div role="group" aria-label={session.title} className="mt-1 flex flex-wrap items-center gap-2 print:hidden">
      <Button
        className={look}
        aria-label={`${t('makePlanB')}: ${session.title}`}
        onClick={() => onRank(session, 'planB')}
      >
        {t('makePlanB')}
      </Button>
      <Button className={look} aria-label={`${t('drop')}: ${session.title}`} onClick={() => onRank(session, undefined)}>
        {t('drop')}
      </Button>
      {repeats.map((other) => (
        <Button key={other.id} className={look} onClick={() => onSwap(session, other)}>
          {t('takeAt', { time: timeFor(other) })}
        </Button>
      ))}
      {session.replay ? (
        <a
          className="relative z-1 inline-flex min-h-11 items-center text-sm text-accent underline underline-offset-4"
          href={session.replay}
          rel="noreferrer nofollow"
        >
          {t('recorded')}
        </a>
      ) : null}
    </div>
  )

  function timeFor({ startAt, dayOn }: AgendaSession): string {
    return sayWhen({ startAt, dayOn }, { timeZone, language, under: session.dayOn })
  }
}
