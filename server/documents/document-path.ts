export type DocumentMatch<Document> = {
  /** Of the conference. */
  slug: string
  document: Document
  /** The document's address within the conference. */
  name: string
  params: Readonly<Record<string, string>>
}

const ADDRESS = /^\/c\/([a-z0-9-]+)\/([a-z0-9-]+(?:\/[a-z0-9-]+)?\.[a-z]+)$/

/** The document at this path, if one of them has such an address. */
export function matchDocument<Document extends { path: string }>(
  path: string,
  documents: readonly Document[],
): DocumentMatch<Document> | null {
  // Most addresses are no document's.
  if (!path.includes('.')) return null
  const [, slug, name] = ADDRESS.exec(path) ?? []
  if (!slug || !name) return null
  for (const document of documents) {
    const params = paramsOf(document.path, name)
    if (params) return { slug, document, name, params }
  }
  return null
}

/** The values of the pattern's `:names` in a path that fits it. */
function paramsOf(pattern: string, path: string): Record<string, string> | null {
  if (!pattern.includes(':')) return pattern === path ? {} : null
  return patternOf(pattern).exec(path)?.groups ?? null
}

const patterns = new Map<string, RegExp>()

function patternOf(pattern: string): RegExp {
  const known = patterns.get(pattern)
  if (known) return known
  const made = new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/:([a-z]+)/g, '(?<$1>[a-z0-9-]+)')}$`)
  patterns.set(pattern, made)
  return made
}
