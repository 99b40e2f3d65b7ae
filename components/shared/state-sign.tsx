import type { RoomStateNow } from '@/lib/rooms/room-states'

type State = RoomStateNow['state']

export const stateColors: Record<State, string> = {
  open: 'text-good',
  filling: 'text-good',
  nearlyFull: 'text-warning',
  full: 'text-danger',
  closed: 'text-danger',
  unknown: 'text-muted',
}
/** How much of the sign is filled, of its height of 16. */
const heights: Record<State, number> = { open: 3, filling: 8, nearlyFull: 13, full: 16, closed: 16, unknown: 0 }

/** A vessel, filled as the room is; crossed out when nobody is let in. */
export function StateSign({ state, className = 'size-4' }: { state: State; className?: string }) {
  const height = heights[state]
  return (
    <svg aria-hidden="true" viewBox="0 0 20 20" className={`shrink-0 ${className}`}>
      <rect x="2" y={18 - height} width="16" height={height} fill="currentColor" />
      <rect
        x="2"
        y="2"
        width="16"
        height="16"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeDasharray={state === 'unknown' ? '3 2' : undefined}
      />
      {state === 'closed' ? <path d="M4 4l12 12" stroke="var(--color-ground)" strokeWidth="3" /> : null}
    </svg>
  )
}

/** How a session's room stands: its sign and colour, and the words for both. */
export type RoomNote = {
  state: State
  word: string
  /** How old that is; empty: nobody has said it. */ age: string
  /** All of it in one line, with who says so. */ text: string
  /** It has not begun, and is likely to be full: there is a reason to be early. */ isLikelyFull?: true
}

export function RoomLine({ note: { state, text }, className = '' }: { note: RoomNote; className?: string }) {
  return (
    // On paper it would be old.
    <span className={`flex items-start gap-1 font-medium print:hidden ${stateColors[state]} ${className}`}>
      <StateSign state={state} className="mt-[0.125em] size-[1em]" />
      {text}
    </span>
  )
}
