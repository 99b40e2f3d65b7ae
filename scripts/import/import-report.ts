import { createTranslator } from 'next-intl'
import messages from '@/lib/i18n/messages/en.json'
import type { Candidate } from '@/lib/formats/candidates'
import { detailBeside } from '@/lib/formats/problems/place'
import type { OpenQuestion } from '@/lib/formats/reading/questions'
import type { Problem } from '@/lib/platform/errors'
import type { FetchFailure } from '@/lib/platform/http/fetch-failure'
import type { BringInReason, BringInReport } from '@/lib/schedule/bring-in/read-material'
import { guardValues, type Guard } from '@/lib/schedule/bring-in/guards/guards'
import { diffKinds, type DiffKind } from '@/lib/schedule/bring-in/diff'
import { quantity } from '../words/quantity'

export type ImportReason = BringInReason | FetchFailure | 'file-unreadable'
export type ImportReport = Omit<BringInReport, 'reason'> & { reason: ImportReason | null }

const LISTED_PROBLEMS = 50
const LISTED_TITLES = 10

const questions = new Set<ImportReason>([
  'time-zone-needed',
  'which-source',
  'which-format',
  'answer-needed',
  'guarded',
])

/** 0: applied, or nothing stands against it; 3: a question or a guard; 2: nothing usable. */
export function exitCodeOf(reason: ImportReason | null): number {
  if (reason === null) return 0
  return questions.has(reason) ? 3 : 2
}

/** The one object of --json. What stopped an import is one of its problems. */
export function jsonOf(
  conference: string,
  { source, format, standing, counts, reason, problems: found, guards = [], questions: asked = [] }: ImportReport,
  applied: boolean,
) {
  const stopped =
    reason === null || found.some(({ severity }) => severity === 'error')
      ? []
      : [{ severity: 'error' as const, path: '', code: reason, detail: '' }]
  const problems: Problem[] = [...found, ...stopped]
  const { sessions, rooms, speakers } = standing
  const { added = 0, changed = 0, cancelled = 0, restored = 0, unchanged = 0 } = counts ?? {}
  return {
    conference,
    source,
    format,
    applied,
    sessions,
    rooms,
    speakers,
    added,
    changed,
    cancelled,
    restored,
    unchanged,
    problems,
    guards,
    questions: asked,
  }
}

/** What happened, for a person at a terminal. */
export function textOf(
  conference: string,
  report: ImportReport,
  { applied, sources }: { applied: boolean; sources: string[] },
): string {
  const { source, format, standing, reason } = report
  const where = `/c/${conference}${source ? `, source ${source}` : ''}${format ? ` (${format})` : ''}`
  return [
    applied
      ? `Imported into ${where}.`
      : reason === null
        ? `Would be imported into ${where}; nothing was changed.`
        : `Not imported into ${where}; nothing was changed.`,
    standing.sessions > 0
      ? `${quantity(standing.sessions, 'session')} in ${quantity(standing.rooms, 'room')} on ` +
        `${quantity(standing.days, 'day')}, ${quantity(standing.speakers, 'speaker')}.`
      : '',
    report.counts ? `${diffKinds.map((kind) => `${report.counts?.[kind] ?? 0} ${kind}`).join(', ')}.` : '',
    ...titlesOf(report, 'cancelled'),
    ...problemLines(report.problems),
    ...guardLines(report.guards ?? []),
    ...questionLines(report.questions ?? []),
    reason ? explain(reason, sources, report.candidates ?? []) : '',
  ]
    .filter(Boolean)
    .join('\n')
}

function titlesOf({ diffs }: ImportReport, wanted: DiffKind): string[] {
  const titles = diffs.filter(({ kind }) => kind === wanted).map(({ snapshot }) => `  ${wanted}: ${snapshot.title}`)
  return titles.length > LISTED_TITLES
    ? [...titles.slice(0, LISTED_TITLES), `  and ${titles.length - LISTED_TITLES} more`]
    : titles
}

function problemLines(problems: Problem[]): string[] {
  if (problems.length === 0) return []
  // What stopped all of it is said in whole sentences below.
  const stopped = Object.keys(messages.bringIn.reason).map((reason) => [reason, 'not read'] as const)
  const words = new Map<string, string>([...stopped, ...Object.entries(messages.problems.code)])
  const lines = problems.slice(0, LISTED_PROBLEMS).map(({ severity, path, entry, code, detail }) => {
    const where = entry ? `${path}, “${entry}”` : path
    const beside = detailBeside({ detail, entry })
    const more = beside ? ` (${beside})` : ''
    return `  ${severity}: ${where ? `${where}: ` : ''}${words.get(code) ?? code}${more}`
  })
  return [
    `${quantity(problems.length, 'problem')}:`,
    ...lines,
    ...(problems.length > LISTED_PROBLEMS
      ? [`  and ${problems.length - LISTED_PROBLEMS} more (--json lists them all)`]
      : []),
  ]
}

/** What looks like a mistake, and what to say where it is none. */
function guardLines(guards: Guard[]): string[] {
  const t = createTranslator({ locale: 'en', messages, namespace: 'bringIn' })
  return guards.flatMap((guard) => [
    `  --accept ${guard.code}: ${t(`guard.${guard.code}`, guardValues(guard, 'en'))}`,
    ...(guard.code === 'all-shifted' && guard.timeZone
      ? [`  --timezone ${guard.timeZone}: ${t('guardZone', { zone: guard.timeZone })}`]
      : []),
  ])
}

/** What the files may mean in two ways, how it is taken, and what to say for the other. */
function questionLines(asked: OpenQuestion[]): string[] {
  const t = createTranslator({ locale: 'en', messages, namespace: 'bringIn' })
  return asked.flatMap(({ id, guess, answer, why, example, choices }) => [
    `${t(`question.${id}.title`)} ${t(`question.${id}.lead`, { example })}`,
    ...choices.map(({ choice, becomes }) => {
      const taken =
        choice === (answer ?? guess) ? (answer === null ? ` (guessed: ${t(`why.${why}`)})` : ' (taken)') : ''
      return `  --answer ${id}=${choice}: ${t(`choice.${choice}`, { becomes })}${taken}`
    }),
  ])
}

function sayCandidate({ format, sessions, rooms, speakers }: Candidate): string {
  return `${format} (${quantity(sessions, 'session')}, ${quantity(rooms, 'room')}, ${quantity(speakers, 'speaker')})`
}

function explain(reason: ImportReason, sources: string[], candidates: Candidate[]): string {
  if (reason === 'which-source')
    return `Which source is it? Say --source with one of these, or with a new name: ${sources.join(', ')}.`
  if (reason === 'which-format')
    return `In which format is it? Say --format: ${candidates.map(sayCandidate).join('; ')}.`
  if (reason === 'time-zone-needed')
    return 'In which time zone is it? Say --timezone, such as --timezone Europe/Amsterdam.'
  if (reason === 'answer-needed') return 'Say which is right with --answer, as above.'
  if (reason === 'guarded') return 'This looks like a mistake. What is right, say with --accept, as above.'
  return new Map(Object.entries(messages.bringIn.reason)).get(reason) ?? ''
}
