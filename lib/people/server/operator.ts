import type { Database } from '@/lib/platform/db'
import { readEnvironment, type Environment } from '@/lib/platform/env'
import { emailSchema } from '../schema'

const SETTING = 'operator'
/** Whoever it was is gone. The row stays: whoever signs in next would be the first one otherwise. */
const NOBODY = ''

/** A person, as far as it says whether they run this installation. */
type Somebody = { id: string; email: string }

/**
 * Does this person run this installation? Whoever has an address in HALLWAY_OPERATOR; where that is empty, whoever
 * signed in first, or was appointed by the command line since.
 */
export async function isOperator(
  db: Database,
  { id, email }: Somebody,
  env: Pick<Environment, 'HALLWAY_OPERATOR'> = readEnvironment(),
): Promise<boolean> {
  if (env.HALLWAY_OPERATOR.length > 0) return env.HALLWAY_OPERATOR.includes(email)
  return (await db.setting.count({ where: { key: SETTING, value: id } })) > 0
}

/** Makes whoever signs in first the operator; whoever comes after them changes nothing. */
export async function appointFirst(db: Database, userId: string): Promise<void> {
  await db.setting.createMany({ data: { key: SETTING, value: userId }, skipDuplicates: true })
}

/**
 * Makes somebody the operator, in place of whoever was; an account is made for an address that has none.
 * @returns the person; null where this is no address
 */
export async function appoint(db: Database, address: string, now: Date): Promise<Somebody | null> {
  const email = emailSchema.safeParse(address)
  if (!email.success) return null
  const person = await db.user.upsert({
    where: { email: email.data },
    create: { email: email.data, createdAt: now, validFrom: now },
    update: {},
    select: { id: true, email: true },
  })
  await db.setting.upsert({
    where: { key: SETTING },
    create: { key: SETTING, value: person.id },
    update: { value: person.id },
  })
  return person
}

/** Names nobody any more where this person is the operator, until the command line appoints somebody. */
export async function resign(db: Database, userId: string): Promise<void> {
  await db.setting.updateMany({ where: { key: SETTING, value: userId }, data: { value: NOBODY } })
}

/** The address of whoever was first or appointed; null where nobody is (any more). */
export async function appointedAddress(db: Database): Promise<string | null> {
  const setting = await db.setting.findFirst({ where: { key: SETTING, value: { not: NOBODY } } })
  const person = setting && (await db.user.findUnique({ where: { id: setting.value }, select: { email: true } }))
  return person?.email ?? null
}

/** Will whoever signs in first be the operator? Not where somebody was, and is gone. */
export async function isForFirst(db: Database): Promise<boolean> {
  return (await db.setting.count({ where: { key: SETTING } })) === 0
}
