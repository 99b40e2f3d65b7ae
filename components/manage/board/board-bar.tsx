import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { centreInStrip } from '@/components/ui/centre-in-strip'
import { Button } from '@/components/ui/button'
import { UndoButtons } from '../undo-buttons'

type Props = {
  days: readonly { date: string; name: string; isCurrent: boolean }[]
  /** Neither draws nor publishes. */ isLead: boolean
  moved: number
  /** When the draft is published by itself; null: only by hand. */ plannedFor: string | null
  warnings: number
  /** Warnings that nobody is to hear of. */ ignored: number
  mayUndo: boolean
  mayRedo: boolean
  onDay: (date: string) => void
  onUndo: () => void
  onRedo: () => void
  onNew: () => void
  onDraft: () => void
  onWarnings: () => void
  onPublish: () => void
}

/** The days of the board, and what can be done with its draft. */
export function BoardBar({ days, isLead, moved, plannedFor, warnings, ignored, mayUndo, mayRedo, ...on }: Props) {
  const t = useTranslations('manage.board')
  const strip = useRef<HTMLElement>(null)
  const current = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (strip.current && current.current) centreInStrip(strip.current, current.current)
  }, [])
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <nav
        ref={strip}
        aria-label={t('days')}
        className="relative -mx-4 flex max-w-[100vw] gap-2 overflow-x-auto px-4 py-1"
      >
        {days.map(({ date, name, isCurrent }) => (
          <button
            key={date}
            data-day={date}
            ref={isCurrent ? current : undefined}
            type="button"
            aria-current={isCurrent ? 'date' : undefined}
            onClick={() => on.onDay(date)}
            className={
              'inline-flex min-h-11 shrink-0 items-center rounded-full border border-edge px-4 text-sm font-medium ' +
              'aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-on-accent data-over:ring-3 ' +
              'data-over:ring-accent'
            }
          >
            {name}
          </button>
        ))}
      </nav>
      <div className="flex flex-wrap gap-2">
        <UndoButtons
          words={{ undo: t('undo'), redo: t('redo') }}
          {...{ mayUndo, mayRedo }}
          onUndo={on.onUndo}
          onRedo={on.onRedo}
        />
        {isLead ? null : <Button onClick={on.onNew}>{t('new')}</Button>}
        {warnings + ignored > 0 ? (
          <Button onClick={on.onWarnings}>
            {warnings > 0 ? t('warned', { count: warnings }) : t('ignored', { count: ignored })}
          </Button>
        ) : null}
        <Button onClick={on.onDraft}>{t('draftCount', { count: moved })}</Button>
        {isLead ? null : (
          <Button variant="primary" disabled={moved === 0 && plannedFor === null} onClick={on.onPublish}>
            {plannedFor === null ? t('publish') : t('planned.button', { when: plannedFor })}
          </Button>
        )}
      </div>
    </div>
  )
}
