import { restoreUsage, runRestore } from './restore-command'
import { runAt } from './run-at'

// Run by restore.mjs.
await runAt(restoreUsage, 'Nothing was restored', runRestore)
