// @ts-check `npm run -s backup -- [FILE] [--secrets]`
import { runCommand } from '../command.mjs'

await runCommand('backup', 'Nothing was backed up', { isThere: true })
