import anyAscii from 'any-ascii'

// On the server alone: the table of all scripts is heavier than a page.

const LONGEST = 60

/**
 * The word of an address for a name: lower-case ASCII letters, digits and single hyphens, at most 60 characters.
 * Letters of other scripts are written as they sound, more or less ("Łukasz" is lukasz, ガイド gaido, 🐳 whale); a sign
 * that makes another name of it is written out ("C++" is c-plus-plus, "Level -1" level-minus-1). A name of which
 * nothing is left gives `fallback`.
 */
export function slugify(name: string, fallback: string): string {
  // Most names are simple; for a thousand speakers the rest is a tenth of a second.
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/i.test(name) && name.length <= LONGEST) return name.toLowerCase().replaceAll(' ', '-')
  const spelt = name
    .normalize('NFC')
    .replace(/(?<=^|\s)[-\u2010-\u2012\u2212](?=\d)/g, ' minus ')
    .replace(/(?<=[\p{L}\p{M}\p{N}]\+*)\+|\+(?=\d)/gu, ' plus ')
    .replace(/(?<=(?:^|[^\p{L}])\p{L})#/gu, ' sharp ')
  const words = anyAscii(spelt)
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
  return words.replace(/^-+/, '').slice(0, LONGEST).replace(/-+$/, '') || fallback
}
