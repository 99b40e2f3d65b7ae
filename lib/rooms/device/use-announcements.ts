import { useFollowed } from '@/lib/sync/client/documents/use-followed'
import type { AnnouncementList } from '../announcements-schema'
import { announcements } from './announcements'

const none: AnnouncementList = []

/**
 * What organizers of a conference announced, the newest first: live where there is a network, else as this device kept
 * it.
 */
export function useAnnouncements(conference: { id: string; slug: string }): AnnouncementList {
  return useFollowed(announcements, conference, ({ value }) => value) ?? none
}
