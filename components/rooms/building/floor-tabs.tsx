import { settleBidi } from '@/lib/platform/bidi'

type Props = {
  label: string
  floors: readonly { id: string; name: string }[]
  /** The id of the floor that is shown. */ shown: string | undefined
  onChoose: (id: string) => void
}

/** The floors of a building side by side; nothing where there is but one. */
export function FloorTabs({ label, floors, shown, onChoose }: Props) {
  if (floors.length < 2) return null
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-2">
      {floors.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === shown}
          onClick={() => onChoose(id)}
          className={
            'min-h-11 rounded-full border border-edge px-4 text-sm font-medium ' +
            'aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent'
          }
        >
          <bdi>{settleBidi(name)}</bdi>
        </button>
      ))}
    </div>
  )
}
