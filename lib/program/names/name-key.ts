/**
 * A name as it is compared: two names are one only if they differ by case, by spaces (and what cannot be seen at all),
 * by the width of their letters, or by a dash between two letters ("Main-Stage", "Main – Stage"). Marks, signs and
 * numbers tell names apart: "Level -1" and "Level 1", "C", "C++" and "C#", ガイド and カイト, कमल and कोमल.
 */
export function nameKey(name: string): string {
  // Most names are simple, and an import compares each many times.
  if (/^[a-z0-9,.:;!?'"/()&+#]+(?: [a-z0-9,.:;!?'"/()&+#]+)*$/i.test(name)) return name.toLowerCase()
  return oneWidth(name)
    .replace(invisible, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ς/g, 'σ')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, '-')
    .replace(/(?<=\p{L}\p{M}*)\s*-\s*(?=\p{L})/gu, ' ')
    .replace(/(?<=\d) - (?=\d)/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Full-width and half-width letters are the same letters; other compatibility forms ("①", "²") are not those they
 * resemble.
 */
function oneWidth(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\uff01-\uffee]+/g, (letters) => letters.normalize('NFKC'))
    .normalize('NFC')
}

// Soft hyphens, zero-width spaces, marks of direction, and what chooses between an emoji and its black-and-white twin.
// Joiners are letters' and emoji's own.
const invisible = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0e\ufe0f\ufeff]/g

/**
 * What two names share that might be one: accents of Latin letters and all punctuation aside, but for what makes
 * another name of it ("C++", "C#"). Good for recognising a title that was reworded, never for merging.
 */
export function looseKey(name: string): string {
  const bare = nameKey(name)
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
  return bare.replace(/[^\p{L}\p{M}\p{N}+#]+/gu, ' ').trim() || bare
}

/** How names were compared once, and under what aliases of that time still stand: without any mark and punctuation. */
export function keyOfBefore(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || plain.trim()
}
