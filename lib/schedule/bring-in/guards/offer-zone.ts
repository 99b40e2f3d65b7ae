import type { ParsedFiles } from '@/lib/formats/parse'
import type { Database } from '@/lib/platform/db'
import { isTimeZone } from '@/lib/platform/time'
import { previewImport } from '../import-program'
import { readMaterial, type BringInReport, type BringInRequest, type Parse } from '../read-material'
import { zonesThatExplain } from './guards'

/**
 * The same report, with the zone in which the files would shift nothing beside the guard of a shift, where one of those
 * that are at hand is it: files whose times say their zone stay shifted in every one.
 */
export async function offerZone(
  db: Database,
  request: BringInRequest,
  report: BringInReport,
  { program, timeZone }: ParsedFiles,
  parse: Parse,
): Promise<BringInReport> {
  const shift = report.guards?.find((guard) => guard.code === 'all-shifted')
  const startAt = program.sessions.find((session) => session.startAt !== null)?.startAt
  if (!shift || !startAt) return report
  const atHand = [request.conference?.timeZone ?? [], program.timeZone ?? [], 'UTC'].flat().filter(isTimeZone)
  for (const zone of zonesThatExplain(shift.minutes, new Date(startAt), timeZone, atHand)) {
    const again = await readMaterial(db, { ...request, timeZone: zone }, parse)
    if (!('source' in again)) continue
    const { source, parsed, report: before } = again
    const conferenceId = request.conference?.id ?? null
    const asked = { conferenceId, source, program: parsed.program, problems: before.problems, accept: request.accept }
    const outcome = await previewImport(db, asked)
    if (!('guards' in outcome) || outcome.guards.some(({ code }) => code === shift.code)) continue
    return {
      ...report,
      guards: report.guards?.map((guard) => (guard === shift ? { ...shift, timeZone: zone } : guard)),
    }
  }
  return report
}
