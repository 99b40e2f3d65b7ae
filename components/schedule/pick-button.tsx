import type { PickRank } from '@/lib/planning/schema'

const shapes = {
  card: 'w-11 shrink-0 items-center self-stretch',
  row: 'items-center',
  // Above the words of the cell, which stay in sight while it passes.
  cell: 'pick-small absolute right-0 top-0 z-2 h-6 w-7 items-center',
} as const

type Props = {
  name: string
  title: string
  rank: PickRank | undefined
  onPick: () => void
  /** Where it stands: in a card, in a row of a list, or in the grid, under a mouse. */ place?: keyof typeof shapes
}

/** Picks and unpicks in one tap, in the same place. */
export function PickButton({ name, title, rank, onPick, place = 'card' }: Props) {
  return (
    <button
      type="button"
      aria-pressed={rank === 'first' || rank === 'planB'}
      aria-label={`${name}: ${title}`}
      onClick={onPick}
      className={`pick flex justify-center text-accent ${shapes[place]}`}
    />
  )
}
