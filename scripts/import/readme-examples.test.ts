import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { bundleThreads } from '../build/threads.mjs'
import { root } from '../programs.mjs'
import { runImport } from './import-command'

// README's import examples, as a shell reads them, on an installation that has nothing. Addresses are not asked from
// here: a calendar of ours stands in for each.

const { db } = await testDatabase()
beforeAll(() => bundleThreads(), 60_000)

/** Takes the place of npm, and says where it is and what it is given, a line each. */
const NPM = `npm() { pwd; printf '%s\\n' "$@"; printf '\\n'; }`
const standIns = ['sched-ics/basics.ics', 'sched-ics/colocated.ics'].map((file) =>
  join(root, 'lib/formats/fixtures', file),
)

type Example = { folder: string; words: string[] }

/** The commands of one block, with the folder in which each runs. */
function examplesOf(block: string): Example[] {
  const said = execFileSync('sh', ['-c', `${NPM}\n${block}`], { cwd: root, encoding: 'utf8' })
  return said
    .trimEnd()
    .split('\n\n')
    .map((command) => {
      const [folder = '', ...words] = command.split('\n')
      return { folder, words: words.slice(words.indexOf('--') + 1) }
    })
}

const examples = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```sh\n(.*?)^```/gms)]
  .map(([, block = '']) => block)
  .filter((block) => block.includes('npm run -s import'))
  .flatMap(examplesOf)

it('leaves conferences that everybody sees', async () => {
  const said: [conference: string, code: number, lines: string[]][] = []
  for (const { folder, words } of examples) {
    const lines: string[] = []
    const addresses = words.filter((word) => word.startsWith('https://'))
    const given = words.map((word) => (addresses.includes(word) ? (standIns[said.length] ?? word) : word))
    const say = (text: string) => void lines.push(...text.split('\n'))
    const code = await runImport(given, { db, folder, now: new Date('2026-11-30'), say, complain: say })
    said.push([words[words.indexOf('--conference') + 1] ?? '', code, lines.slice(0, 2)])
  }
  expect(said).toEqual([
    ['kubecon', 0, ['Imported into /c/kubecon, source main (sched-ics).', of(13, 9, 1, 12)]],
    ['kubecon', 0, ['Imported into /c/kubecon, source co-located (sched-ics).', of(4, 2, 1, 2)]],
    ['lighthouse-days', 0, ['Imported into /c/lighthouse-days, source sessionize (sessionize).', of(8, 2, 2, 4)]],
    ['harbour-days', 0, ['Imported into /c/harbour-days, source harbour27 (frab-xml).', of(7, 1, 2, 2)]],
    ['dune-days', 0, ['Imported into /c/dune-days, source spreadsheet (spreadsheet).', of(3, 2, 2, 3)]],
  ])
  expect(
    await db.conference.findMany({ select: { slug: true, name: true, visibility: true }, orderBy: { slug: 'asc' } }),
  ).toEqual([
    { slug: 'dune-days', name: 'Dune Days', visibility: 'public' },
    { slug: 'harbour-days', name: 'Harbour Days 2027 & friends', visibility: 'public' },
    { slug: 'kubecon', name: 'KubeCon Europe 2026', visibility: 'public' },
    { slug: 'lighthouse-days', name: 'Lighthouse Days', visibility: 'public' },
  ])
})

function of(sessions: number, rooms: number, days: number, speakers: number): string {
  const count = (many: number, one: string) => `${many} ${one}${many === 1 ? '' : 's'}`
  const [inRooms, onDays] = [count(rooms, 'room'), count(days, 'day')]
  return `${count(sessions, 'session')} in ${inRooms} on ${onDays}, ${count(speakers, 'speaker')}.`
}
