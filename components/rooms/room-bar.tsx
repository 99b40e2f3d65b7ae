import { filledShare } from '@/lib/rooms/room-tiles'
import type { RoomStateNow } from '@/lib/rooms/room-states'
import { stateColors } from '@/components/shared/state-sign'

type Props = { state: Pick<RoomStateNow, 'state' | 'count' | 'capacity'> | null; className?: string }

/**
 * How full a room is, drawn; the words for it stand beside it. An empty frame: nobody knows. Drawn by attributes: a
 * page may carry no styles of its own.
 */
export function RoomBar({ state, className = '' }: Props) {
  const share = state ? filledShare(state) : null
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className={`block h-1.5 w-full ${state ? stateColors[state.state] : 'text-muted'} ${className}`}
    >
      <rect width="100" height="4" fill="var(--line)" />
      <rect width={Math.round((share ?? 0) * 100)} height="4" fill="currentColor" />
    </svg>
  )
}
