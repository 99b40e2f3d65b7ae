// What a thread costs while it is there, and what is left of it: node --expose-gc --import tsx bench/threads.ts. Linux
// only (/proc/self/smaps_rollup).
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { stateOfText } from '@/lib/notes/merge'
import { mergeApart } from '@/lib/notes/server/merge-thread'
import { renderApart } from '@/lib/recaps/server/render-thread'
import { bundleThreads } from '@/scripts/build/threads.mjs'

const IDLE_MS = 12_000
const recap = (
  '## A talk\n\nThey *measured* it on [two machines](https://example.org/a).\n\n```js\nconst a = await one(2)\n' +
  '```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n'
).repeat(60)

await bundleThreads()
console.table([
  await measured('rendering a recap of 10,000 characters', () =>
    renderApart({ kind: 'page', text: recap, pictures: new Map(), sessions: new Map(), whyAsTyped: '' }),
  ),
  await measured('merging a note of 150,000 characters', () =>
    mergeApart(stateOfText('some words '.repeat(13_000)), [stateOfText('some words '.repeat(13_000))]),
  ),
])

async function measured(name: string, run: () => Promise<unknown>) {
  const [before, begun] = [pssMb(), performance.now()]
  await run()
  const first = performance.now() - begun
  const again = performance.now()
  await run()
  const row = {
    thread: name,
    'first, ms': Math.round(first),
    'again, ms': Math.round(performance.now() - again),
    'MB while it is there': pssMb() - before,
  }
  await wait(IDLE_MS)
  return { ...row, 'MB when it has ended': pssMb() - before }
}

/** Of this process, after what nobody holds is let go. */
function pssMb(): number {
  globalThis.gc?.()
  return Math.round(Number(/^Pss:\s+(\d+)/m.exec(readFileSync('/proc/self/smaps_rollup', 'utf8'))?.[1] ?? 0) / 1024)
}
