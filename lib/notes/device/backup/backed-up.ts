import { attendancesBackup, blocksBackup, picksBackup } from '@/lib/planning/device/backup'
import type { BackedUp } from '@/lib/sync/client/backed-up'

/** The one list of the kinds that are in a backup, beside the notes and photos that it is about. */
export const backedUpKinds: readonly BackedUp[] = [picksBackup, blocksBackup, attendancesBackup]
