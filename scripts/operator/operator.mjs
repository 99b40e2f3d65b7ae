// @ts-check `npm run -s operator -- [ADDRESS]`
import { runCommand } from '../command.mjs'
import { operatorFailure } from './failure.mjs'

await runCommand('operator', operatorFailure(process.argv.slice(2)), { migrates: true, isThere: true })
