// @ts-check `npm run -s import -- FILE_OR_URL… --conference SLUG …`
import { bundleThreads } from './build/threads.mjs'
import { runCommand } from './command.mjs'

/** Of where objects begin, in MB: left alone, V8 lets it grow, and takes 40 MB more for the same work. */
const YOUNG_MB = 4

await runCommand('import', 'Nothing was imported', {
  migrates: true,
  options: [`--max-semi-space-size=${YOUNG_MB}`],
  prepare: () => bundleThreads(),
})
