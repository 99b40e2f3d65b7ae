// @ts-check `npm run -s restore -- FILE [--conference NAME] [--check] …`
import { runCommand, whereFilesAreNamed } from '../command.mjs'
import { restoreNeeds } from './restore-options.mjs'

// A whole backup may be where an installation begins; one conference goes into one that is there.
await runCommand('restore', 'Nothing was restored', restoreNeeds(process.argv.slice(2), whereFilesAreNamed()))
