import type { RefObject } from 'react'
import { useTranslations } from 'next-intl'
import { stateColors, StateSign } from '@/components/shared/state-sign'
import { DOT } from '@/components/ui/facts'
import { isolated, settleBidi } from '@/lib/platform/bidi'
import type { TiledRoom } from '@/lib/rooms/room-tiles'
import { SignWords } from './sign-words'
import { usePlanLabels } from './use-plan-labels'
import { usePlanWords } from './use-plan-words'

type Props = {
  tiles: readonly TiledRoom[]
  surface: RefObject<HTMLElement | null>
  /** The id of the room in the address. */ marked: string | undefined
  timeZone: string
  now: Date
  onOpen: (room: string) => void
}

/** The rooms of a floor on its plan: a sign of how each stands, and its name and words where there is room for them. */
export function PlanRooms({ tiles, surface, marked, timeZone, now, onOpen }: Props) {
  const t = useTranslations('rooms.building')
  const sayState = usePlanWords(timeZone, now)
  const rooms = tiles.flatMap((tile) => {
    const { place, name, id } = tile.room
    const { state, words, short } = sayState(tile)
    return place ? [{ id, name, place, state, words: words.join(DOT), lines: [name, short.join(DOT)] }] : []
  })
  const fitting = usePlanLabels(surface, rooms, marked)
  return rooms.map(({ id, name, place, state, words, lines }) => {
    const spot = fitting.get(id)
    return (
      <button
        key={id}
        type="button"
        aria-haspopup="dialog"
        aria-label={t('seat', { room: isolated(name), state: words })}
        data-marked={id === marked ? '' : undefined}
        style={{ left: `${place.x * 100}%`, top: `${place.y * 100}%` }}
        onClick={(event) => {
          event.stopPropagation()
          onOpen(id)
        }}
        className="absolute grid size-11 -translate-x-1/2 -translate-y-1/2 place-items-center data-marked:z-10"
      >
        <span
          className={
            `grid size-7 place-items-center rounded-full border-2 bg-raised shadow ${stateColors[state]} ` +
            (id === marked ? 'border-accent ring-4 ring-accent' : 'border-current')
          }
        >
          <StateSign state={state} className="size-3.5" />
        </span>
        {spot ? (
          <SignWords spot={spot}>
            <bdi className="block font-semibold">{settleBidi(name)}</bdi>
            {spot.lines > 1 ? <span className={`block ${stateColors[state]}`}>{lines[1]}</span> : null}
          </SignWords>
        ) : null}
      </button>
    )
  })
}
