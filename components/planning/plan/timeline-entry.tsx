import type { CSSProperties, ReactNode } from 'react'
import { RoomLine, type RoomNote } from '@/components/shared/state-sign'
import { settleBidi } from '@/lib/platform/bidi'

const looks = {
  first: 'border-line border-l-4 border-l-track bg-raised',
  // Lighter than a first choice, and not by its colour alone.
  planB: 'border-dashed border-edge border-l-4 border-l-track bg-ground',
  block: 'border-dashed border-edge bg-sunken',
  cancelled: 'border-line border-l-4 border-l-track bg-raised',
} as const

type Props = {
  look: keyof typeof looks
  color?: number
  title: string
  language?: string
  /** Its own page, for opening elsewhere; absent: it has none. */
  href?: string
  facts: ReactNode
  note?: string
  /** How its room stands. */
  room?: RoomNote
  /** There is room for one line of each. */
  short: boolean
  box: CSSProperties
  onOpen: () => void
}

/** One entry on the timeline; a tap anywhere on it opens what can be done about it. */
export function TimelineEntry({
  look,
  color = 0,
  title,
  language,
  href,
  facts,
  note,
  room,
  short,
  box,
  onOpen,
}: Props) {
  const words =
    'block w-full text-left text-sm leading-tight after:absolute after:inset-0 focus-visible:outline-none ' +
    `${look === 'planB' ? 'font-medium' : 'font-semibold'} ${look === 'cancelled' ? 'line-through' : ''}`
  const clamp = `block ${short ? 'line-clamp-1' : 'line-clamp-3'}`
  return (
    <li className="absolute p-px" style={box}>
      <div
        className={
          `track-${color} relative h-full overflow-hidden rounded-lg border px-2 py-1 ` +
          `has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-accent ${looks[look]}`
        }
      >
        {href ? (
          <a
            href={href}
            dir="auto"
            lang={language}
            aria-haspopup="dialog"
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              onOpen()
            }}
            className={words}
          >
            <span className={clamp}>{settleBidi(title)}</span>
          </a>
        ) : (
          <button type="button" dir="auto" aria-haspopup="dialog" onClick={onOpen} className={words}>
            <span className={clamp}>{settleBidi(title)}</span>
          </button>
        )}
        {note ? (
          <p className={`text-xs font-medium leading-tight text-warning ${short ? 'line-clamp-1' : 'line-clamp-4'}`}>
            {note}
          </p>
        ) : null}
        {room ? (
          <p className="text-xs leading-tight">
            <RoomLine note={room} className={short ? 'line-clamp-1' : ''} />
          </p>
        ) : null}
        <p className="text-xs leading-tight text-muted tabular-nums">{facts}</p>
      </div>
    </li>
  )
}
