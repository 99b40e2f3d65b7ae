import { languages } from '@/lib/i18n/language-names'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import type { ParsedFiles } from '@/lib/formats/parse'
import { parseInWorker } from '@/lib/formats/parse-in-worker'
import { waitsForAnswer } from '@/lib/formats/reading/questions'
import { rememberAlso } from '@/lib/formats/reading/remembered'
import { insertConference, type NewConference } from '../edit/conference'
import { offerZone } from './guards/offer-zone'
import { applyProgram, IMPORT_TRANSACTION, previewImport, type Guarded, type ImportRefusal } from './import-program'
import { originOf, recordRefusal, type AskedImport } from './runs/asked-import'
import { countAffected } from './preview/count-affected'
import { countDrafted } from './preview/count-drafted'
import { readMaterial, type BringInReport, type BringInRequest, type Parse, type ReadFiles } from './read-material'

/**
 * Says what files would change, and changes nothing.
 * @param parse in a thread of its own, unless a test says otherwise
 */
export async function previewBringIn(
  db: Database,
  request: BringInRequest,
  parse: Parse = parseInWorker,
): Promise<BringInReport> {
  const read = await readMaterial(db, request, parse)
  if (!('source' in read)) return read.report
  const outcome = await previewImport(db, {
    conferenceId: request.conference?.id ?? null,
    source: read.source,
    program: read.parsed.program,
    problems: read.report.problems,
    accept: request.accept,
  })
  const reason = waitsForAnswer(read.parsed.questions) ? ('answer-needed' as const) : null
  const report: BringInReport = outcome.ok
    ? { ...read.report, ...outcomeOf(outcome), reason }
    : { ...read.report, ...refusalOf(outcome) }
  const touches = report.diffs.some(({ id, kind }) => id !== null && kind !== 'unchanged')
  const counted = touches
    ? { ...report, affected: await countAffected(db, report.diffs), drafted: await countDrafted(db, report.diffs) }
    : report
  return offerZone(db, request, counted, read.parsed, parse)
}

/** The conference to make when there is none yet; without a name it is called as the files say, else as its address. */
export type ConferenceToMake = Omit<NewConference, 'name' | 'timeZone'> & { name: string | null }

type BroughtIn = { conference: { id: string; slug: string } | null; release: number | null }
const nothingDone = { conference: null, release: null }

/** Takes back what the transaction wrote already: a conference without a programme is none. */
class Refused extends Error {
  constructor(readonly refusal: ImportRefusal) {
    super(refusal.reason)
  }
}

/**
 * Brings files in, whole or not at all, making the conference when there is none.
 * @returns `conference` null: nothing was changed, and `reason` says why; `release`: the number of the one that shows
 * what changed, null where nothing did
 * @throws {AppError} CONFLICT when the address, or the id, of a conference to be made is taken
 */
export async function applyBringIn(
  db: PrismaClient,
  request: BringInRequest,
  { make, userId }: { make: ConferenceToMake | null; userId: string | null },
  now: Date,
  parse: Parse = parseInWorker,
): Promise<BringInReport & BroughtIn> {
  const read = await readMaterial(db, request, parse)
  if (!('source' in read)) return { ...read.report, ...nothingDone }
  const { parsed, report } = read
  if (parsed.program.sessions.length === 0) return { ...report, reason: 'nothing-usable', ...nothingDone }
  if (waitsForAnswer(parsed.questions)) return { ...report, reason: 'answer-needed', ...nothingDone }
  const into = request.conference?.id ?? nameIt(make, parsed)
  if (into === null) return { ...report, reason: 'name-needed', ...nothingDone }
  const asked = importOf(request, read, userId)
  const done = await db
    .$transaction(async (tx) => {
      const conferenceId = typeof into === 'string' ? into : (await insertConference(tx, into, now)).id
      const outcome = await applyProgram(tx, { ...asked, conferenceId }, now)
      if (!outcome.ok) throw new Refused(outcome)
      const conference = await tx.conference.findUniqueOrThrow({
        where: { id: conferenceId },
        select: { id: true, slug: true },
      })
      return { ...report, ...outcomeOf(outcome), conference, release: outcome.release }
    }, IMPORT_TRANSACTION)
    .catch(async (error: unknown) => {
      if (!(error instanceof Refused)) throw error
      await recordRefusal(db, asked, error.refusal, now)
      return { ...report, ...refusalOf(error.refusal), ...nothingDone }
    })
  if (done.conference) return done
  return { ...(await offerZone(db, request, done, parsed, parse)), ...nothingDone }
}

function importOf(
  request: BringInRequest,
  { parsed, source, report, remembered }: ReadFiles,
  userId: string | null,
): AskedImport {
  return {
    source,
    program: parsed.program,
    problems: report.problems,
    userId,
    bytes: request.files.reduce((sum, file) => sum + file.bytes.length, 0),
    accept: request.accept,
    leave: request.leave,
    seen: request.seen,
    options: rememberAlso(remembered, request),
    origin: originOf(request, parsed.format),
  }
}

function nameIt(make: ConferenceToMake | null, { program, timeZone }: ParsedFiles): NewConference | null {
  const name = make?.name ?? program.title ?? make?.slug
  if (!make || !name) return null
  return { ...make, name, timeZone, language: make.language ?? languageOf(program.language) }
}

function languageOf(language: string | null): string {
  return languages.find((known) => language?.startsWith(known)) ?? 'en'
}

function outcomeOf({ counts, diffs, guards }: Guarded) {
  return { counts, diffs, guards }
}

function refusalOf(refusal: ImportRefusal): Pick<BringInReport, 'reason'> & Partial<Guarded> {
  return refusal.reason === 'guarded' ? { reason: refusal.reason, ...outcomeOf(refusal) } : { reason: refusal.reason }
}
