import { readBytes } from '@/lib/boundary/body'
import { route } from '@/lib/boundary/route'
import { ADDRESS_HEADER, addressGroup } from '@/lib/platform/client-address'
import { AppError } from '@/lib/platform/errors'
import { textField } from '@/lib/platform/fields'
import { consume } from '@/lib/platform/rate-limit'
import { MOST_PARCEL_BYTES } from '@/lib/sync/parcel-limits'
import { keepParcel } from '@/lib/sync/server/parcels'

const tokenHash = textField().regex(/^[0-9a-f]{64}$/)

/**
 * Keeps the sealed bytes of the body for whoever comes with the token of `?token=<its SHA-256>`; guests, too, carry
 * their plans.
 */
export const POST = route({
  run: async ({ viewer, db, now, request }) => {
    const hash = tokenHash.safeParse(new URL(request.url).searchParams.get('token'))
    if (!hash.success) throw new AppError('INVALID', 'token')
    const address = addressGroup(request.headers.get(ADDRESS_HEADER) ?? 'unknown')
    await consume(db, 'parcelByAddress', address)
    return keepParcel(
      db,
      viewer.kind === 'user' ? { kind: 'person', key: viewer.id } : { kind: 'address', key: address },
      hash.data,
      await readBytes(request.body, MOST_PARCEL_BYTES),
      now,
    )
  },
})
