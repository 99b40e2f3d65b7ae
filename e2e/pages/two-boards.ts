import type { Browser, Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { makeConference, signIn } from '../beforehand'
import { BoardPage } from './board-page'

type Wanted = { slug: string; /** The programme, as CSV. */ table: string; /** Which is shown. */ day: string }

/** The board of a new conference before its owner, who has no name, and before another organizer, Bo. */
export async function openTwoBoards(
  page: Page,
  browser: Browser,
  { slug, table, day }: Wanted,
): Promise<[BoardPage, BoardPage]> {
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table, visibility: 'public' })
  const other = await (await browser.newContext()).newPage()
  await signIn(other, `${slug}-bo@example.org`)
  const bo = await database().user.update({ where: { email: `${slug}-bo@example.org` }, data: { name: 'Bo' } })
  const { id: conferenceId } = await database().conference.findUniqueOrThrow({ where: { slug } })
  await database().membership.create({ data: { userId: bo.id, conferenceId, role: 'organizer' } })
  const boards: [BoardPage, BoardPage] = [new BoardPage(page, slug), new BoardPage(other, slug)]
  for (const board of boards) await board.open(day)
  return boards
}
