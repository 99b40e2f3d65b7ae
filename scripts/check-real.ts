import { readFileSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { ImportFile } from '@/lib/formats/reading/adapter'
import { writeFrabJson } from '@/lib/feeds/exports/frab-json'
import { writeFrabXml } from '@/lib/feeds/exports/frab-xml'
import { exportedProgramme } from '@/lib/feeds/exports/of-program'
import { parseInWorker } from '@/lib/formats/parse-in-worker'
import type { Program } from '@/lib/program/program'
import { countStanding } from '@/lib/schedule/bring-in/standing'
import { faultsByXsd, jsonChecker, schemasFolder } from '@/scripts/frab/c3voc-schemas'
import { faultsOfJson, faultsOfXml } from '@/scripts/frab/frab-contract'
import { listFiles } from './build/fingerprint.mjs'

// Only how wall times would be shifted depends on it.
const TIME_ZONE = 'Europe/Paris'
const checkJson = schemasFolder ? jsonChecker(schemasFolder) : faultsOfJson
const checkXml = async (text: string) => (schemasFolder ? faultsByXsd(schemasFolder, [text]) : faultsOfXml(text))
const COLUMNS = [64, 15, 8, 6, 8, 8, 7] as const

/** What is read with a schedule when it lies beside it, under the same name but for its end. */
const companions: [RegExp, string[]][] = [
  [/view-(GridSmart|Sessions)\.json$/, ['view-Speakers.json']],
  [/schedule\.json$/, ['presentations.json', 'speakers.json', 'keynotesAndLunch.json', 'people.json']],
  [/daySchedule\w*\.json$/, ['speakers.json', 'rooms.json']],
]

type Row = {
  name: string
  format: string
  sessions?: number
  rooms?: number
  speakers?: number
  problems: number
  seconds: string
  note: string
  crashed?: boolean
  /** Its programme left as a file that frab's schemas refuse. */
  isRefusedOut?: boolean
}

const [given] = process.argv.slice(2)
if (!given || !statSync(resolve(process.env.INIT_CWD || '.', given), { throwIfNoEntry: false })?.isDirectory()) {
  console.error('npm run check:real -- FOLDER')
  process.exitCode = 1
} else {
  process.exitCode = await checkFolder(resolve(process.env.INIT_CWD || '.', given))
}

async function checkFolder(folder: string): Promise<number> {
  const rows: Row[] = []
  printLine(['file', 'format', 'sessions', 'rooms', 'speakers', 'problems', 'seconds'], '')
  for (const { name, files } of importsIn(folder)) {
    const row = await check(name, files)
    rows.push(row)
    printLine([row.name, row.format, row.sessions, row.rooms, row.speakers, row.problems, row.seconds], row.note)
  }
  const [read, crashed] = [rows.filter(({ sessions }) => sessions !== undefined), rows.filter((row) => row.crashed)]
  const refused = rows.filter(({ isRefusedOut }) => isRefusedOut)
  const sum = (of: (row: Row) => number | undefined) => rows.reduce((total, row) => total + (of(row) ?? 0), 0)
  console.log(
    `\n${rows.length} files: ${read.length} read with ${sum((row) => row.sessions)} sessions and ` +
      `${sum((row) => row.problems)} problems, ${rows.length - read.length - crashed.length} refused, ` +
      `${crashed.length} crashed. ${refused.length} left as frab files that ` +
      `${schemasFolder ? 'the schemas in HALLWAY_C3VOC_SCHEMAS refuse' : 'our contract refuses'}.`,
  )
  return crashed.length + refused.length > 0 ? 1 : 0
}

/** Every file is an import of its own, with what belongs to it beside it. */
function importsIn(folder: string): { name: string; files: ImportFile[] }[] {
  const paths = listFiles(folder)
  return paths.map((path) => {
    const beside = companions.flatMap(([schedule, ends]) =>
      schedule.test(path)
        ? ends.map((end) => path.replace(schedule, end)).filter((other) => paths.includes(other))
        : [],
    )
    return {
      name: relative(folder, path),
      files: [path, ...beside].map((file) => ({ name: relative(folder, file), bytes: readFileSync(file) })),
    }
  })
}

async function check(name: string, files: ImportFile[]): Promise<Row> {
  const began = performance.now()
  const row = await readAll(files)
  return { ...row, name, seconds: ((performance.now() - began) / 1000).toFixed(1) }
}

async function readAll(files: ImportFile[]): Promise<Omit<Row, 'name' | 'seconds'>> {
  try {
    const parsed = await parseInWorker(files, { timeZone: TIME_ZONE })
    const codes = [...new Set(parsed.problems.map(({ code }) => code))].join(', ')
    const problems = parsed.problems.length
    if (!parsed.ok) return { format: parsed.format ?? '–', problems, note: `${parsed.reason}: ${codes}` }
    const { sessions, rooms, speakers } = countStanding(parsed.program)
    const faults = await faultsOut(parsed.program)
    const note = [codes, ...faults.slice(0, 3).map((fault) => `EXPORT: ${fault}`)].filter(Boolean).join(', ')
    return { format: parsed.format, sessions, rooms, speakers, problems, note, isRefusedOut: faults.length > 0 }
  } catch (error) {
    const note = `CRASHED: ${error instanceof Error ? error.message : String(error)}`
    return { format: '–', problems: 0, note, crashed: true }
  }
}

/** What is wrong with the frab files that Hallway would write of a programme. */
async function faultsOut(program: Program): Promise<string[]> {
  const programme = exportedProgramme(program, { timeZone: program.timeZone ?? TIME_ZONE }, 'https://hallway.example')
  const [xml, json] = [writeFrabXml(programme), writeFrabJson(programme)]
  return [...(xml === null ? [] : await checkXml(xml)), ...(json === null ? [] : checkJson(json))]
}

function printLine(cells: (string | number | undefined)[], note: string): void {
  const text = cells.map((cell, index) => {
    const width = COLUMNS[index] ?? 0
    const shown = String(cell ?? '')
    return typeof cell === 'number' || index > 1
      ? shown.padStart(width)
      : shown.length > width
        ? `…${shown.slice(1 - width)}`
        : shown.padEnd(width)
  })
  console.log(`${text.join('  ')}  ${note}`.trimEnd())
}
