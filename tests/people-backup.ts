import type { PrismaClient } from '@/generated/prisma/client'

/** Everything of a few people and of one group of theirs, as a backup of the server has it. */
export type PeopleBackup = Awaited<ReturnType<typeof backUpPeople>>

type Of = { people: readonly string[]; groupId: string }

export async function backUpPeople(db: PrismaClient, { people, groupId }: Of) {
  const theirs = { where: { userId: { in: [...people] } } }
  const notes = await db.note.findMany({ where: { OR: [theirs.where, { groupId }] } })
  const ofNotes = { where: { noteId: { in: notes.map(({ id }) => id) } } }
  return {
    users: await db.user.findMany({ where: { id: theirs.where.userId } }),
    groups: await db.group.findMany({ where: { id: groupId } }),
    members: await db.groupMember.findMany({ where: { groupId } }),
    notes,
    versions: await db.noteRevision.findMany(ofNotes),
    shares: await db.noteShare.findMany(ofNotes),
    picks: await db.pick.findMany(theirs),
    blocks: await db.block.findMany(theirs),
    attendances: await db.attendance.findMany(theirs),
    photos: await db.photo.findMany(theirs),
    seen: await db.changeReceipt.findMany(theirs),
    marks: await db.syncMark.findMany(theirs),
    mutations: await db.mutation.findMany(theirs),
  }
}

/**
 * Puts these people's rows back as they were in a backup, and no other's. What was never told to be a change raises no
 * counter: as with a folder that is put back, no trigger runs.
 */
export async function putPeopleBack(db: PrismaClient, { people, groupId }: Of, backup: PeopleBackup): Promise<void> {
  const theirs = { where: { userId: { in: [...people] } } }
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    const now = await tx.note.findMany({ where: { OR: [theirs.where, { groupId }] }, select: { id: true } })
    const ofNotes = { where: { noteId: { in: now.map(({ id }) => id) } } }
    await tx.noteRevision.deleteMany(ofNotes)
    await tx.noteShare.deleteMany(ofNotes)
    await tx.note.deleteMany({ where: { id: { in: now.map(({ id }) => id) } } })
    await tx.pick.deleteMany(theirs)
    await tx.block.deleteMany(theirs)
    await tx.attendance.deleteMany(theirs)
    await tx.photo.deleteMany(theirs)
    await tx.changeReceipt.deleteMany(theirs)
    await tx.syncMark.deleteMany(theirs)
    await tx.mutation.deleteMany(theirs)
    await tx.groupMember.deleteMany({ where: { groupId } })
    await tx.group.deleteMany({ where: { id: groupId } })
    await tx.user.deleteMany({ where: { id: theirs.where.userId } })
    await tx.user.createMany({ data: backup.users })
    await tx.group.createMany({ data: backup.groups })
    await tx.groupMember.createMany({ data: backup.members })
    await tx.note.createMany({ data: backup.notes })
    await tx.noteRevision.createMany({ data: backup.versions })
    await tx.noteShare.createMany({ data: backup.shares })
    await tx.pick.createMany({ data: backup.picks })
    await tx.block.createMany({ data: backup.blocks })
    await tx.attendance.createMany({ data: backup.attendances })
    await tx.photo.createMany({ data: backup.photos })
    await tx.changeReceipt.createMany({ data: backup.seen })
    await tx.syncMark.createMany({ data: backup.marks })
    for (const { result, ...mutation } of backup.mutations)
      await tx.mutation.create({ data: { ...mutation, result: result ?? {} } })
  })
}
