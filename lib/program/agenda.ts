import type { SessionFlag } from './session-flags'
import type { SessionKind } from './session-kinds'

/**
 * A conference's programme as screens, documents and the offline store read it: whole, public, without descriptions.
 * Plain JSON, small: ids join its parts, absent things are left out.
 */
export type Agenda = {
  conference: AgendaConference
  /** Every day with a session, "YYYY-MM-DD", in order. */
  days: string[]
  rooms: AgendaRoom[]
  tracks: AgendaTrack[]
  colocatedEvents: AgendaColocatedEvent[]
  speakers: AgendaSpeaker[]
  /** By day, then start (those without a time last), then room, then title. */
  sessions: AgendaSession[]
  /** Minutes on foot between zones, as organizers measured them; absent in what older versions kept. */
  walks?: AgendaWalk[]
  /** The building's floors that have a plan, in order; absent where none has, and in parts of an agenda. */
  floors?: AgendaFloor[]
}

/** The plan of a floor: its picture is at `pictureAddress(picture)`, so many pixels wide and high. */
export type AgendaFloor = { id: string; name: string; picture: string; width: number; height: number }

/** Where a room is on a floor's plan: of the picture's width and height, 0 to 1. */
export type RoomPlace = { /** The floor's id. */ floor: string; x: number; y: number }

export type AgendaWalk = { /** The zone of a room. */ from: string; to: string; minutes: number }

export type AgendaConference = {
  id: string
  slug: string
  name: string
  timeZone: string
  language: string
  venue?: string
  /** Where the venue's c3nav is; https. */ c3nav?: string
  visibility: 'private' | 'public'
  version: number
}

/** `formerly`: slugs that it had before; addresses with them are still about it. */
export type AgendaRoom = {
  id: string
  slug: string
  formerly?: string[]
  name: string
  floor?: string
  zone?: string
  capacity?: number
  capacityKind: 'seats' | 'headsets'
  place?: RoomPlace
}
export type AgendaTrack = {
  id: string
  slug: string
  formerly?: string[]
  name: string
  /** 1–12, an index into the palette. */ color: number
}
export type AgendaColocatedEvent = { id: string; slug: string; formerly?: string[]; name: string; pass?: string }
export type AgendaSpeaker = { id: string; slug: string; formerly?: string[]; name: string; company?: string }

export type AgendaSession = {
  id: string
  /** Unique in the conference. */
  number: number
  /** Last part of its address: "142-kubernetes-controllers-in-rust". */
  slug: string
  title: string
  kind: SessionKind
  status: 'confirmed' | 'tentative' | 'cancelled'
  dayOn: string
  /** UTC; absent: time to be announced. */
  startAt?: string
  endAt?: string
  rooms: string[]
  track?: string
  colocated?: string
  parent?: string
  speakers: string[]
  language?: string
  capacity?: number
  /** For whom, in its source's words. */
  level?: string
  /** Absent where there is none. */
  flags?: SessionFlag[]
  /** Where its slides and its replay are, once somebody said so; http or https. */
  slides?: string
  replay?: string
}
