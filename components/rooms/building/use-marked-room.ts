import { useHash } from '@/components/ui/address/use-hash'
import type { TiledRoom } from '@/lib/rooms/room-tiles'

/** The room that the address names after #, if it is on a plan; also by a word that it had before. */
export function useMarkedRoom(tiles: readonly TiledRoom[]): TiledRoom | undefined {
  const [slug] = useHash()
  if (!slug) return undefined
  const placed = tiles.filter(({ room }) => room.place)
  return (
    placed.find(({ room }) => room.slug === slug) ?? placed.find(({ room }) => room.formerly?.includes(slug) ?? false)
  )
}
