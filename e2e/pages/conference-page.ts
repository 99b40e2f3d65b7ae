import { expect, type Locator, type Page } from '@playwright/test'

/** A conference's screens as a person uses them, in English. */
export class ConferencePage {
  constructor(
    readonly page: Page,
    readonly slug: string,
  ) {}

  async openSchedule(day?: string): Promise<void> {
    await this.page.goto(`/c/${this.slug}/schedule${day ? `/${day}` : ''}`)
    await expect(this.page.getByRole('button', { name: /^Filter/ })).toBeVisible()
  }

  /** Searches from a schedule; on a phone the field comes when it is asked for. */
  async search(words: string): Promise<void> {
    const box = this.page.getByRole('searchbox')
    if (!(await box.isVisible())) await this.page.getByRole('button', { name: /^Search/ }).click()
    await box.fill(words)
  }

  async openPlan(): Promise<void> {
    await this.page.goto(`/c/${this.slug}/plan`)
    await expect(this.page.getByRole('heading', { name: 'My plan' })).toBeVisible()
  }

  pickButton(title: string): Locator {
    return this.page.getByRole('button', { name: `Pick: ${title}` })
  }

  async pick(title: string): Promise<void> {
    await this.pickButton(title).click()
    await expect(this.pickButton(title)).toHaveAttribute('aria-pressed', 'true')
  }

  session(title: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('link', { name: title, exact: true }) })
  }
}
