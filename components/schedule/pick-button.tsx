export type PickRank = 'first' | 'planB' | 'hidden'

type Props = { name: string; title: string; rank: PickRank | undefined; onPick: () => void }

/** Picks and unpicks in one tap, in the same place. */
export function PickButton({ name, title, rank, onPick }: Props) {
  return (
    <button
      type="button"
      aria-pressed={rank === 'first' || rank === 'planB'}
      aria-label={`${name}: ${title}`}
      onClick={onPick}
      className="pick flex w-14 shrink-0 items-center justify-center self-stretch rounded-r-lg text-accent"
    />
  )
}
