import { useLocale } from 'next-intl'
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { noteHref, usePlacedNotes } from '@/components/notes/list/use-placed-notes'
import { Dialog } from '@/components/ui/dialog'
import { Facts } from '@/components/ui/facts'
import { sayWhen } from '@/lib/i18n/dates'
import { searchNotes } from '@/lib/notes/search-notes'
import { hasWords, queryWords } from '@/lib/planning/search/fold'
import { searchSessions } from '@/lib/planning/search/search'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { partsOf, roomNames } from '@/lib/program/agenda-parts'
import { useAgenda } from '@/lib/program/device/use-agenda'

type Way = { href: string; name: string; facts?: (string | undefined)[]; lang?: string }
type GroupName = 'screens' | 'actions' | 'sessions' | 'speakers' | 'rooms' | 'notes'

/** Its words come with the page that it opens on, wherever that is drawn. */
export type PaletteWords = {
  title: string
  hint: string
  close: string
  none: string
  groups: Record<GroupName, string>
  screens: Way[]
  actions: Way[]
}

const MOST = { sessions: 8, speakers: 5, rooms: 5, notes: 5 } as const

type Props = { slug: string; words: PaletteWords; onClose: () => void }

/** Finds sessions, speakers, rooms, notes, screens and actions by their names; arrows and Enter go there. */
export function CommandPalette({ slug, words, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const groups = useFound(slug, words, useDeferredValue(typed))
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  // The dialog has given the focus to its first button.
  useEffect(() => input.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(box.current?.querySelectorAll('a') ?? [])]
    const at = links.findIndex((link) => link === document.activeElement)
    if (event.key === 'Enter' && at === -1) links[0]?.click()
    else if (event.key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus()
    else if (event.key === 'ArrowUp' && at > 0) links[at - 1]?.focus()
    else if (event.key === 'ArrowUp') input.current?.focus()
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={words.title} closeName={words.close} onClose={onClose}>
      <div ref={box} onKeyDown={onKeyDown} className="grid min-h-[50dvh] content-start gap-3">
        <input
          ref={input}
          type="search"
          dir="auto"
          aria-label={words.title}
          placeholder={words.hint}
          value={typed}
          enterKeyHint="go"
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          className="min-h-11 w-full rounded-full border border-edge bg-raised px-4 text-base"
        />
        <p role="status" className={groups.length > 0 ? 'sr-only' : 'text-muted'}>
          {groups.length > 0 ? '' : words.none}
        </p>
        {groups.map(({ name, ways }) => (
          <section key={name} aria-label={words.groups[name]}>
            <h3 className="text-sm font-semibold text-muted">{words.groups[name]}</h3>
            <ul>
              {ways.map((way) => (
                <li key={way.href} className="border-b border-line">
                  <a href={way.href} className="grid min-h-11 content-center py-1 hover:bg-sunken">
                    <span dir="auto" lang={way.lang} className="leading-snug">
                      {settleBidi(way.name)}
                    </span>
                    {way.facts ? (
                      <span className="text-sm text-muted">
                        <Facts of={way.facts} />
                      </span>
                    ) : null}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

type Group = { name: GroupName; ways: Way[] }

/** What the words typed so far lead to; without any, the screens and actions. */
function useFound(slug: string, { screens, actions }: PaletteWords, typed: string): Group[] {
  const language = useLocale()
  const { agenda } = useAgenda(slug)
  const { id = '', timeZone = 'UTC' } = agenda?.conference ?? {}
  const { notes } = usePlacedNotes({ id, slug, name: '', timeZone }, agenda)
  const parts = useMemo(() => agenda && partsOf(agenda), [agenda])
  return useMemo(() => {
    const words = queryWords(typed)
    const isFound = (name: string) => hasWords(name, words)
    const named = (ways: Way[]) => ways.filter(({ name }) => isFound(name))
    const some: Group[] = [
      { name: 'screens', ways: named(screens) },
      { name: 'actions', ways: named(actions) },
    ]
    if (!agenda || !parts || words.length === 0) return some.filter(({ ways }) => ways.length > 0)
    const sessions = searchSessions(agenda, typed).slice(0, MOST.sessions)
    const speakers = agenda.speakers.filter(({ name }) => isFound(name)).slice(0, MOST.speakers)
    const rooms = agenda.rooms.filter(({ name }) => isFound(name)).slice(0, MOST.rooms)
    const found: Group[] = [
      {
        name: 'sessions',
        ways: sessions.map((session) => ({
          href: pageAddress(slug, 'session', session.slug),
          name: session.title,
          lang: session.language,
          facts: [sayWhen(session, { timeZone, language }), roomNames(session, parts)],
        })),
      },
      {
        name: 'speakers',
        ways: speakers.map((one) => ({
          href: pageAddress(slug, 'speaker', one.slug),
          name: one.name,
          facts: [one.company],
        })),
      },
      { name: 'rooms', ways: rooms.map((one) => ({ href: pageAddress(slug, 'room', one.slug), name: one.name })) },
      {
        name: 'notes',
        ways: searchNotes(notes, typed)
          .slice(0, MOST.notes)
          .map((note) => ({ href: noteHref(slug, note), name: note.title })),
      },
    ]
    return [...some, ...found].filter(({ ways }) => ways.length > 0)
  }, [agenda, parts, notes, screens, actions, slug, typed, timeZone, language])
}
