// @ts-check
// `npm run test:long`: the random test of three devices and the server with 2,000 runs. HALLWAY_SEED=… runs again what failed.
import './require-node.mjs'
import { spawn } from 'node:child_process'

const run = spawn('npx', ['vitest', 'run', 'lib/sync/devices.test.ts'], { stdio: 'inherit', env: { ...process.env, HALLWAY_LONG: '1' } })
run.on('exit', (code) => (process.exitCode = code ?? 1))
