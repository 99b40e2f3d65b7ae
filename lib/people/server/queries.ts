import type { PrismaClient } from '@/generated/prisma/client'
import { hashToken } from '@/lib/platform/ids'
import { LINK_LIFE_MS } from '../sign-in-codes'

/** Whose sign-in a link is for, while it works; null afterwards and for a token we never made. */
export async function getLinkEmail(db: PrismaClient, token: string, now: Date): Promise<string | null> {
  const row = await db.signInCode.findUnique({
    where: { linkHash: hashToken(token), usedAt: null, createdAt: { gt: new Date(now.getTime() - LINK_LIFE_MS) } },
    select: { email: true },
  })
  return row?.email ?? null
}
