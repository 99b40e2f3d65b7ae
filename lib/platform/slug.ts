const LONGEST = 60

/**
 * The word of an address for a name: lower-case ASCII letters, digits and single hyphens, at most 60 characters.
 * A name without any such letter (emoji, another script) gives `fallback`.
 */
export function slugify(name: string, fallback: string): string {
  const plain = name.normalize('NFKD').replace(/\p{Mark}/gu, '').toLowerCase()
  const words = plain.replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-')
  return words.slice(0, LONGEST).replace(/^-+|-+$/g, '') || fallback
}

/** `wanted`, or the first of wanted-2, wanted-3… that is not taken. */
export function uniqueSlug(wanted: string, taken: ReadonlySet<string>): string {
  let slug = wanted
  for (let n = 2; taken.has(slug); n++) slug = `${wanted}-${n}`
  return slug
}
