import { useId } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Outside } from '@/components/ui/facts'
import { sayWhen } from '@/lib/i18n/dates'
import type { ConflictSide, PlanConflict } from '@/lib/planning/conflict-options'
import type { PickRank } from '@/lib/planning/schema'
import { isolated } from '@/lib/platform/bidi'
import type { AgendaSession } from '@/lib/program/agenda'

type Props = {
  conflicts: PlanConflict[]
  timeZone: string
  onRank: (session: AgendaSession, rank: PickRank | undefined) => void
  onSwap: (session: AgendaSession, other: AgendaSession) => void
}

/** What of a day cannot be done, and for each side what can be done about it with one tap. */
export function PlanConflicts({ conflicts, timeZone, onRank, onSwap }: Props) {
  const t = useTranslations('plan')
  const language = useLocale()
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 id={heading} className="text-lg font-semibold">
        {t('conflicts', { count: conflicts.length })}
      </h2>
      {conflicts.map((conflict, index) => (
        <article
          key={keyOf(conflict)}
          aria-label={sayConflict(conflict)}
          className="rounded-lg border border-l-4 border-line border-l-warning bg-raised"
        >
          {/* One after the other: all of them unfolded would push the day itself off the screen. */}
          <details open={index === 0} className="group">
            <summary className="min-h-11 px-3 py-2.5">
              <span className="text-sm font-medium text-warning">{sayConflict(conflict)}</span>
              {conflict.sides.map(({ session }) => (
                <span
                  key={session.id}
                  dir="auto"
                  lang={session.language}
                  className="block truncate pl-4 text-sm group-open:hidden"
                >
                  {session.title}
                </span>
              ))}
            </summary>
            <div className="grid gap-3 px-3 pb-3">
              {conflict.sides.map((side) => (
                <div key={side.session.id} className="grid gap-1 sm:flex sm:items-center sm:justify-between sm:gap-3">
                  {sideOf(side)}
                </div>
              ))}
            </div>
          </details>
        </article>
      ))}
    </section>
  )

  function sideOf({ session, repeats }: ConflictSide) {
    return (
      <>
        <p className="leading-snug">
          <span className="tabular-nums text-muted">
            {sayWhen(session, { timeZone, language, under: session.dayOn })}
          </span>{' '}
          <span lang={session.language} className="font-semibold">
            <Outside>{session.title}</Outside>
          </span>
        </p>
        {session.replay ? (
          <p className="text-sm">
            <a
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
              href={session.replay}
              rel="noreferrer nofollow"
            >
              {t('recorded')}
            </a>
          </p>
        ) : null}
        <div role="group" aria-label={session.title} className="flex shrink-0 flex-wrap gap-2">
          <Button aria-label={`${t('drop')}: ${session.title}`} onClick={() => onRank(session, undefined)}>
            {t('drop')}
          </Button>
          <Button aria-label={`${t('makePlanB')}: ${session.title}`} onClick={() => onRank(session, 'planB')}>
            {t('makePlanB')}
          </Button>
          {repeats.map((other) => (
            <Button key={other.id} onClick={() => onSwap(session, other)}>
              {t('takeAt', { time: timeFor(session, other) })}
            </Button>
          ))}
        </div>
      </>
    )
  }

  function timeFor(session: AgendaSession, other: AgendaSession): string {
    return sayWhen({ startAt: other.startAt, dayOn: other.dayOn }, { timeZone, language, under: session.dayOn })
  }

  function sayConflict({ kind, minutes, block }: PlanConflict): string {
    return t(`conflict.${kind}`, { minutes, title: isolated(block?.title ?? '') })
  }
}

function keyOf({ kind, sides, block }: PlanConflict): string {
  return [kind, ...sides.map(({ session }) => session.id), block?.id].join(' ')
}
