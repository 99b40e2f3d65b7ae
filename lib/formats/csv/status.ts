/** A cell of a column that asks a question. */
export const yes = /^(y|yes|true|1|x|oui|o|vrai|ja|j|wahr|waar|✓|✔)$/i
const no = /^(n|no|false|0|non|faux|nein|nee|falsch|onwaar)$/i
const cancelled = /^(cancell?ed|annul[ée]e?|abgesagt|entf[äa]llt|geannuleerd|vervallen)$/i
const hiddenWords = [
  'draft|rejected|declined|withdrawn|nominated|pending|waitlist(ed)?|submitted|unpublished|hidden',
  'brouillon|refus[ée]e?|abgelehnt|entwurf|afgewezen|concept',
]
const hidden = new RegExp(`^(${hiddenWords.join('|')})$`, 'i')

/**
 * What a cell of a status column says. Its header tells what "yes" means: a column called "Cancelled" cancels, one
 * called "Active" or "Published" publishes. A word that is not known publishes: nothing vanishes by a guess.
 */
export function statusInCell(cell: string, header: string): 'published' | 'cancelled' | 'hidden' {
  const word = cell.trim()
  if (cancelled.test(word)) return 'cancelled'
  if (hidden.test(word)) return 'hidden'
  if (/cancel|annul|abgesagt/i.test(header)) return yes.test(word) ? 'cancelled' : 'published'
  return no.test(word) ? 'hidden' : 'published'
}
