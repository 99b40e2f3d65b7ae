import { expect, type Locator, type Page } from '@playwright/test'

/** A drawing of a floor, 1,200 by 600, that would do harm where it is run or loads what it names. */
export const drawing = (elsewhere: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 600"
  onload="parent.harmed = true"><script>parent.harmed = true; fetch('${elsewhere}/script')</script>
  <style>@import url('${elsewhere}/style.css'); .hall { fill: #ffe08a }</style>
  <rect width="1200" height="600" fill="#fff"/>
  <rect class="hall" x="20" y="20" width="560" height="560"/>
  <g fill="none" stroke="#335" stroke-width="8">
  <path d="M20 20h560v560h-560zM620 20h560v260h-560zM620 320h560v260h-560z"/></g>
  <image href="${elsewhere}/picture.png" width="100" height="100"/>
  <foreignObject width="100" height="100"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${elsewhere}/page"/>
  </foreignObject></svg>`

/** The desk with the plans of a building. */
export class BuildingPage {
  constructor(
    readonly page: Page,
    readonly slug: string,
  ) {}

  async open(): Promise<void> {
    await this.page.goto(`/c/${this.slug}/manage/building`)
    await expect(this.page.getByRole('heading', { level: 2, name: 'Building' })).toBeVisible()
  }

  /** Sends a drawing as a floor of this name. */
  async addFloor(name: string, svg: string): Promise<void> {
    const form = this.page.getByRole('group').filter({ hasText: 'Add a floor' }).last()
    if (!(await form.getByLabel('Name of the floor').isVisible())) await form.locator('summary').click()
    const file = { name: `${name}.svg`, mimeType: 'image/svg+xml', buffer: Buffer.from(svg) }
    await form.getByLabel('Picture of the floor').setInputFiles(file)
    await form.getByLabel('Name of the floor').fill(name)
    await form.getByRole('button', { name: 'Add this floor' }).click()
    await expect(this.plan(name)).toBeVisible()
    await expect(this.plan(name).locator('[data-picture=here]')).toBeVisible()
  }

  plan(floor: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^Plan of .?${floor}`) })
  }

  get tray(): Locator {
    return this.page.getByRole('region', { name: 'Rooms that are on no plan' })
  }

  /** A point of a plan in the window, of its width and height. */
  async pointOf(floor: string, x: number, y: number): Promise<{ x: number; y: number }> {
    const picture = this.plan(floor).locator('[data-picture]')
    await picture.scrollIntoViewIfNeeded()
    const box = await picture.boundingBox()
    if (!box) throw new Error('The plan is not drawn')
    return { x: box.x + x * box.width, y: box.y + y * box.height }
  }

  async expectSaid(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: text })).toBeVisible()
  }
}
