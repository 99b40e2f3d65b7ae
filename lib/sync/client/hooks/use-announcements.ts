import { useCallback, useSyncExternalStore } from 'react'
import type { Announcements } from '@/lib/rooms/announcements-schema'
import { announcementsDocument } from '../programme/announcements-store'

const none: Announcements = []

/**
 * What organizers of a conference announced, the newest first: live where there is a network, else as this device kept
 * it.
 */
export function useAnnouncements({ id, slug }: { id: string; slug: string }): Announcements {
  const watch = useCallback((listener: () => void) => announcementsDocument.watch({ id, slug }, listener), [id, slug])
  return (
    useSyncExternalStore(
      watch,
      () => announcementsDocument.held(slug),
      () => announcementsDocument.nothing,
    ).value ?? none
  )
}
