/** "1 session", "2 sessions": for a terminal, in English. @param noun whose plural has an s */
export function quantity(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
