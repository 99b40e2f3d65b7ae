import { recall, remember } from '@/lib/platform/device-memory'
import type { LiveDocument } from '../../live-document'

/** What the server said so lately is not asked for again by the next page: pokes tell of what is later. */
const RECENT_MS = 60_000

let isDrawnHere = false

/** To be called where a page is drawn without the server: that it cannot be reached is to be found out at once. */
export function distrustKept(): void {
  isDrawnHere = true
}

/** Did the server say a moment ago that it stands so? @param keptAt when it did (ISO), if ever */
export function isRecent(keptAt: string | null | undefined): boolean {
  const age = Date.now() - Date.parse(keptAt ?? '')
  return !isDrawnHere && age >= 0 && age < RECENT_MS
}

/** Remembers that this device keeps it, so that a page knows at once whether to look here first. */
export function markKept({ name }: LiveDocument<unknown>, slug: string): void {
  if (!isMarkedKept({ name }, slug)) remember(markOf(name, slug), '1')
}

/** Is there likely a copy on this device? */
export function isMarkedKept({ name }: Pick<LiveDocument<unknown>, 'name'>, slug: string): boolean {
  return recall(markOf(name, slug)) !== null
}

function markOf(name: string, slug: string): string {
  return `hallway-kept ${slug}/${name}`
}
