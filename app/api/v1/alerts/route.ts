import { route } from '@/lib/boundary/route'
import { endpointSchema, subscriptionSchema } from '@/lib/notifications/schema'
import { subscribe, unsubscribe } from '@/lib/notifications/subscriptions'
import { loadVapidKeys } from '@/lib/notifications/vapid'
import { signInOf } from '@/lib/people/session-token'
import type { Viewer } from '@/lib/people/viewer-of-cookies'
import { AppError } from '@/lib/platform/errors'

/** The key with which a browser subscribes to alerts. */
export const GET = route({
  run: async ({ viewer, db }) => {
    requireUser(viewer)
    return { publicKey: (await loadVapidKeys(db)).publicKey }
  },
})

/** Alerts this browser from now on. */
export const POST = route({
  input: subscriptionSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db, now, request }) =>
    subscribe(db, { userId: requireUser(viewer), signInId: await signInOf(request.headers.get('cookie')) }, input, now),
})

/** Alerts this browser no more. */
export const DELETE = route({
  input: endpointSchema,
  limit: 'writeByAccount',
  run: ({ input, viewer, db }) => unsubscribe(db, requireUser(viewer), input.endpoint),
})

function requireUser(viewer: Viewer): string {
  if (viewer.kind === 'guest') throw new AppError('UNAUTHENTICATED')
  return viewer.id
}
