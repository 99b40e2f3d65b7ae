import { follow } from '@/lib/sync/client/documents/follow'
import { isRecent } from '@/lib/sync/client/documents/trust'
import { withEngine } from '@/lib/sync/client/store/local-state'
import { agendaDocument } from '../agenda-document'
import { isWorthKeeping } from './keep-agenda'

/** What this page holds of conferences' whole agendas. */
export const agendas = follow(agendaDocument, {
  isWorthHolding: isWorthKeeping,
  // With its texts, and what changed in it.
  keeping: {
    async get(slug) {
      const { agendas: table, keptFacts } = (await withEngine()).store()
      const [kept, facts] = await Promise.all([table.get(slug), keptFacts.get(slug)])
      // A build of before, in another tab, knows of no facts.
      const { keptAt, goneAt } = facts && facts.etag === kept?.etag ? facts : (kept ?? {})
      return kept && { json: kept.agenda, etag: kept.etag, keptAt, goneAt }
    },
    put: async (slug, { conference }) => (await import('./keep-conference')).keepConference(slug, conference.version),
    async confirm(slug, { etag, keptAt }) {
      const { keptFacts } = (await withEngine()).store()
      const ofThat = keptFacts.where({ slug }).and((facts) => facts.etag === etag)
      await ofThat.modify({ keptAt, goneAt: undefined })
    },
  },
})

/** The newest version that the page itself came with. */
const shownVersions = new Map<string, number>()

/**
 * Calls back when what is held changes.
 * @param shownVersion what the screen shows already, if anything
 * @returns how to stop
 */
export function watchAgenda(slug: string, listener: () => void, shownVersion = -1): () => void {
  shownVersions.set(slug, Math.max(shownVersions.get(slug) ?? -1, shownVersion))
  return agendas.listen(slug, listener)
}

/** Brings the whole agenda, once a page. */
export async function bringWholeAgenda(slug: string): Promise<void> {
  agendas.load(slug)
  await agendas.looked(slug)
  const { value, asOf } = agendas.held(slug)
  // The server is not asked for what it told a moment ago; but the page came later, with a part of another.
  if (value && isRecent(asOf) && value.conference.version < (shownVersions.get(slug) ?? -1)) agendas.refresh(slug)
}

/** Asks the server again, if anybody looks. @param version how the agenda stands there; null: not known */
export async function refreshAgenda(slug: string, version: number | null): Promise<void> {
  await agendas.looked(slug)
  const { value, failed } = agendas.held(slug)
  const newest = Math.max(shownVersions.get(slug) ?? -1, value?.conference.version ?? -1)
  // Where it could not be asked for, that it can be now is news.
  if (version === null || version > newest || failed) agendas.refresh(slug)
}
