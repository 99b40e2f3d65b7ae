import type { KeyboardEvent } from 'react'
import { SignWords } from '@/components/rooms/building/sign-words'
import { pointAfterKey, type PlanPoint } from '@/lib/program/building/plan-point'
import { settleBidi } from '@/lib/platform/bidi'
import type { LabelSpot } from '@/lib/rooms/building/plan-labels'

type Props = {
  /** By which the hand knows it. */ held: string
  name: string
  /** What it is, where its name does not say it: then that stands in it. */ label?: string
  /** Where its name is written; undefined: there is no room for it. */
  spot?: LabelSpot | undefined
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
  spot,
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
      aria-label={label ?? settleBidi(name)}
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
        'absolute grid size-11 -translate-x-1/2 -translate-y-1/2 cursor-grab select-none place-items-center ' +
        'aria-pressed:z-10'
      }
    >
      <span
        className={
          'grid size-7 place-items-center rounded-full border-2 bg-raised text-xs font-semibold text-ink shadow ' +
          (isChosen ? 'border-accent ring-2 ring-accent' : 'border-ink')
        }
      >
        {label ? name : <span className="size-2 rounded-full bg-accent" />}
      </span>
      {spot ? (
        <SignWords spot={spot}>
          <bdi className="font-semibold">{settleBidi(name)}</bdi>
        </SignWords>
      ) : null}
    </button>
  )
}
