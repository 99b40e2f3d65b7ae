import { backupUsage, runBackup } from './backup-command'
import { runAt } from './run-at'

// Run by backup.mjs.
await runAt(backupUsage, 'Nothing was backed up', runBackup)
