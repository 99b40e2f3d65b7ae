import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isolated } from '@/lib/platform/bidi'
import type { AgendaSession } from '@/lib/program/agenda'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { PlanBDialog } from '@/components/shared/plan-b-dialog'
import { UndoBar } from '@/components/shared/undo-bar'
import { swapOf, useUndoablePicks } from '@/components/shared/use-undoable-picks'

type Props = { conference: { id: string; slug: string; timeZone: string }; session: AgendaSession }

/**
 * Offers what else is on, once, to somebody who stands before a closed door; then the undo of what they took. Load it
 * when it is wanted, anew each time.
 */
export function PlanBOffer({ conference, session }: Props) {
  const t = useTranslations('plan')
  const { agenda } = useAgenda(conference.slug)
  const { picks, change, bar } = useUndoablePicks(conference.id)
  const [open, setOpen] = useState(true)
  const onTake = (other: AgendaSession) => {
    change(
      t(picks.get(session.id) ? 'swapped' : 'taken', { title: isolated(other.title) }),
      swapOf(picks, session, other),
    )
    setOpen(false)
  }
  return (
    <>
      {open ? (
        <PlanBDialog
          agenda={agenda}
          picks={picks}
          wanted={session}
          timeZone={conference.timeZone}
          onTake={onTake}
          onClose={() => setOpen(false)}
        />
      ) : null}
      {bar ? <UndoBar {...bar} /> : null}
    </>
  )
}
