'use client'

import { useTranslations } from 'next-intl'
import { knownReason, refusalsOfAsker } from '@/components/shared/known-reason'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { setWalksAction } from '@/lib/schedule/edit/actions'
import type { AgendaWalk } from '@/lib/program/agenda'
import { cellsIn, cellTexts } from './walk-cells'
import { WalkTable } from './walk-table'

const reasons = [...refusalsOfAsker, 'INVALID'] as const

/**
 * Minutes on foot between zones: what was measured can be written over and cleared, and what was saved last taken back.
 */
export function WalkMatrix({ conference, zones, walks }: { conference: string; zones: string[]; walks: AgendaWalk[] }) {
  const t = useTranslations('manage')
  const router = useRouter()
  const { run, pending, outcome } = useAction(setWalksAction)
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const [undoable, setUndoable] = useState<AgendaWalk[] | null>(null)
  const changed = cellsIn(zones, walks, typed)

  const save = async (cells: typeof changed, before: AgendaWalk[] | null) => {
    const done = await run({ conference, cells })
    if (!done.ok) return
    setTyped(new Map())
    setUndoable(before)
    router.refresh()
  }
  const undo = (before: AgendaWalk[]) => save(cellsIn(zones, walks, cellTexts(zones, before)), null)

  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save(changed, walks)
      }}
    >
      <WalkTable
        zones={zones}
        walks={walks}
        typed={typed}
        onType={(cell, text) => setTyped((before) => new Map(before).set(cell, text))}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="primary" disabled={pending || changed.length === 0}>
          {pending ? t('saving') : t('save')}
        </SubmitButton>
        {undoable && !pending ? <Button onClick={() => void undo(undoable)}>{t('walks.undo')}</Button> : null}
        {outcome && !pending ? (
          <Notice tone={outcome.ok ? 'good' : 'danger'} live>
            <p>
              {outcome.ok
                ? t('saved')
                : t('failed', { reason: t(`reason.${knownReason(reasons, outcome.reason, 'UNAVAILABLE')}`) })}
            </p>
          </Notice>
        ) : null}
      </div>
    </form>
  )
}
