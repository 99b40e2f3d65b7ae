import { follow } from '@/lib/sync/client/documents/follow'
import { announcementsDocument } from '../announcements-document'

/** What this page knows of what is announced. */
export const announcements = follow(announcementsDocument)
