import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState, type ComponentProps } from 'react'
import { swapOf, useUndoablePicks } from '@/components/planning/use-undoable-picks'
import type { AgendaSession } from '@/lib/schedule/agenda'
import { useAgenda } from '@/lib/sync/client/use-agenda'
import { useAttendances } from '@/lib/sync/client/use-attendances'
import { SeatsReport } from './seats-report'

const PlanBDialog = dynamic(() => import('@/components/planning/plan-b-dialog').then((module) => module.PlanBDialog), { ssr: false })
const UndoBar = dynamic(() => import('@/components/planning/undo-bar').then((module) => module.UndoBar), { ssr: false })

type Props = { conference: { id: string; slug: string; timeZone: string }; session: AgendaSession }

/** What somebody at a session's door can say; whoever could not get in is offered what else is on at once, and has the session on their list of replays. */
export function DoorReport({ conference, session }: Props) {
  const t = useTranslations('plan')
  const { attendances, set } = useAttendances(conference.id)
  const { picks, change, bar } = useUndoablePicks(conference.id)
  const [asked, setAsked] = useState(false)
  const onFull = () => {
    void set(session.id, { findSlides: false, ...attendances.get(session.id), status: 'couldNotGetIn', watchReplay: true })
    setAsked(true)
  }
  const onTake = (other: AgendaSession) => {
    change(t(picks.get(session.id) ? 'swapped' : 'taken', { title: other.title }), swapOf(picks, session, other))
    setAsked(false)
  }
  return (
    <>
      <SeatsReport conference={conference} sessionId={session.id} onFull={onFull} />
      {asked ? <Instead slug={conference.slug} picks={picks} wanted={session} timeZone={conference.timeZone} onTake={onTake} onClose={() => setAsked(false)} /> : null}
      {bar ? <UndoBar {...bar} /> : null}
    </>
  )
}

/** What else is on; the whole agenda is asked for only now. */
function Instead({ slug, ...props }: { slug: string } & Omit<ComponentProps<typeof PlanBDialog>, 'agenda'>) {
  return <PlanBDialog {...props} agenda={useAgenda(slug).agenda} />
}
