import { local, paths } from '@/lib/program/addresses'
import { isOf, placeAt, shortcuts, type Place } from '@/lib/program/pages'
import { isPartKind, type PartKind } from '@/lib/program/parts'

type Worded = 'day' | 'session' | 'note' | 'sign' | PartKind

/** A screen that this device can show from its own store, by its address. */
export type LocalPlace =
  | { screen: Exclude<keyof typeof local, Worded> | 'recaps' | 'other'; slug: string }
  | { screen: 'day'; slug: string; day: string }
  | { screen: 'session'; slug: string; number: number }
  | { screen: 'note'; slug: string; noteId: string }
  | { screen: 'part'; slug: string; kind: PartKind; part: string }
  | { screen: 'sign'; slug: string; room: string }
  | { screen: 'secretSign'; secret: string }
  | { screen: 'last'; to: string }
  | { screen: 'share' }
  | { screen: 'allNotes' }
  | { screen: 'anyNote'; noteId: string }
  | { screen: 'settings' }
  | { screen: 'anyRecap' }
  | { screen: 'none' }

const NOTE = /^[0-9a-f-]{36}$/
// The words after the number may be another title's by now.
const SESSION = /^(\d+)(?:-.*)?$/

/** Which screen is at this address. */
export function localPlace(pathname: string): LocalPlace {
  for (const [address, name] of Object.entries(shortcuts))
    if (pathname === address) return { screen: 'last', to: name === 'now' ? '' : `/${paths[name]}` }
  if (pathname === '/share') return { screen: 'share' }
  if (pathname === '/settings') return { screen: 'settings' }
  if (pathname === '/notes') return { screen: 'allNotes' }
  const [, noteId] = /^\/notes\/([0-9a-f-]{36})$/.exec(pathname) ?? []
  if (noteId !== undefined) return { screen: 'anyNote', noteId }
  const [, secret] = /^\/sign\/([\w-]+)$/.exec(pathname) ?? []
  if (secret !== undefined) return { screen: 'secretSign', secret }
  if (/^\/(recaps(\/|$)|drafts\/|@)/.test(pathname)) return { screen: 'anyRecap' }
  const place = placeAt(pathname.replace(/\/$/, ''))
  return place ? screenOf(place) : { screen: 'none' }
}

function screenOf({ slug, name, word }: Place): LocalPlace {
  const other = { screen: 'other' as const, slug }
  if (name === 'recaps' || name === 'recap') return { screen: 'recaps', slug }
  if (!isOf(local, name)) return other
  if (name === 'day') return { screen: name, slug, day: word }
  if (name === 'note') return NOTE.test(word) ? { screen: name, slug, noteId: word } : other
  if (name === 'sign') return { screen: name, slug, room: word }
  if (isPartKind(name)) return { screen: 'part', slug, kind: name, part: word }
  if (name !== 'session') return { screen: name, slug }
  const [, number] = SESSION.exec(word) ?? []
  return number === undefined ? other : { screen: name, slug, number: Number(number) }
}
