import type { KeyboardEvent } from 'react'
import { pointAfterKey, type PlanPoint } from '@/lib/program/building/plan-point'
import { settleBidi } from '@/lib/platform/bidi'

type Props = {
  /** By which the hand knows it. */ held: string
  name: string
  /** What it is, where its name does not say it. */ label?: string
  point: PlanPoint
  hint: string
  isChosen?: boolean
  onChoose?: () => void
  onMove: (point: PlanPoint) => void
  /** The key is let go: it stays here. */ onSettle?: () => void
  onRemove?: () => void
}

/** What stands on a plan and can be moved: dragged by the hand, or by arrow keys. */
export function PlanPin({
  held,
  name,
  label,
  point,
  hint,
  isChosen = false,
  onChoose,
  onMove,
  onSettle,
  onRemove,
}: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    const next = pointAfterKey(point, event)
    if (next) onMove(next)
    else if (event.key === 'Delete') onRemove?.()
    else return
    event.preventDefault()
  }
  return (
    <button
      type="button"
      data-held={held}
      aria-label={label}
      aria-pressed={onChoose ? isChosen : undefined}
      aria-describedby={hint}
      style={{ left: `${point.x * 100}%`, top: `${point.y * 100}%` }}
      onClick={(event) => {
        event.stopPropagation()
        onChoose?.()
      }}
      onKeyDown={onKeyDown}
      onKeyUp={({ key }) => key.startsWith('Arrow') && onSettle?.()}
      className={
        'absolute flex min-h-11 min-w-11 max-w-40 -translate-x-1/2 -translate-y-1/2 cursor-grab select-none ' +
        'items-center justify-center rounded-full border-2 bg-raised px-2 text-xs font-semibold leading-tight ' +
        'text-ink shadow ' +
        (isChosen ? 'border-accent ring-2 ring-accent' : 'border-edge')
      }
    >
      <bdi>{settleBidi(name)}</bdi>
    </button>
  )
}
