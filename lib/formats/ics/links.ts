import type { CalendarEvent } from './event'
import type { IcsProperty } from './property'

export type LinksOfEvent = { url: string | null; slidesUrl: string | null; replayUrl: string | null }

/**
 * Where an event is on the web: its URL, else where it is held (CONFERENCE), else the first file that is attached by
 * its address. An attached document is its slides, a film its replay.
 */
export function linksOf({ url, properties }: Pick<CalendarEvent, 'url' | 'properties'>): LinksOfEvent {
  const linked = (name: string) => (properties.get(name) ?? []).filter(isLink)
  const attached = linked('attach').filter((property) => !typeOf(property).startsWith('image/'))
  const [slides, replay] = [attached.find(isDocument), attached.find(isFilm)]
  const other = attached.find((property) => property !== slides && property !== replay)
  return {
    url: url ?? addressOf(linked('conference')[0]) ?? addressOf(other),
    slidesUrl: addressOf(slides),
    replayUrl: addressOf(replay),
  }
}

function addressOf(property: IcsProperty | undefined): string | null {
  return property?.values[0]?.trim() ?? null
}

function isLink({ values: [value = ''] }: IcsProperty): boolean {
  return /^https?:\/\//i.test(value.trim())
}

function typeOf({ parameters: { fmttype } }: IcsProperty): string {
  return typeof fmttype === 'string' ? fmttype.toLowerCase() : ''
}

function isDocument(property: IcsProperty): boolean {
  const type = typeOf(property)
  return (
    type === 'application/pdf' ||
    /presentation|powerpoint/.test(type) ||
    endsWith(property, /\.(?:pdf|pptx?|odp|key)$/i)
  )
}

function isFilm(property: IcsProperty): boolean {
  return typeOf(property).startsWith('video/') || endsWith(property, /\.(?:mp4|webm|mkv|mov)$/i)
}

function endsWith(property: IcsProperty, ending: RegExp): boolean {
  const address = addressOf(property) ?? ''
  return URL.canParse(address) && ending.test(new URL(address).pathname)
}
