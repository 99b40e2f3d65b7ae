// What a programme costs to write as a file, for each of its sessions, at 600 sessions and at ten times as many:
// node --import tsx bench/exports.ts. The same time for each says that none of them grows faster than the programme.
import { writeFrabJson } from '@/lib/feeds/exports/frab-json'
import { writeFrabXml } from '@/lib/feeds/exports/frab-xml'
import { exportedProgramme } from '@/lib/feeds/exports/of-program'
import type { ExportedProgramme } from '@/lib/feeds/exports/programme'
import { writeTable } from '@/lib/feeds/exports/table'
import type { Program } from '@/lib/program/program'
import { demoConferences } from '@/prisma/demo/load'

const ROUNDS = 7
const ABSTRACT = 'What doors know of who went through them, and what they keep to themselves. '.repeat(12)
const writers = { 'frab XML': writeFrabXml, 'frab JSON': writeFrabJson, table: writeTable }

const kubecon = demoConferences(new Date()).find(({ slug }) => slug === 'kubecon-eu-2026')?.sources[0]?.program
if (!kubecon) throw new Error('The demo has no such conference')
const [small, large] = [programmeOf(kubecon, 600), programmeOf(kubecon, 6_000)]
console.table(
  Object.fromEntries(
    Object.entries(writers).map(([name, write]) => {
      const [few, many] = [timeOf(write, small), timeOf(write, large)]
      return [name, { 'µs a session of 600': few, 'of 6,000': many, ratio: Math.round((many / few) * 100) / 100 }]
    }),
  ),
)

/** Of so many sessions, each with an abstract. */
function programmeOf(program: Program, count: number): ExportedProgramme {
  const sessions = Array.from({ length: count }, (_, at) => program.sessions[at % program.sessions.length] ?? [])
  const written = sessions.flat().map((session) => ({ ...session, description: ABSTRACT }))
  return exportedProgramme(
    { ...program, sessions: written },
    { timeZone: 'Europe/Amsterdam' },
    'https://hallway.example',
  )
}

/** Microseconds a session, the median of several. */
function timeOf(write: (programme: ExportedProgramme) => string | null, programme: ExportedProgramme): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now()
    write(programme)
    return ((performance.now() - began) * 1000) / programme.sessions.length
  })
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0)
}
