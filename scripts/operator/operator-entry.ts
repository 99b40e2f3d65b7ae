import { runAt } from '../backup/run-at'
import { operatorUsage, runOperator } from './operator-command'

// Run by operator.mjs.
await runAt(operatorUsage, 'Nobody was appointed', runOperator)
