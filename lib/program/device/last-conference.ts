import { recall, remember } from '@/lib/platform/device-memory'

const KEY = 'hallway-last-conference'

/** Remembers on this device which conference was looked at last. */
export function rememberConference(slug: string): void {
  remember(KEY, slug)
}

/** The slug of the conference looked at last on this device; null: none. */
export function lastConference(): string | null {
  return recall(KEY)
}
