const words = [
  'cancell?ed|annul[ée]e?|abgesagt|entf[äa]llt|f[äa]llt aus|geannuleerd|vervallen',
  'cancelad[oa]|anulad[oa]|annullat[oa]',
].join('|')

// "CANCELED - Fog", "[Annulé] Fog", "❌ Cancelled: Fog": the word alone, then a sign that parts it from the title.
const prefix = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:[[(]\s*(?:${words})\s*[\])]|(?:${words})\s*!*\s*[-–—:|])[\s\-–—:|]*(?=\S)`,
  'iu',
)

/**
 * Sources without a field for it write that a session is cancelled before its title.
 * @returns the title without that
 */
export function cancelledTitle(text: string): { title: string; isCancelled: boolean } {
  const title = text.replace(prefix, '')
  return { title, isCancelled: title !== text }
}
