import type { PrismaClient } from '@/generated/prisma/client'
import { writeAct } from '@/lib/operating/server/acts'
import { emailSchema } from '@/lib/people/schema'
import { blockedSince } from '@/lib/people/server/blocked-addresses'
import { makeOwner } from '@/lib/people/server/make-owner'

/**
 * Makes somebody an owner of a conference, be it deleted, and writes it down.
 * @param gift what follows /c/ in the conference's address, and the e-mail address as it was typed
 * @returns whether it was done, and what there is to say of it
 */
export async function handOver(
  db: PrismaClient,
  { slug, owner }: { slug: string; owner: string },
  now: Date,
): Promise<{ ok: boolean; said: string[] }> {
  const email = emailSchema.safeParse(owner).data
  if (email === undefined) return no(`${owner} is no e-mail address. Write it like name@example.org.`)
  const conference = await db.conference.findFirst({
    where: { slug, purgedAt: null },
    select: { id: true, name: true, deletedAt: true, takenDownAt: true },
  })
  if (!conference) return no(`There is no conference ${slug}. Its name here is what follows /c/ in its address.`)
  const person = await db.user.findUnique({ where: { email }, select: { blockedAt: true } })
  if (person ? person.blockedAt : await blockedSince(db, email))
    return no(`${email} is blocked: let them in again under This installation first.`)
  const owners = await db.$transaction(async (tx) => {
    const { id: userId } = await makeOwner(tx, conference.id, email, now)
    await writeAct(tx, { kind: 'handedOver', at: now, byCommand: true, userId, conferenceId: conference.id })
    return tx.membership.findMany({
      where: { conferenceId: conference.id, role: 'owner' },
      orderBy: { user: { email: 'asc' } },
      select: { user: { select: { email: true, blockedAt: true } } },
    })
  })
  const names = owners.map(({ user }) => (user.blockedAt ? `${user.email} (blocked)` : user.email))
  return { ok: true, said: [`${conference.name} is owned by ${names.join(', ')}.`, ...standing(conference)] }
}

function no(why: string): { ok: boolean; said: string[] } {
  return { ok: false, said: [why] }
}

function standing({ deletedAt, takenDownAt }: { deletedAt: Date | null; takenDownAt: Date | null }): string[] {
  if (takenDownAt) return ['It is taken down still: the operator puts it back under This installation.']
  return deletedAt ? ['It is deleted still: they bring it back from the list of conferences.'] : []
}
