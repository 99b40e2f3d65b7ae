import type { SessionKind } from '@/lib/program/session-kinds'

export type KindEvidence = {
  title: string
  /** Track, type or category as the source names it; null when it has none. */
  category: string | null
  hasSpeakers: boolean
}

/**
 * What a session is, by its title and by the category its source put it in. A category for services ("Experiences",
 * "Connectivity") may hold real talks: a session with speakers, or one whose title says so, is never a service.
 */
export function sessionKind({ title, category, hasSpeakers }: KindEvidence): SessionKind {
  const group = category ?? ''
  if (/\bco-?located events?\b/i.test(group)) return 'container'
  if (!hasSpeakers && (breakTitle.test(title) || /^\P{L}*breaks?$/iu.test(group))) return 'break'
  if (/\bkeynotes?\b/i.test(group) || (hasKeynote.test(title) && keynoteTitle.test(title))) return 'keynote'
  if (/\blightning\b/i.test(group) || lightningTitle.test(title)) return 'lightning'
  if (
    /\b(tutorials?|contribfest|workshops?|hands-on labs?)\b/i.test(group) ||
    workshopTitle.test(title) ||
    /\bworkshop$/i.test(title)
  )
    return 'workshop'
  if (/\bpanels?\b/i.test(group) || panelTitle.test(title)) return 'panel'
  if (!hasSpeakers && (serviceTitle.test(title) || (serviceGroup.test(group) && !talkTitle.test(title))))
    return 'service'
  return 'talk'
}

// A title names its format at its beginning, or after the name of a stage or a series: "Theater | Istio Day: Panel:
// Tales".
const startsWith = (format: string): RegExp => new RegExp(`(?:^\\P{L}*|[|:] ?)${format}(?=:| [-–—] |$)`, 'iu')
const lightningTitle = startsWith('(?:\\w+ )?lightning talk')
const workshopTitle = startsWith('(?:tutorial|contribfest|workshop|hands-on lab)')
const panelTitle = startsWith('(?:\\w+ )?panel(?: discussion)?')

// Sooner than the whole, which few titles need.
const hasKeynote = /keynote/i
const keynoteTitle = /(?:^\P{L}*|[|:] ?)(?:sponsored )?keynotes?\b|\bsponsored keynote$/iu

// The whole title, or its part after a series' name, is a pause: "Coffee Break ☕", "Lunch | On Own"; not "How to Break
// Multi-Tenancy".
const pause = '(?:break|lunch|breakfast|dinner|pause(?:-café)?|déjeuner|dîner)'
const afterPause = String.raw`(?:\s*(?:[|(–-]|\p{Extended_Pictographic}).*|\s*&\s*\p{L}+)`
const breakTitle = new RegExp(String.raw`(?:^\P{L}*|: ?|\| ?)(?:\p{L}+ )?${pause}${afterPause}?$`, 'iu')

const serviceWords = 'badge pick-?up|cloakroom|coat check|check-?in|registration (?:opens?|desk)|accueil|vestiaire'
const serviceTitle = new RegExp(String.raw`\b(?:${serviceWords})\b|^registration(?:$|\s*(?:[&+(|–-]|and\b))`, 'iu')
const serviceGroup =
  /\b(?:registration|solutions? showcase|experiences?|connectivity|general info|service|exhibition)\b/i
const talkTitle = /\b(?:demo|bof|talk|session|keynote|documentary)\b.*[:|]/i
