import { route } from '@/lib/boundary/route'
import { endpointSchema, subscriptionSchema } from '@/lib/notifications/schema'
import { subscribe, unsubscribe } from '@/lib/notifications/server/subscriptions'
import { loadVapidKeys } from '@/lib/notifications/server/vapid'
import { signInOf } from '@/lib/people/session-token'
import { personOf } from '@/lib/people/person-of'

/** The key with which a browser subscribes to alerts. */
export const GET = route({
  run: async ({ viewer, db }) => {
    personOf(viewer)
    return { publicKey: (await loadVapidKeys(db)).publicKey }
  },
})

/** Alerts this browser from now on. */
export const POST = route({
  input: subscriptionSchema,
  limit: 'writeByAccount',
  run: async ({ input, viewer, db, now, request }) =>
    subscribe(db, { userId: personOf(viewer).id, signInId: await signInOf(request.headers.get('cookie')) }, input, now),
})

/** Alerts this browser no more. */
export const DELETE = route({
  input: endpointSchema,
  limit: 'writeByAccount',
  run: ({ input, viewer, db }) => unsubscribe(db, personOf(viewer).id, input.endpoint),
})
