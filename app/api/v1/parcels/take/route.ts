import { z } from 'zod'
import { route } from '@/lib/boundary/route'
import { textField } from '@/lib/platform/fields'
import { giveOutParcel } from '@/lib/sync/server/parcels'

/** Gives a parcel's sealed bytes out, once. A write, so that nothing that follows links uses it up. */
export const POST = route({
  input: z.object({ token: textField().min(20).max(100) }),
  evenBlocked: true,
  run: async ({ input, db, now }) =>
    new Response(new Uint8Array(await giveOutParcel(db, input.token, now)), {
      headers: {
        'content-type': 'application/octet-stream',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    }),
})
