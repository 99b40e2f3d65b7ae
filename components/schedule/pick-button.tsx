import type { PickRank } from '@/lib/planning/schema'

type Props = {
  name: string
  title: string
  rank: PickRank | undefined
  onPick: () => void
  /** In the grid, under a mouse. */ narrow?: boolean
}

/** Picks and unpicks in one tap, in the same place. */
export function PickButton({ name, title, rank, onPick, narrow = false }: Props) {
  return (
    <button
      type="button"
      aria-pressed={rank === 'first' || rank === 'planB'}
      aria-label={`${name}: ${title}`}
      onClick={onPick}
      className={
        'pick flex shrink-0 justify-center self-stretch rounded-r-lg text-accent ' +
        `${narrow ? 'w-8 pt-1' : 'w-14 items-center'}`
      }
    />
  )
}
