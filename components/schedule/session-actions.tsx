import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { swapOf, useUndoablePicks } from '@/components/shared/use-undoable-picks'
import { Button } from '@/components/ui/button'
import { dateOfWhen, lengthOf, sayWhen } from '@/lib/i18n/dates'
import { Outside } from '@/components/ui/facts'
import { overlapsWith, type Overlap } from '@/lib/planning/conflicts'
import type { PickRank } from '@/lib/planning/schema'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { RankControl } from './rank-control'

const PlanBDialog = dynamic(
  () => keepTrying(() => import('@/components/shared/plan-b-dialog')).then((module) => module.PlanBDialog),
  { ssr: false },
)
const UndoBar = dynamic(
  () => keepTrying(() => import('@/components/shared/undo-bar')).then((module) => module.UndoBar),
  { ssr: false },
)

type Props = {
  agenda: Agenda
  session: AgendaSession
  timeZone: string
  /** The pick stays in thumb's reach while the rest is read. */
  isPage: boolean
  /** The agenda is all of it, not only what came with the page. */
  whole: boolean
  onNeedWhole: () => void
}

/** First choice, plan B, hidden or none; what else is on; and which of my picks it collides with. */
export function SessionActions({ agenda, session, timeZone, isPage, whole, onNeedWhole }: Props) {
  const plan = useTranslations('plan')
  const { picks, rankOf, change, bar } = useUndoablePicks(agenda.conference.id)
  const [asked, setAsked] = useState(false)
  const rank = picks.get(session.id)
  useEffect(() => {
    // Naming what overlaps takes the sessions that were picked, not only this one.
    if (picks.size > 0) onNeedWhole()
  }, [picks.size, onNeedWhole])
  const overlaps = overlapsWith(
    session,
    agenda.sessions.filter(({ id }) => picks.get(id) === 'first' || picks.get(id) === 'planB'),
  )

  const onRank = (next: PickRank | undefined) => {
    // None comes of tapping what is drawn as pressed, and the tap before may have changed that already.
    const tapped = next ?? rank
    const wanted = rankOf(session.id) === tapped ? undefined : tapped
    change(plan(`done.${wanted ?? 'none'}`, { title: isolated(session.title) }), [[session.id, wanted]])
  }
  const onAsk = () => {
    onNeedWhole()
    setAsked(true)
  }
  const onTake = (other: AgendaSession) => {
    change(plan(rank ? 'swapped' : 'taken', { title: isolated(other.title) }), swapOf(picks, session, other))
    setAsked(false)
  }

  return (
    <>
      {session.status === 'cancelled' && !rank ? null : (
        <div className={isPage ? inReach : undefined}>
          <RankControl title={session.title} rank={rank} onRank={onRank} />
        </div>
      )}
      {session.startAt ? (
        <p className="-my-3">
          <Button variant="text" onClick={onAsk} aria-haspopup="dialog">
            {plan('instead')}
          </Button>
        </p>
      ) : null}
      {overlaps.length > 0 ? (
        <Overlaps
          overlaps={overlaps}
          conference={agenda.conference.slug}
          timeZone={timeZone}
          under={dateOfWhen(session, timeZone)}
        />
      ) : null}
      {asked ? (
        <PlanBDialog
          agenda={whole ? agenda : null}
          picks={picks}
          wanted={session}
          timeZone={timeZone}
          onTake={onTake}
          onClose={() => setAsked(false)}
        />
      ) : null}
      {bar ? <UndoBar {...bar} /> : null}
    </>
  )
}

/** Above the places of a phone. */
const inReach =
  'in-reach sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 -mx-4 bg-ground px-4 py-2 lg:bottom-0'

function Overlaps({
  overlaps,
  conference,
  timeZone,
  under,
}: {
  overlaps: Overlap[]
  conference: string
  timeZone: string
  under?: string
}) {
  const [t, language] = [useTranslations('session'), useLocale()]
  return (
    <div role="status" className="rounded-lg border-l-4 border-warning bg-raised p-3">
      <p className="font-medium">{t('overlaps', { count: overlaps.length })}</p>
      <ul className="mt-1 grid">
        {overlaps.map(({ other, minutes }) => (
          <li key={other.id}>
            <a
              className="inline-flex min-h-11 flex-wrap items-center gap-x-2 underline underline-offset-4"
              href={pageAddress(conference, 'session', other.slug)}
            >
              <Outside>{other.title}</Outside>
              <span className="text-sm text-muted tabular-nums">
                {sayWhen(other, { timeZone, language, under })} · {t('minutes', lengthOf(minutes))}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
