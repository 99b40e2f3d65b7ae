// @ts-check `npm run -s restore -- FILE [--check] [--replace]`
import { runCommand } from '../command.mjs'

await runCommand('restore', 'Nothing was restored')
