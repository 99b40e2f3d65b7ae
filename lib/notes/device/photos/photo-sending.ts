import type { PhotoRow } from './photo-rows'
import type { PhotoSent } from './photo-transport'
import { MOST_BROKEN_TRIES } from '@/lib/sync/client/exchange/send-apart'
import type { Failure } from '@/lib/sync/client/exchange/transport'

/** What follows the sending of one photo. */
export type AfterSending = {
  change: Partial<PhotoRow>
  /** `next`: go on with the others; `later`: go on, this one waits for the next round; else why nothing goes now. */
  then: 'next' | 'later' | Failure
}

/** One step of a photo that waits: what changes of it with the server's answer, and how the round goes on. */
export function stepSending({ tries: before = 0 }: Pick<PhotoRow, 'tries'>, sent: PhotoSent): AfterSending {
  if (sent.ok) return { change: { uploaded: true, tries: undefined }, then: 'next' }
  if ('refused' in sent) return { change: { refused: sent.refused }, then: 'next' }
  if (sent.reason !== 'broken') return { change: {}, then: sent.reason }
  const tries = before + 1
  return tries < MOST_BROKEN_TRIES
    ? { change: { tries }, then: 'later' }
    : { change: { tries: undefined, refused: 'BROKEN' }, then: 'next' }
}
