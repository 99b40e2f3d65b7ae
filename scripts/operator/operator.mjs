// @ts-check `npm run -s operator -- [ADDRESS]`
import { runCommand } from '../command.mjs'

await runCommand('operator', 'Nobody was appointed', { migrates: true, isThere: true })
