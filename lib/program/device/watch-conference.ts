import { onPoke } from '@/lib/sync/client/exchange/pokes'
import { topicOf } from '@/lib/sync/live-document'
import { agendaDocument } from '../agenda-document'
import { refreshAgenda } from './agenda-store'

/**
 * Keeps a conference's agenda true while the page is open: what the screens show of it follows each change.
 * @returns how to stop
 */
export function watchConference(id: string, slug: string): () => void {
  return onPoke(topicOf(agendaDocument, id), (version) => void refreshAgenda(slug, version))
}
