const PHOTO = /\(\s*<?photo:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})>?/g

/** The ids of the photos that a recap's Markdown shows, each once, in their order. */
export function photoIdsOf(markdown: string): string[] {
  return [...new Set([...markdown.matchAll(PHOTO)].flatMap(([, id]) => id ?? []))]
}

/** The id in a picture's address as recaps write it, "photo:<id>"; null for any other address. */
export function photoIdOf(url: string): string | null {
  return /^photo:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(url)?.[1] ?? null
}
