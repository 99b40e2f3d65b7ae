import type { PrismaClient } from '@/generated/prisma/client'

let made = 0

/** Somebody with an account, as a viewer. */
export async function makePerson(db: PrismaClient) {
  const user = await db.user.create({ data: { email: `person-${++made}@example.org`, name: `Person ${made}` } })
  return { kind: 'user' as const, id: user.id, email: user.email, name: user.name, language: user.language }
}
