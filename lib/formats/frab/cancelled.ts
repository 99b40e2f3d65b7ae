const words = 'cancell?ed|abgesagt|f[äa]llt aus|entf[äa]llt|annul[ée]e?|geannuleerd|cancelad[oa]'
const mark = new RegExp(
  String.raw`^\s*(?:[\[(*!]+\s*(?:${words})\s*[\])*!]+\s*[-–—:|]?|(?:${words})\s*[-–—:|!])\s*`,
  'iu',
)
/** Without anything between it and the title only in capitals: "CANCELLED A way of GPU virtualization". */
const shouted = /^\s*(?:CANCELL?ED|ABGESAGT|ANNUL[ÉE]E?)\s+(?=\S)/u

/**
 * Is an event cancelled, and what is its title without the word for that? Told by a mark before the title ("[CANCELED]
 * Tides") or by its state.
 */
export function readCancelled(title: string, state: string | null): { title: string; cancelled: boolean } {
  const rest = title.replace(mark, '').replace(shouted, '').trim()
  const isMarked = rest !== title.trim() && rest !== ''
  return {
    title: isMarked ? rest : title,
    cancelled: isMarked || /^\s*cancell?ed\s*$/i.test(state ?? ''),
  }
}

/** States in which an event is in no published programme. */
export function isPublished(state: string | null): boolean {
  return !/^\s*(?:draft|submitted|rejected|withdrawn|deleted)\s*$/i.test(state ?? '')
}
