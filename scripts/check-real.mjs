// @ts-check `npm run check:real -- FOLDER`: reads every file of a folder of real schedules and prints what came of it.
// Writes nothing.
import './require-node.mjs'
import { spawnSync } from 'node:child_process'
import { bundleThreads } from './build/threads.mjs'
import { generateClient, installPackages } from './preparation.mjs'
import { root } from './programs.mjs'
import { reportFailure } from './start-error.mjs'

try {
  await installPackages(() => undefined)
  await generateClient(() => undefined)
  await bundleThreads()
  const from = process.env.npm_lifecycle_event ? process.env.INIT_CWD : process.cwd()
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/check-real.ts', ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit', env: { ...process.env, INIT_CWD: from } },
  )
  process.exitCode = status ?? 1
} catch (error) {
  reportFailure('Nothing was checked', error)
}
