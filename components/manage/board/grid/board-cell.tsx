import { memo, type CSSProperties } from 'react'
import { APART_PX, roomIn } from '@/components/schedule/grid/cell-room'
import { IconOfPath } from '@/components/ui/icon'
import type { BoardSession } from '@/lib/desk/board/board'
import { STRIP } from '@/lib/planning/grid/column'

const WARNING = 'M12 4l9 16H3zM12 10v4M12 17v.5'
const WARNING_COLORS = { urgent: 'text-danger', mild: 'text-warning' }
/** Lower ones are for moving alone: there is no room to take hold of an end. */
const LEAST_EDGES_PX = 28

/** How a session looks besides where it is. */
export type CellLook = {
  /** Its times. */ when: string
  speakers: string
  /** Where it was before the draft moved it; empty: it is where it is published. */ was: string
  /** All that is to be said of it at once. */ label: string
  color: number
  isChosen: boolean
  /** Whoever looks may not move it. */ isOthers: boolean
  /** Something is wrong with it. */ warns: 'urgent' | 'mild' | null
  /** One may come to it by Tab. */ isStop: boolean
}

type Props = CellLook & {
  session: BoardSession
  roomId: string | null
  /** In pixels. */ top: number
  height: number
  /** In parts of the column. */ left: number
  width: number
}

/** A session on the board: dragged by its middle, made longer or shorter by its ends, opened by a click. */
export const BoardCell = memo(function BoardCell({ session, roomId, top, height, left, width, ...look }: Props) {
  const { when, speakers, was, label, color, isChosen, isOthers, warns, isStop } = look
  const room = roomIn(height - APART_PX)
  const isNarrow = width <= STRIP
  // On a tinted ground what is quiet would be too faint.
  const quiet = was ? '' : 'text-muted'
  const name = isOthers ? 'font-normal text-muted' : 'font-semibold'
  return (
    <button
      type="button"
      data-session={session.id}
      data-room={roomId ?? undefined}
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      title={session.title}
      lang={session.language ?? undefined}
      style={{ top, height: height - APART_PX, left: `${left * 100}%`, width: `calc(${width * 100}% - 2px)` }}
      className={
        `group track-${color} absolute flex select-none overflow-clip rounded border border-l-4 border-l-track ` +
        'px-1.5 text-left text-xs leading-[15px] hover:z-1 focus-visible:z-2 data-carried:opacity-40 ' +
        `${was ? 'border-dashed border-accent bg-tint' : `border-line ${isOthers ? 'bg-sunken' : 'bg-raised'}`} ` +
        `${isOthers ? 'cursor-not-allowed' : ''} ` +
        `${isChosen ? 'ring-2 ring-accent' : ''}`
      }
    >
      {height >= LEAST_EDGES_PX ? <Edge at="start" /> : null}
      {isNarrow ? null : (
        // What is long stays named while it passes under the rooms' names.
        <span
          className="top-14 min-w-0 grow self-start group-data-cut:sticky"
          style={{ paddingTop: room.isHigh ? 4 : 3 }}
        >
          <span style={clampTo(room.isHigh ? room.lines + 1 : room.lines)}>
            {warns ? (
              <IconOfPath path={WARNING} className={`mr-0.5 inline size-3.5 align-[-0.2em] ${WARNING_COLORS[warns]}`} />
            ) : null}
            <span className={quiet}>{when}</span> <bdi className={name}>{session.title}</bdi>
            {was ? <span className="block font-medium text-accent">{was}</span> : null}
            {speakers ? <span className={`block ${quiet}`}>{speakers}</span> : null}
          </span>
        </span>
      )}
      {height >= LEAST_EDGES_PX ? <Edge at="end" /> : null}
    </button>
  )
})

function Edge({ at }: { at: 'start' | 'end' }) {
  return (
    <span
      aria-hidden="true"
      data-edge={at}
      className={`absolute inset-x-0 h-1.5 cursor-ns-resize ${at === 'start' ? 'top-0' : 'bottom-0'}`}
    />
  )
}

function clampTo(lines: number): CSSProperties {
  if (lines === 1) return { display: 'block', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }
  return { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: lines, overflow: 'hidden' }
}
