import * as answers from './answer'
import { findAuthor, type Author } from './public-queries'

/** Answers what is asked at an address of recaps. */
export type RecapRoute = (context: answers.RecapContext, params: answers.RecapParams) => answers.RecapAnswered

const FEED = 'recaps.:kind(^xml|rss|json$)'

/**
 * Every address of recaps, in find-my-way's spelling, with what answers it: an author's under /@handle, drafts under
 * their secret, and a conference's feeds.
 */
export const recapRoutes: Readonly<Record<string, RecapRoute>> = {
  '/@:handle': byAuthor(answers.home),
  '/@:handle/': byAuthor(answers.home),
  [`/@:handle/${FEED}`]: byAuthor(answers.authorFeed),
  '/@:handle/series/:slug': byAuthor(answers.series),
  [`/@:handle/series/:slug/${FEED}`]: byAuthor(answers.seriesFeed),
  '/@:handle/photos/:id': byAuthor(answers.photo),
  '/@:handle/photos/:id/:file': byAuthor(answers.photo),
  '/@:handle/:slug': byAuthor(answers.recap),
  '/@:handle/:slug/picture.png': byAuthor(answers.picture),
  '/@*': nothing,
  '/drafts/:secret': answers.draft,
  '/drafts/:secret/photos/:id': answers.draftPhoto,
  '/drafts/:secret/photos/:id/:file': answers.draftPhoto,
  '/drafts/*': nothing,
  [`/c/:conference/${FEED}`]: answers.conferenceFeed,
}

function byAuthor(
  answer: (context: answers.RecapContext, author: Author, params: answers.RecapParams) => answers.RecapAnswered,
): RecapRoute {
  return async (context, params) => {
    const author = await findAuthor(context.db, params.handle ?? '', context.now)
    return author && answer(context, author, params)
  }
}

async function nothing(): Promise<null> {
  return null
}
