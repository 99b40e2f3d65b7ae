import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { Agenda } from '../agenda'
import { agendas, bringWholeAgenda, watchAgenda } from './agenda-store'
import { noteShownVersion } from './shown-version'

type Load = {
  /** Asks for the whole agenda, where only a part came with the page. */
  load: () => void
  /** The server could not be reached: what is shown is as old as it is, or there is nothing. */
  failed: boolean
  /** When the server last said that the agenda stands so (ISO); null: not known, or it came with the page. */
  asOf: string | null
  /** Since when the server is known not to have it any more, or not to show it (ISO). */
  goneAt: string | null
  /** This device's own store was looked into. */
  looked: boolean
}

/**
 * A conference's agenda, kept true by pokes (watchConference) and, after the first visit, there without a network.
 * @param initial the part that came with the page: shown until the whole is wanted or something changes
 */
export function useAgenda(slug: string, initial: Agenda): Load & { agenda: Agenda }
export function useAgenda(slug: string): Load & { agenda: Agenda | null }
export function useAgenda(slug: string, initial?: Agenda): Load & { agenda: Agenda | null } {
  const shownVersion = initial?.conference.version
  const watch = useCallback((listener: () => void) => watchAgenda(slug, listener, shownVersion), [slug, shownVersion])
  const held = useSyncExternalStore(
    watch,
    () => agendas.held(slug),
    () => agendas.nothing,
  )
  const { value: agenda, failed, asOf, goneAt, looked } = held
  const load = useCallback(() => void bringWholeAgenda(slug), [slug])
  const comesWithPage = initial !== undefined
  useEffect(() => {
    if (!comesWithPage) load()
  }, [comesWithPage, load])
  // This device's own copy may be older than the page.
  const isNewest = agenda !== null && agenda.conference.version >= (shownVersion ?? -1)
  const shown = isNewest ? agenda : (initial ?? null)
  useEffect(() => {
    if (shown) noteShownVersion(shown.conference)
  }, [shown])
  return { agenda: shown, failed, asOf, goneAt, looked, load }
}
