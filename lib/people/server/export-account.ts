import type { Database } from '@/lib/platform/db'
import { exported } from './export-tables'
import { groupNotesOf, groupsOf, ownNotesOf } from './participation'

/**
 * Everything that the server holds of a person, as they may take it with them, their groups' notes too: which columns,
 * and why not others, says export-tables.ts. Photos' bytes and secrets are not in it.
 */
export async function exportAccount(db: Database, userId: string) {
  const own = { where: { userId } }
  const byRevision = { orderBy: { revision: 'asc' } } as const
  const byAge = { orderBy: { createdAt: 'asc' } } as const
  const account = await db.user.findUniqueOrThrow({ where: { id: userId }, select: exported.User })
  return {
    account,
    accounts: await db.account.findMany({ ...own, ...byAge, select: exported.Account }),
    signIns: await db.signIn.findMany({ ...own, ...byAge, select: exported.SignIn }),
    memberships: await db.membership.findMany({ ...own, ...byAge, select: exported.Membership }),
    invited: await db.invitation.findMany({ where: { email: account.email }, ...byAge, select: exported.Invitation }),
    groups: await db.groupMember.findMany({
      where: { userId, group: groupsOf(userId) },
      orderBy: { joinedAt: 'asc' },
      select: exported.GroupMember,
    }),
    picks: await db.pick.findMany({ ...own, ...byRevision, select: exported.Pick }),
    blocks: await db.block.findMany({ ...own, ...byRevision, select: exported.Block }),
    attendances: await db.attendance.findMany({ ...own, ...byRevision, select: exported.Attendance }),
    notes: (await exportNotes(db, userId)).sort(
      (a, b) => a.notedAt.getTime() - b.notedAt.getTime() || (a.id < b.id ? -1 : 1),
    ),
    photos: await db.photo.findMany({ ...own, orderBy: { takenAt: 'asc' }, select: exported.Photo }),
    series: await db.series.findMany({ ...own, ...byAge, select: exported.Series }),
    recaps: await db.recap.findMany({ ...own, ...byAge, select: exported.Recap }),
    calendars: await db.feedToken.findMany({ ...own, ...byAge, select: exported.FeedToken }),
    alertSettings: await db.alertSetting.findUnique({ ...own, select: exported.AlertSetting }),
    alerts: await db.alert.findMany({ ...own, ...byAge, select: exported.Alert }),
    browsersWithAlerts: await db.pushSubscription.findMany({ ...own, ...byAge, select: exported.PushSubscription }),
    seenChanges: await db.changeReceipt.findMany({ ...own, ...byRevision, select: exported.ChangeReceipt }),
    readings: await db.reading.findMany({ ...own, orderBy: { readAt: 'asc' }, select: exported.Reading }),
    // What an operator did about them, and they as the operator.
    operatorActs: await db.operatorAct.findMany({
      where: { OR: [{ userId }, { byId: userId }] },
      orderBy: { at: 'asc' },
      select: exported.OperatorAct,
    }),
    organized: await exportOrganized(db, userId),
  }
}

async function exportNotes(db: Database, userId: string) {
  const own = await db.note.findMany({ where: ownNotesOf(userId), select: exported.Note })
  return [...own, ...(await db.note.findMany({ where: groupNotesOf(userId), select: exported.Note }))]
}

/** What a person did for conferences that they organize. */
async function exportOrganized(db: Database, userId: string) {
  const own = { where: { userId }, orderBy: { createdAt: 'asc' } } as const
  return {
    announcements: await db.announcement.findMany({ ...own, select: exported.Announcement }),
    invitations: await db.invitation.findMany({
      where: { invitedById: userId },
      orderBy: { createdAt: 'asc' },
      select: exported.Invitation,
    }),
    stewardLinks: await db.stewardLink.findMany({
      where: { createdById: userId },
      orderBy: { createdAt: 'asc' },
      select: exported.StewardLink,
    }),
    imports: await db.importRun.findMany({ ...own, select: exported.ImportRun }),
    overrides: await db.override.findMany({ ...own, select: exported.Override }),
    releases: await db.release.findMany({ ...own, select: exported.Release }),
    merges: await db.merge.findMany({ ...own, select: exported.Merge }),
  }
}
