import type { SessionFlag } from '@/lib/program/session-flags'
import { flagOfMark } from '../reading/title-flags'
import type { CsvRow } from './rows'
import { yes } from './status'

const wanted =
  /^(?:required|requise?|obligatoire|erforderlich|nötig|verplicht|vereist|obligatori[oa]|必須|https?:\/\/\S+)$/i

/** What the columns for it, and the one for the status, say somebody has to know before they go. */
export function flagsOfColumns(get: CsvRow['get']): SessionFlag[] {
  const said = (field: 'soldOut' | 'registration', flag: SessionFlag) =>
    yes.test(get(field)) || flagOfMark(get(field)) === flag || (field === 'registration' && wanted.test(get(field)))
  const ofStatus = flagOfMark(get('status'))
  return [
    ...(ofStatus ? [ofStatus] : []),
    ...(said('soldOut', 'sold-out') ? ['sold-out' as const] : []),
    ...(said('registration', 'separate-registration') ? ['separate-registration' as const] : []),
  ]
}

const isAt = (hosts: string, endings: string) =>
  new RegExp(String.raw`^https?:\/\/(?:[\w-]+\.)*(?:${hosts})\/|\.(?:${endings})(?:[?#]|$)`, 'i')
const videos = isAt(String.raw`youtube\.com|youtu\.be|vimeo\.com|media\.ccc\.de|twitch\.tv`, 'mp4|webm|m3u8')
const slides = isAt(String.raw`slideshare\.net|speakerdeck\.com|slides\.com`, 'pdf|pptx?|odp|key')

/** Slides and replay; one column for both, as sched.com's `media_url`, is told by its address, and may hold neither. */
export function materialOf(get: CsvRow['get']): { slidesUrl: string | null; replayUrl: string | null } {
  const [slidesUrl, replayUrl] = [get('slides'), get('replay')]
  if (slidesUrl === '' || slidesUrl !== replayUrl) return { slidesUrl: slidesUrl || null, replayUrl: replayUrl || null }
  return {
    slidesUrl: slides.test(slidesUrl) ? slidesUrl : null,
    replayUrl: videos.test(replayUrl) ? replayUrl : null,
  }
}
