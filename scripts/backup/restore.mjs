// @ts-check `npm run -s restore -- FILE [--conference NAME] [--check] …`
import { runCommand } from '../command.mjs'

// A whole backup may be where an installation begins; one conference goes into one that is there.
const isThere = process.argv.some((word) => /^--conference(=|$)/.test(word))
await runCommand('restore', 'Nothing was restored', { isThere })
