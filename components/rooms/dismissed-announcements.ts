import { recall, remember } from '@/lib/platform/device-memory'

const KEY = 'hallway-dismissed'
const MOST = 100

/** The announcements that were dismissed on this device. */
export function dismissedAnnouncements(): string[] {
  try {
    const kept: unknown = JSON.parse(recall(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** @returns all that are dismissed now */
export function dismissAnnouncement(id: string): string[] {
  const dismissed = [id, ...dismissedAnnouncements()].slice(0, MOST)
  // On a full disk or in a private window it comes back with the next page.
  remember(KEY, JSON.stringify(dismissed))
  return dismissed
}
