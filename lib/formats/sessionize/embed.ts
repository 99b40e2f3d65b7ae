import { cleanLine } from '@/lib/platform/clean-text'
import { MOST_ENTRIES } from '../json/entries'
import { readPage } from '../reading/page'

/** A session as a view of the API has it, put together from a page. */
type EmbedSession = {
  id: string
  title: string
  description: string
  startsAt: string | null
  endsAt: string | null
  isServiceSession: boolean
  isPlenumSession: boolean
  roomId: string | null
  room: string
  speakers: { id: string; name: string }[]
  categories: { name: string; categoryItems: { name: string }[] }[]
}

export type Embed = { sessions: EmbedSession[]; rooms: { id: string; name: string }[] }

/** Where the text that comes next belongs, and how deep the tag stands that says so. */
type Target = { depth: number; add: (text: string) => void }

/**
 * Sessionize's embed: the page that a site shows instead of reading the API. Each session is a part with
 * `data-sessionid`; `data-sztz="TimeWithDuration|en-US|<start>|<end>"` holds its instants in UTC, its classes say its
 * room and whether it is for all.
 * @returns null where there is no such session
 */
export function readEmbed(page: string): Embed | null {
  const sessions: EmbedSession[] = []
  const rooms = new Map<string, string>()
  let open: { session: EmbedSession; depth: number } | null = null
  let target: Target | null = null
  readPage(page, {
    onOpen: (_, attributes, depth) => {
      const classes = (attributes.class ?? '').split(/\s+/)
      if (sessions.length > MOST_ENTRIES) return
      if (attributes['data-sessionid'] && !open) {
        open = { session: sessionOf(attributes['data-sessionid'], classes), depth }
        sessions.push(open.session)
      } else if (open) target = partOf(open.session, classes, attributes, depth) ?? target
      else if (classes.includes('sz-room')) target = roomLabel(rooms, classes, depth) ?? target
    },
    onText: (text) => target?.add(text),
    onClose: (depth) => {
      if (target?.depth === depth) target = null
      if (open?.depth === depth) open = null
    },
  })
  return sessions.length > 0
    ? { sessions, rooms: [...rooms].map(([id, name]) => ({ id, name: cleanLine(name) ?? '' })) }
    : null
}

function sessionOf(id: string, classes: string[]): EmbedSession {
  return {
    id,
    title: '',
    description: '',
    startsAt: null,
    endsAt: null,
    isServiceSession: classes.includes('sz-session--service'),
    isPlenumSession: classes.includes('sz-session--plenum'),
    roomId: roomIn(classes),
    room: '',
    speakers: [],
    categories: [],
  }
}

type Attributes = Record<string, string>

function partOf(session: EmbedSession, classes: string[], attributes: Attributes, depth: number): Target | null {
  const [kind, , startsAt, endsAt] = attributes['data-sztz']?.split('|') ?? []
  if (kind?.startsWith('Time') && startsAt && session.startsAt === null) {
    session.startsAt = startsAt
    session.endsAt = endsAt || null
  }
  const collect = (add: (text: string) => void): Target => ({ depth, add })
  if (classes.includes('sz-session__title')) return collect((text) => (session.title += text))
  if (classes.includes('sz-session__description')) return collect((text) => (session.description += text))
  if (classes.includes('sz-session__room')) return collect((text) => (session.room += text))
  if (attributes['data-speakerid']) {
    const speaker = { id: attributes['data-speakerid'], name: '' }
    session.speakers.push(speaker)
    return collect((text) => (speaker.name += text))
  }
  if (!attributes['data-categoryname']) return null
  const item = { name: '' }
  session.categories.push({ name: attributes['data-categoryname'], categoryItems: [item] })
  return collect((text) => (item.name += text))
}

function roomLabel(rooms: Map<string, string>, classes: string[], depth: number): Target | null {
  const id = roomIn(classes)
  if (id === null || rooms.has(id)) return null
  rooms.set(id, '')
  return { depth, add: (text) => rooms.set(id, (rooms.get(id) ?? '') + text) }
}

function roomIn(classes: string[]): string | null {
  return classes.find((name) => name.startsWith('sz-room--'))?.slice('sz-room--'.length) ?? null
}
