import type { IcsParts } from './lines'

/** What the first calendar property of these names says, unescaped; "" when none does. */
export function headerOf({ calendar }: IcsParts, ...names: string[]): string {
  const value = new RegExp(`^(?:${names.join('|')})(?:;[^:]*)?:(.*)$`, 'is')
  for (const { text } of calendar) {
    const [, found] = value.exec(text) ?? []
    if (found?.trim()) return found.replace(/\\n/gi, '\n').replace(/\\([,;\\])/g, '$1')
  }
  return ''
}
