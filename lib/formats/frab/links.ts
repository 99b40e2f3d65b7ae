import { plainLine } from '../reading/plain-text'
import type { FrabEvent, FrabLink } from './schedule'

const slidesTitle =
  /\b(?:slides?|slide ?deck|folien|pr[äe]sentation(?:sfolien)?|présentation|diapos?|diapositives|diaporama)\b/i
const notSlides = /\b(?:source|repo(?:sitory)?|feedback|abstract|submission)\b/i
const recordingTitle =
  /\b(?:video ?recording|recording|aufzeichnung|mitschnitt|video|replay|rediffusion|enregistrement|captation)\b/i
const notRecording = /\b(?:subtitles?|vtt|srt|feedback|licen[cs]e|intro|trailer|demo)\b|\.(?:vtt|srt)$/i

/**
 * Where an event's page, slides and recording are; null where nothing says so, or says it in no web address. Of several
 * slides, attachments that are called so come first; of several recordings the first.
 */
export function eventLinks(
  { url, links, attachments, recordingUrl }: Pick<FrabEvent, 'url' | 'links' | 'attachments' | 'recordingUrl'>,
  baseUrl: string | null,
): { url: string | null; slidesUrl: string | null; replayUrl: string | null } {
  const addressOf = (href: string | null) => webAddress(href, baseUrl)
  const firstOf = (candidates: FrabLink[]) => candidates.map(({ href }) => addressOf(href)).find((href) => href) ?? null
  const isSlides = ({ title, type }: FrabLink) =>
    /^slides$/i.test(type.trim()) || (slidesTitle.test(plainLine(title)) && !notSlides.test(title))
  return {
    url: addressOf(url),
    slidesUrl: firstOf([...attachments.filter(isSlides), ...links.filter(isSlides)]),
    replayUrl: addressOf(recordingUrl) ?? firstOf([...links, ...attachments].filter(isRecording)),
  }
}

function isRecording({ href, title, type }: FrabLink): boolean {
  const isNamed = recordingTitle.test(plainLine(title)) || /^https?:\/\/media\.ccc\.de\/v\//.test(href)
  return isNamed && !slidesTitle.test(title) && !/^slides$/i.test(type) && !notRecording.test(title)
}

/** A web address, whole; one without a host is meant against the schedule's own. */
export function webAddress(href: string | null, baseUrl: string | null): string | null {
  const text = href?.trim() ?? ''
  if (text === '' || text.length > 2_000) return null
  const isWhole = /^[a-z][a-z\d+.-]*:/i.test(text)
  if (!isWhole && !/^\/(?!\/)/.test(text)) return null
  if (isWhole) return /^https?:/i.test(text) && URL.canParse(text) ? text : null
  const address = URL.canParse(text, baseUrl ?? '') ? new URL(text, baseUrl ?? '') : null
  return address && /^https?:$/.test(address.protocol) ? address.href : null
}
