import { conferenceAddress } from './conference-address'

/**
 * Pages by name: what follows /c/<slug>/, where `:note` stands for one word. These a device draws from what it keeps,
 * without a network.
 */
export const local = {
  now: '',
  schedule: 'schedule',
  day: 'schedule/:day',
  session: 'sessions/:session',
  plan: 'plan',
  changes: 'changes',
  notes: 'notes',
  marks: 'notes/marks',
  newNote: 'notes/new',
  note: 'notes/:note',
  rooms: 'rooms',
  room: 'rooms/:room',
  sign: 'rooms/:room/sign',
  speakers: 'speakers',
  speaker: 'speakers/:speaker',
  tracks: 'tracks',
  track: 'tracks/:track',
  colocatedEvents: 'colocated',
  colocated: 'colocated/:colocated',
} as const

/** Those that are the same for everybody who looks: the front door keeps them. */
export const shared = /* @__PURE__ */ withMore(local, { calendars: 'calendars', changelog: 'changelog' })

/** Every page of a conference. */
export const paths = /* @__PURE__ */ withMore(shared, {
  together: 'together',
  recaps: 'recaps',
  recap: 'recaps/:recap',
  manage: 'manage',
  managed: 'manage/:section',
  managedSession: 'manage/sessions/:session',
  managedSpeaker: 'manage/speakers/:speaker',
  managedRelease: 'manage/releases/:release',
  managedSource: 'manage/sources/:source',
})

/** Marked as pure where it is called: the service worker, which knows `local` alone, is built without the rest. */
function withMore<Group, const More>(group: Group, more: More): Group & More {
  return { ...group, ...more }
}

export type PageName = keyof typeof paths

type Word<Name> = Name extends PageName
  ? (typeof paths)[Name] extends `${string}:${string}`
    ? [word: string]
    : []
  : []

/** Where a page of a conference is. @param word what stands in its address for the `:name` of the table */
export function pageAddress<Name extends PageName>(slug: string, name: Name, ...[word = '']: Word<Name>): string {
  return conferenceAddress(
    slug,
    paths[name].replace(/:\w+/, () => word),
  )
}
