import { expect, type Locator, type Page } from '@playwright/test'

const [PX_PER_MINUTE, COLUMN_PX] = [4, 152]

/** The organizers' board of a conference. */
export class BoardPage {
  constructor(
    readonly page: Page,
    readonly slug: string,
  ) {}

  async open(day: string): Promise<void> {
    await this.page.goto(`/c/${this.slug}/manage/board?day=${day}`)
    await expect(this.page.getByRole('navigation', { name: 'Days' })).toBeVisible()
  }

  get grid(): Locator {
    return this.page.getByRole('region', { name: /^Board of/ })
  }

  get tray(): Locator {
    return this.page.getByRole('region', { name: 'Tray: sessions without a time' })
  }

  cell(title: string): Locator {
    return this.grid.getByRole('button', { name: new RegExp(`^.?${title}`) })
  }

  /** Takes a session by its middle, or by an end, and lets go of it so many minutes and columns from there. */
  async drag(
    title: string,
    by: { minutes?: number; columns?: number },
    hold: 'middle' | 'end' = 'middle',
  ): Promise<void> {
    const cell = this.cell(title)
    await toTop(cell)
    const box = await boxOf(cell)
    const from = { x: box.x + box.width / 2, y: hold === 'end' ? box.y + box.height - 2 : box.y + box.height / 2 }
    await this.move(from, {
      x: from.x + (by.columns ?? 0) * COLUMN_PX,
      y: from.y + (by.minutes ?? 0) * PX_PER_MINUTE,
    })
  }

  async dragOnto(from: Locator, to: Locator): Promise<void> {
    await toTop(from)
    await toTop(to)
    await this.move(centre(await boxOf(from)), centre(await boxOf(to)))
  }

  async move(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
    await mouse.move(to.x, to.y, { steps: 4 })
    await mouse.up()
  }

  /** What is done is on the server. */
  async expectSent(): Promise<void> {
    await this.page.getByRole('button', { name: 'Publish…' }).click()
    await expect(this.page.getByRole('button', { name: 'Publish', exact: true })).toBeEnabled()
    await this.page.getByRole('button', { name: 'Close' }).click()
  }
}

/** To the top of the board, with room below it for what is moved there: near its edges the board goes on by itself. */
function toTop(of: Locator): Promise<void> {
  return of.evaluate((element) => {
    const region = element.closest('[role=region]')
    if (region) region.scrollBy(0, element.getBoundingClientRect().top - region.getBoundingClientRect().top - 110)
  })
}

type Point = { x: number; y: number }

export async function boxOf(of: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await of.boundingBox()
  if (!box) throw new Error('it is not drawn')
  return box
}

export function centre({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Point {
  return { x: x + width / 2, y: y + height / 2 }
}
