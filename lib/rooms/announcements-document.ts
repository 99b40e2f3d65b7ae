import { conferenceDocument } from '@/lib/program/conference-document'
import type { AnnouncementList } from './announcements-schema'

/** What organizers tell people: the newest first, without what was withdrawn. */
export const announcementsDocument = conferenceDocument<AnnouncementList>({
  name: 'announcements.json',
  topic: 'announcements',
  isKept: true,
})
