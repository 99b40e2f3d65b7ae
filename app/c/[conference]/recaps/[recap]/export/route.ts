import { personOf } from '@/lib/people/person-of'
import { z } from 'zod'
import { route } from '@/lib/boundary/route'
import { zipFiles, type ZipEntry } from '@/lib/notes/zip'
import { readBlob } from '@/lib/platform/blobs/blobs'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { textField } from '@/lib/platform/fields'
import { recapAddresses } from '@/lib/recaps/addresses'
import { exportFormats } from '@/lib/recaps/server/export'
import { loadExport } from '@/lib/recaps/server/load-export'

/** My recap as a post of another blog: one Markdown file, or with `photos=1` a zip with its photos. */
export const GET = route({
  params: z.object({ conference: textField(), recap: z.uuid() }),
  input: z.object({ for: z.enum(exportFormats), photos: z.literal('1').optional() }),
  run: async ({ params, input, viewer, db, now }) => {
    const post = await loadExport(db, {
      userId: personOf(viewer).id,
      id: params.recap,
      format: input.for,
      withPhotos: input.photos === '1',
      now,
      at: recapAddresses(publicUrl(readEnvironment())),
    })
    const name =
      post.path
        .split('/')
        .filter((part) => part !== 'index.md')
        .at(-1)
        ?.replace(/\.md$/, '') ?? 'recap'
    if (!input.photos) return download(post.text, 'text/markdown; charset=utf-8', `${name}.md`)
    const photos = await Promise.all(
      post.photos.map(async ({ id, path }): Promise<ZipEntry[]> => {
        const content = await readBlob(id)
        return content ? [{ path, content, changedAt: post.changedAt }] : []
      }),
    )
    return download(
      zipFiles([{ path: post.path, content: post.text, changedAt: post.changedAt }, ...photos.flat()]),
      'application/zip',
      `${name}.zip`,
    )
  },
})

function download(body: BodyInit, mediaType: string, name: string): Response {
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}
