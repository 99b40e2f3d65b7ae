import { expect, type Page } from '@playwright/test'
import { png } from '@/tests/factories/picture'
import { heldHere, heldThere, type Whole } from '../whole-data'

/** One browser of somebody at a conference, whose page can be closed and opened again. */
export class Device {
  constructor(
    readonly name: string,
    readonly page: Page,
    readonly slug: string,
    readonly addresses: ReadonlyMap<string, string>,
  ) {}

  at(title: string): string {
    return this.addresses.get(title) ?? title
  }

  async reopened(): Promise<Device> {
    const page = await this.page.context().newPage()
    return new Device(this.name, page, this.slug, this.addresses)
  }

  async open(title: string): Promise<void> {
    await this.page.goto(this.at(title))
    await expect(this.note(title)).toBeEditable()
  }

  /** With a network: a pick, a mark, words, a photo, a time of their own. */
  async attend(title: string, words: string): Promise<void> {
    await this.open(title)
    await this.press('I want to go')
    await this.press('Attended')
    await this.write(title, words)
    await this.photograph()
    await this.addTime('Podcast', '18:00', '19:00')
  }

  note(title: string) {
    return this.page.getByRole('textbox', { name: `Note on ${title}`, exact: true })
  }

  /** Letter by letter, at the end. */
  async write(title: string, words: string): Promise<void> {
    await this.note(title).press('ControlOrMeta+End')
    await this.note(title).pressSequentially(words, { delay: 25 })
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
    await expect(this.page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true')
  }

  async photograph(): Promise<void> {
    const shown = this.page.getByRole('button', { name: /^Show large/ })
    const before = await shown.count()
    // Their own note stands before the group's.
    await this.page
      .getByLabel('Choose photos')
      .first()
      .setInputFiles({ name: 'slide.png', mimeType: 'image/png', buffer: png })
    await expect(shown).toHaveCount(before + 1)
  }

  async addTime(what: string, from: string, to: string): Promise<void> {
    await this.page.goto(`/c/${this.slug}/plan`)
    await this.page.locator('summary', { hasText: 'More' }).click()
    await this.page.getByRole('button', { name: 'Add a time of my own' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Add a time of my own' })
    await dialog.getByLabel('What').fill(what)
    await dialog.getByLabel('From').fill(from)
    await dialog.getByLabel('To', { exact: true }).fill(to)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toHaveCount(0)
  }

  async openTogether(): Promise<void> {
    await this.page.goto(`/c/${this.slug}/together`)
    const row = this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('link', { name: 'Talk A', exact: true }) })
    await row.getByRole('button', { name: /^(Write a note together|Our note)$/ }).click()
    await expect(this.ours).toBeEditable()
  }

  get ours() {
    return this.page.getByLabel('Text of the note')
  }

  async writeTogether(words: string): Promise<void> {
    await this.ours.press('ControlOrMeta+End')
    await this.ours.pressSequentially(words, { delay: 25 })
  }

  /** The server has all that is here, and this device all that is there. */
  async settled(): Promise<Whole> {
    // Both move on while it is waited for.
    await expect(async () =>
      expect(await heldHere(this.page), this.name).toEqual({ ...(await heldThere(this.page)), waiting: 0 }),
    ).toPass({ timeout: 40_000 })
    return heldThere(this.page)
  }
}
