// @ts-check
// A whole installation over a small disk, and what fills it: run within namespaces of its own by disk-full.test.ts,
// which writes `fill`, `backup FILE`, `free` and `stop` to it and reads where its database is.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { findPostgres } from '../../scripts/database/embedded-postgres.mjs'

const [, , disk = '', port = ''] = process.argv
const [folder, ballast] = [join(disk, 'data'), join(disk, 'ballast')]
const child = spawn(process.execPath, ['scripts/up.mjs'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, HALLWAY_DATA: folder, PORT: port },
})
child.once('exit', (code) => process.exit(code ?? 1))

const lines = createInterface({ input: process.stdin })
lines.on('line', (line) => {
  if (line === 'fill') console.log(`filled ${fill()}`)
  else if (line.startsWith('backup ')) void backUp(line.slice('backup '.length))
  else if (line === 'free') console.log(`freed ${rmSync(ballast)}`)
  else child.kill('SIGTERM')
})
lines.on('close', () => child.kill('SIGTERM'))

while (!(await isWell())) await wait(100)
console.log(`runs ${findPostgres(folder)?.url('hallway')}`)

/** Takes all the room that there is. @returns how many bytes that was */
function fill() {
  const file = openSync(ballast, 'w')
  let written = 0
  for (const piece of [1_048_576, 4_096].map((bytes) => Buffer.alloc(bytes)))
    try {
      for (;;) written += writeSync(file, piece)
    } catch {
      // There is no room for a piece of this size.
    }
  closeSync(file)
  return written
}

/** Says its exit code, and how many files it left that tried whether there is room. @param {string} file */
async function backUp(file) {
  const env = { ...process.env, HALLWAY_DATA: folder }
  const program = spawn(process.execPath, ['scripts/backup/backup.mjs', file], { stdio: ['ignore', 'ignore', 2], env })
  const [code] = await once(program, 'exit')
  console.log(`backed ${code},${readdirSync(folder).filter((name) => name.startsWith('.writable')).length}`)
}

async function isWell() {
  return fetch(`http://127.0.0.1:${port}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  )
}
