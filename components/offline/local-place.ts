/** A screen that this device can show from its own store, by its address. */
export type LocalPlace =
  | { screen: 'now' | 'schedule' | 'plan' | 'changes' | 'rooms' | 'notes' | 'marks' | 'other'; slug: string }
  | { screen: 'day'; slug: string; day: string }
  | { screen: 'session'; slug: string; number: number }
  | { screen: 'note'; slug: string; noteId: string }
  | { screen: 'last'; to: '' | '/plan' | '/notes' }
  | { screen: 'share' }
  | { screen: 'allNotes' }
  | { screen: 'anyNote'; noteId: string }
  | { screen: 'settings' }
  | { screen: 'none' }

/** Where /now, /my-plan and /new-note lead in the conference looked at last. */
const shortcuts: Record<string, '' | '/plan' | '/notes'> = { '/now': '', '/my-plan': '/plan', '/new-note': '/notes' }

/** Which screen is at this address. */
export function localPlace(pathname: string): LocalPlace {
  const to = shortcuts[pathname]
  if (to !== undefined) return { screen: 'last', to }
  if (pathname === '/share') return { screen: 'share' }
  if (pathname === '/settings') return { screen: 'settings' }
  if (pathname === '/notes') return { screen: 'allNotes' }
  const [, anyNoteId] = /^\/notes\/([0-9a-f-]{36})$/.exec(pathname) ?? []
  if (anyNoteId !== undefined) return { screen: 'anyNote', noteId: anyNoteId }
  const [, slug, rest = ''] = /^\/c\/([a-z0-9-]+)(\/.*)?$/.exec(pathname.replace(/\/$/, '')) ?? []
  if (slug === undefined) return { screen: 'none' }
  if (rest === '') return { screen: 'now', slug }
  if (rest === '/schedule') return { screen: 'schedule', slug }
  if (rest === '/plan') return { screen: 'plan', slug }
  if (rest === '/changes') return { screen: 'changes', slug }
  if (rest === '/rooms') return { screen: 'rooms', slug }
  if (rest === '/notes') return { screen: 'notes', slug }
  if (rest === '/notes/marks') return { screen: 'marks', slug }
  const [, noteId] = /^\/notes\/([0-9a-f-]{36})$/.exec(rest) ?? []
  if (noteId !== undefined) return { screen: 'note', slug, noteId }
  const [, day] = /^\/schedule\/(\d{4}-\d{2}-\d{2})$/.exec(rest) ?? []
  if (day !== undefined) return { screen: 'day', slug, day }
  // The words after the number may be another title's by now.
  const [, number] = /^\/sessions\/(\d+)(?:-[^/]*)?$/.exec(rest) ?? []
  return number === undefined ? { screen: 'other', slug } : { screen: 'session', slug, number: Number(number) }
}
