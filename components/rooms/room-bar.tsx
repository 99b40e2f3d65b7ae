import { FillBar } from '@/components/ui/fill-bar'
import { filledShare } from '@/lib/rooms/room-tiles'
import type { RoomStateNow } from '@/lib/rooms/room-states'
import { stateColors } from '@/components/shared/state-sign'

type Props = { state: Pick<RoomStateNow, 'state' | 'count' | 'capacity'> | null; className?: string }

/** How full a room is, drawn, in the colour of its state; the words for it stand beside it. */
export function RoomBar({ state, className = '' }: Props) {
  const share = state ? filledShare(state) : null
  // Of many rooms nobody may know anything: that is not what one looks for.
  const color = state && share !== null ? stateColors[state.state] : 'text-line'
  return <FillBar share={share} className={`${color} ${className}`} />
}
