import { refreshAgenda } from '../programme/agenda-store'
import { onPoke } from './pokes'

/**
 * Keeps a conference's agenda true while the page is open: what the screens show of it follows each change.
 * @returns how to stop
 */
export function watchConference(id: string, slug: string): () => void {
  return onPoke(`conference:${id}`, (version) => refreshAgenda(slug, version))
}
