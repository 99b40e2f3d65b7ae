import type { PrismaClient } from '@/generated/prisma/client'
import type { ConferenceDocument } from '@/lib/feeds/document'
import { AppError } from '@/lib/platform/errors'
import { download, feed, live, Moved, type DocumentSource, type Wanted } from './document-source'
import { represent, type Representation } from './representation'
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
    get: (wanted) => {
      const key = keyOf(wanted)
      return store.get(key, wanted.conference.version, () => render(document, wanted, store.last(key)))
    },
  }))

  async function render(
    document: ConferenceDocument,
    { conference, params }: Wanted,
    previous: Representation | undefined,
  ): Promise<Representation> {
    const content = await document.render({ ...context, conference, params })
    if (content === null) throw new AppError('NOT_FOUND')
    if (typeof content === 'object' && 'movedTo' in content) throw new Moved(content.movedTo)
    return represent(Buffer.from(content), document.mediaType, laterThan(previous?.lastModified, conference.updatedAt))
  }
}

function keyOf({ conference, name }: Wanted): string {
  return `${conference.id} ${name}`
}

/**
 * The HTTP date of a change. HTTP counts seconds: a second change within one is dated one later, or If-Modified-Since
 * would miss it.
 */
function laterThan(previous: string | undefined, changedAt: Date): string {
  const second = Math.ceil(changedAt.getTime() / 1000) * 1000
  return new Date(previous ? Math.max(second, Date.parse(previous) + 1000) : second).toUTCString()
}
