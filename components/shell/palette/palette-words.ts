import type { tabs } from '@/lib/program/pages'

export type Way = { href: string; name: string; facts?: (string | undefined)[]; lang?: string }
export type GroupName = 'conferences' | 'screens' | 'actions' | 'sessions' | 'speakers' | 'rooms' | 'notes'
export type FoundGroup = { name: GroupName; ways: Way[] }

/** The pages of a conference that are behind its name. */
export const behindName = [
  'speakers',
  'tracks',
  'colocatedEvents',
  'changes',
  'changelog',
  'calendars',
  'together',
  'recaps',
] as const
type ConferenceScreen = (typeof tabs)[number] | (typeof behindName)[number]

/** What the palette says; it comes with each page, in its language. */
export type PaletteWords = {
  language: string
  title: string
  /** What it finds, in a conference and outside of one. */ hints: { inside: string; outside: string }
  close: string
  none: string
  groups: Record<GroupName, string>
  /** Of the conference around the page, whichever that is. */
  ofConference: readonly { page: ConferenceScreen; name: string }[]
  manage: string
  write: string
  /** Of no conference. */
  screens: readonly Way[]
  actions: readonly Way[]
}
