import { expect, type Page } from '@playwright/test'
import { overlapsWith } from '@/lib/planning/conflicts'
import type { AgendaSession } from '@/lib/program/agenda'
import { readAgenda } from '../server-data'
import { ConferencePage } from './conference-page'

/**
 * Two talks of the second day, which is never over, that are on together, and a third that begins with the first:
 * whatever the demo's hours are today.
 */
async function findOverlap(page: Page): Promise<{ day: string; a: AgendaSession; b: AgendaSession }> {
  const agenda = await readAgenda(page, 'hallway-days')
  const talks = agenda.sessions.filter(
    ({ dayOn, kind, startAt, title }) =>
      dayOn === agenda.days[1] &&
      kind === 'talk' &&
      startAt &&
      agenda.sessions.filter((other) => other.title === title).length === 1,
  )
  const pair = talks.flatMap((a) =>
    talks
      .filter(
        (b) =>
          a.id !== b.id &&
          overlapsWith(a, [b]).length > 0 &&
          talks.some(({ id, startAt }) => startAt === a.startAt && id !== a.id && id !== b.id),
      )
      .map((b) => ({ a, b })),
  )[0]
  if (!pair) throw new Error('The demo has no three talks at once')
  return { day: pair.a.dayOn, ...pair }
}

/** Two talks of the demo that overlap are picked, and the plan of their day is open. */
export async function planBoth(
  page: Page,
): Promise<{ conference: ConferencePage; plan: string; a: string; b: string; day: string }> {
  const { day, a, b } = await findOverlap(page)
  const conference = new ConferencePage(page, 'hallway-days')
  await conference.openSchedule(day)
  await conference.pick(a.title)
  await conference.pick(b.title)
  const plan = `/c/hallway-days/plan#${day}`
  await page.goto(plan)
  await expect(conference.session(a.title)).toBeVisible()
  return { conference, plan, a: a.title, b: b.title, day }
}
