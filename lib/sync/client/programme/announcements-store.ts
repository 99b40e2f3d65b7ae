import { liveDocument } from '../exchange/live-document'
import { withEngine } from '../store/local-state'

/** What organizers announced, kept on this device with the programme. */
export const announcementsDocument = liveDocument({
  topic: 'announcements',
  name: 'announcements.json',
  read: async (json) => (await import('../notes/readers')).readAnnouncements(json),
  kept: {
    get: async (slug) => (await (await withEngine()).store().announcements.get(slug))?.list,
    put: async (slug, list) => void (await (await withEngine()).store().announcements.put({ slug, list })),
  },
})
