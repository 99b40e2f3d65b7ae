import type { PrismaClient } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { consume } from '@/lib/platform/rate-limit'

type Asked = { email: string; deviceHash: string | null; /** addressGroup's. */ address: string }

/**
 * Counts one mail with a code: by browser, by network, by all there are, and last by the address that gets it. A
 * browser that was signed in with the address before is counted apart from strangers who ask for its codes; for any
 * other the newest mail's link works for longer than the refusal lasts.
 * @returns "many-codes" when the address has got enough for now; who has the mailbox can go on from there
 * @throws {AppError} RATE_LIMITED
 */
export async function limitCodes(
  db: PrismaClient,
  { email, deviceHash, address }: Asked,
): Promise<{ ok: false; reason: 'many-codes' } | null> {
  await consume(db, 'codeByDevice', deviceHash ?? address)
  await consume(db, 'codeByAddress', address)
  await consume(db, 'codeByAll', 'all')
  const isKnown = deviceHash !== null && (await db.signIn.count({ where: { deviceHash, user: { email } } })) > 0
  try {
    await consume(db, 'codeByEmail', isKnown ? `${email} ${deviceHash}` : email)
    return null
  } catch (error) {
    if (error instanceof AppError) return { ok: false, reason: 'many-codes' }
    throw error
  }
}
