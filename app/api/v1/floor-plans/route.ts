import { z } from 'zod'
import { readBytes } from '@/lib/boundary/body'
import { conferenceRoute } from '@/lib/boundary/conference-route'
import { textField } from '@/lib/platform/fields'
import { keepPlan } from '@/lib/schedule/building/keep-plan'
import { MOST_GIVEN_BYTES } from '@/lib/schedule/building/plan-limits'
import { floorNameField } from '@/lib/schedule/building/schema'

const conference = { conference: textField() }

/** Takes the picture of a floor's plan: of a new floor, by its name, or another one of a floor. */
export const POST = conferenceRoute('editSchedule', {
  isFile: true,
  limit: 'importByAccount',
  input: z.union([z.object({ ...conference, floor: z.uuid() }), z.object({ ...conference, name: floorNameField() })]),
  run: async ({ input: { conference: _slug, ...of }, granted, db, now, request }) =>
    keepPlan(db, granted, of, await readBytes(request.body, MOST_GIVEN_BYTES), now),
})
