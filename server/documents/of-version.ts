import type { PrismaClient } from '@/generated/prisma/client'
import type { ConferenceDocument } from '@/lib/feeds/document'
import { AppError } from '@/lib/platform/errors'
import { download, feed, live, Moved, type DocumentSource, type Wanted } from './document-source'
import { httpDate, represent, type Representation } from './representation'
import { VersionStore } from './version-store'

type Options = { db: PrismaClient; documents: readonly ConferenceDocument[]; publicUrl: string; instanceId: string }

const MOST_BYTES = 256 * 1024 * 1024

/** Documents that are rendered and compressed once per version of their conference, and held in memory. */
export function sourcesOfVersion({ documents, ...context }: Options): DocumentSource[] {
  const store = new VersionStore<Representation>(MOST_BYTES)

  return documents.map((document) => ({
    path: document.path,
    headers: document.cache === 'feed' ? feed : live,
    always: document.isDownload ? download : undefined,
    retryAfterS: 60,
    held: (wanted) => store.current(keyOf(wanted), wanted.conference.version),
    last: (wanted) => store.last(keyOf(wanted)),
    get: (wanted) => store.get(keyOf(wanted), wanted.conference.version, () => render(document, wanted)),
  }))

  async function render(document: ConferenceDocument, { conference, params }: Wanted): Promise<Representation> {
    const content = await document.render({ ...context, conference, params })
    if (content === null) throw new AppError('NOT_FOUND')
    if (typeof content === 'object' && 'movedTo' in content) throw new Moved(content.movedTo)
    const { text, changedAt } =
      typeof content === 'object' && 'text' in content ? content : { text: content, changedAt: conference.updatedAt }
    return represent(Buffer.from(text), document.mediaType, {
      lastModified: changedAt ? httpDate(changedAt) : undefined,
    })
  }
}

function keyOf({ conference, name }: Wanted): string {
  return `${conference.id} ${name}`
}
