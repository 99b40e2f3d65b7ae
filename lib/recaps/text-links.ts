import { plainMarkdown } from './markdown-text'

// A recap's Markdown names its photos and the sessions of its conference without an address: "photo:<id>",
// "session:<number>".

const PHOTO = /\(\s*<?photo:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})>?/g

/** The ids of the photos that a recap's Markdown shows, each once, in their order. */
export function photoIdsOf(markdown: string): string[] {
  return [...new Set([...markdown.matchAll(PHOTO)].flatMap(([, id]) => id ?? []))]
}

/** The id in a picture's address as recaps write it, "photo:<id>"; null for any other address. */
export function photoIdOf(url: string): string | null {
  return /^photo:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(url)?.[1] ?? null
}

/** A link to a session by its number, as recaps write it. */
export function sessionLink({ title, number }: { title: string; number: number }): string {
  return `[${plainMarkdown(title)}](session:${number})`
}

/** The number in a link's address as recaps write it, "session:<number>"; null for any other address. */
export function sessionNumberOf(url: string): number | null {
  const number = /^session:(\d{1,9})$/.exec(url)?.[1]
  return number === undefined ? null : Number(number)
}

/** The numbers of the sessions that a recap's Markdown may link to, each once. */
export function sessionNumbersOf(markdown: string): number[] {
  return [...new Set([...markdown.matchAll(/session:(\d{1,9})/g)].map(([, number]) => Number(number)))]
}
