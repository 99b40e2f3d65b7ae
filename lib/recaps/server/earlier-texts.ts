import type { Prisma } from '@/generated/prisma/client'
import { losesWords } from '@/lib/notes/lost-words'
import { MINUTE_MS } from '@/lib/platform/time'

/**
 * An edit within so long of the last kept text makes none of its own, unless words would be lost: autosave would fill a
 * page with them.
 */
const PAUSE_MS = 5 * MINUTE_MS

/** What of a recap is words of its author. */
export type Words = { title: string; summary: string | null; text: string }

/** Would a word, or a whole line, that stands in `before` stand in none of the others? */
function losesText(before: Words, ...others: readonly Words[]): boolean {
  const [written, ...elsewhere] = [before, ...others].map(({ title, summary, text }) =>
    [title, summary ?? '', text].join('\n'),
  )
  return losesWords(written ?? '', ...elsewhere) || elsewhere.every((text) => losesLine(written ?? '', text))
}

// A line of words that all stand elsewhere, too, is still a line that somebody wrote; one that was rewritten has
// another in its place.
function losesLine(before: string, after: string): boolean {
  const [was, is] = [linesOf(before), linesOf(after)]
  const [known, left] = [new Set(was), new Set(is)]
  const [gone, come] = [was.filter((line) => !left.has(line)), is.filter((line) => !known.has(line))]
  return gone.length > come.length || was.length - is.length > gone.length - come.length
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/**
 * Keeps what a recap read before an edit, so that no word of it is nowhere: every time words would be lost, else once
 * in a while. A text that was kept a moment ago and of which the one before the edit has everything is replaced by it.
 */
export async function keepEarlierText(
  tx: Prisma.TransactionClient,
  before: Words & { id: string },
  after: Words,
  now: Date,
): Promise<void> {
  const last = await tx.recapRevision.findFirst({
    where: { recapId: before.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const isRecent = last !== null && now.getTime() - last.createdAt.getTime() < PAUSE_MS
  if (isRecent && !losesText(before, after, last)) return
  const kept = { title: before.title, summary: before.summary, text: before.text, createdAt: now }
  if (isRecent && !losesText(last, before)) await tx.recapRevision.update({ where: { id: last.id }, data: kept })
  else await tx.recapRevision.create({ data: { ...kept, recapId: before.id } })
}

/** Keeps a text of a recap as it is, once. */
export async function keepWholeText(
  tx: Prisma.TransactionClient,
  recapId: string,
  { title, summary, text }: Words,
  now: Date,
): Promise<void> {
  const words = { recapId, title, summary, text }
  const known = await tx.recapRevision.findFirst({ where: words, select: { id: true } })
  if (!known) await tx.recapRevision.create({ data: { ...words, createdAt: now } })
}
