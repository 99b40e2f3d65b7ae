import { conferenceRoute } from '@/lib/boundary/conference-route'
import { wishSchema } from '@/lib/desk/suggest/schema'
import { tellSuggestion } from '@/lib/desk/suggest/server/tell-suggestion'
import { consume } from '@/lib/platform/rate-limit'

/** Better rooms and times for a day, line by line as they are found. It changes nothing. */
export const POST = conferenceRoute('editSchedule', {
  input: wishSchema,
  run: async ({ input: wish, db, granted, now }) => {
    await consume(db, 'suggestByAccount', granted.userId)
    return tellSuggestion(db, granted, wish, now)
  },
})
