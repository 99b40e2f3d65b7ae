import { conferenceDocument } from '@/lib/program/conference-document'
import type { Announcements } from './announcements-schema'

/** What organizers tell people: the newest first, without what was withdrawn. */
export const announcementsDocument = conferenceDocument<Announcements>({
  name: 'announcements.json',
  topic: 'announcements',
  isKept: true,
})
