import { runAt } from '../backup/run-at'
import { operatorFailure } from './failure.mjs'
import { operatorUsage, runOperator } from './operator-command'

// Run by operator.mjs.
await runAt(operatorUsage, operatorFailure(process.argv.slice(2)), runOperator)
