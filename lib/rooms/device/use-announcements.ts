import { useFollowed } from '@/lib/sync/client/documents/use-followed'
import type { Announcements } from '../announcements-schema'
import { announcements } from './announcements'

const none: Announcements = []

/**
 * What organizers of a conference announced, the newest first: live where there is a network, else as this device kept
 * it.
 */
export function useAnnouncements(conference: { id: string; slug: string }): Announcements {
  return useFollowed(announcements, conference, ({ value }) => value) ?? none
}
