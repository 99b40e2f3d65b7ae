import type { PrismaClient } from '@/generated/prisma/client'
import { hashToken } from '@/lib/platform/ids'

/** Whose sign-in a link is for, while it works; null afterwards and for a token we never made. */
export async function getLinkEmail(db: PrismaClient, token: string, now: Date): Promise<string | null> {
  const row = await db.signInCode.findUnique({ where: { linkHash: hashToken(token), usedAt: null, expiresAt: { gt: now } }, select: { email: true } })
  return row?.email ?? null
}
