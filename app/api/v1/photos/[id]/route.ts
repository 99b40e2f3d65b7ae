import { z } from 'zod'
import { readBytes } from '@/lib/boundary/body'
import { route } from '@/lib/boundary/route'
import { keepPhoto } from '@/lib/notes/server/keep-photo'
import { getPhoto } from '@/lib/notes/server/photo-queries'
import { MOST_PHOTO_BYTES } from '@/lib/notes/pictures/photo-limits'
import { AppError } from '@/lib/platform/errors'
import { requirePerson } from '@/lib/sync/server/person'
import { photoAnswer, refusedPhotoAnswer } from './answers'

const params = z.object({ id: z.uuid().toLowerCase() })

export const GET = route({
  params,
  evenBlocked: true,
  run: async ({ params: { id }, viewer, db, request }) => {
    const photo = await getPhoto(db, viewer, id)
    if (!photo) throw new AppError('NOT_FOUND', 'photo')
    return photoAnswer(photo, request.headers.get('if-none-match'))
  },
})

export const PUT = route({
  params,
  limit: 'writeByAccount',
  run: async ({ params: { id }, viewer, db, now, request }) => {
    const user = await requirePerson(db, viewer, new URL(request.url).searchParams.get('person') ?? '')
    if (Number(request.headers.get('content-length')) > MOST_PHOTO_BYTES) return refusedPhotoAnswer('tooLarge')
    const kept = await keepPhoto(db, user, id, await readBytes(request.body, MOST_PHOTO_BYTES), now)
    return kept.ok ? { id } : refusedPhotoAnswer(kept.reason)
  },
})
