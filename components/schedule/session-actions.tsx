import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { swapOf, useUndoablePicks } from '@/components/planning/use-undoable-picks'
import { Button } from '@/components/ui/button'
import { overlapsWith, type Overlap } from '@/lib/planning/conflicts'
import type { PickRank } from '@/lib/planning/schema'
import type { Agenda, AgendaSession } from '@/lib/schedule/agenda'
import { keepTrying } from '@/lib/sync/client/keep-trying'
import { RankControl } from './rank-control'
import { sayTime } from './say-time'

const PlanBDialog = dynamic(() => keepTrying(() => import('@/components/planning/plan-b-dialog')).then((module) => module.PlanBDialog), { ssr: false })
const UndoBar = dynamic(() => keepTrying(() => import('@/components/planning/undo-bar')).then((module) => module.UndoBar), { ssr: false })

type Props = {
  agenda: Agenda
  session: AgendaSession
  timeZone: string
  /** The agenda is all of it, not only what came with the page. */
  whole: boolean
  onNeedWhole: () => void
}

/** First choice, plan B, hidden or none; what else is on; and which of my picks it collides with. */
export function SessionActions({ agenda, session, timeZone, whole, onNeedWhole }: Props) {
  const plan = useTranslations('plan')
  const { picks, change, bar } = useUndoablePicks(agenda.conference.id)
  const [asked, setAsked] = useState(false)
  const rank = picks.get(session.id)
  useEffect(() => {
    // Naming what overlaps takes the sessions that were picked, not only this one.
    if (picks.size > 0) onNeedWhole()
  }, [picks.size, onNeedWhole])
  const overlaps = overlapsWith(session, agenda.sessions.filter(({ id }) => picks.get(id) === 'first' || picks.get(id) === 'planB'))

  const onRank = (wanted: PickRank | undefined) => change(plan(`done.${wanted ?? 'none'}`, { title: session.title }), [[session.id, wanted]])
  const onAsk = () => {
    onNeedWhole()
    setAsked(true)
  }
  const onTake = (other: AgendaSession) => {
    change(plan(rank ? 'swapped' : 'taken', { title: other.title }), swapOf(picks, session, other))
    setAsked(false)
  }

  return (
    <div className="grid gap-3">
      {session.status === 'cancelled' && !rank ? null : <RankControl title={session.title} rank={rank} onRank={onRank} />}
      {session.startAt ? <Button onClick={onAsk} aria-haspopup="dialog">{plan('instead')}</Button> : null}
      {overlaps.length > 0 ? <Overlaps overlaps={overlaps} conference={agenda.conference.slug} timeZone={timeZone} /> : null}
      {asked ? <PlanBDialog agenda={whole ? agenda : null} picks={picks} wanted={session} timeZone={timeZone} onTake={onTake} onClose={() => setAsked(false)} /> : null}
      {bar ? <UndoBar {...bar} /> : null}
    </div>
  )
}

function Overlaps({ overlaps, conference, timeZone }: { overlaps: Overlap[]; conference: string; timeZone: string }) {
  const t = useTranslations('session')
  return (
    <div role="status" className="rounded-lg border-l-4 border-warning bg-raised p-3">
      <p className="font-medium">{t('overlaps', { count: overlaps.length })}</p>
      <ul className="mt-1 grid">
        {overlaps.map(({ other, minutes }) => (
          <li key={other.id}>
            <a dir="auto" className="inline-flex min-h-11 flex-wrap items-center gap-x-2 underline underline-offset-4" href={`/c/${conference}/sessions/${other.slug}`}>
              {other.title}
              <span className="text-sm text-muted tabular-nums">{sayTime(other, timeZone)} · {t('minutes', { minutes })}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
