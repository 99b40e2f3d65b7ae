import { plainName } from './headers'
import type { Table } from './table'

const contact =
  'e ?mails?|mails?|courriels?|correo|telefono|telefone|phones?|mobile|tel|telephones?|handy|telefon|gsm|whatsapp'
const confidential =
  'internal|internes?|intern|private|confidential|confidentiel|vertraulich|vertrouwelijk|jury|reviewers?|reviews?|' +
  'ratings?|scores?|votes?|evaluations?|bewertung|bewertungen|beoordeling|passport|birthday|date of birth|' +
  't ?shirt|dietary|allergies|allergien|regime|iban|salary|honorar|cachet'
const named = new RegExp(String.raw`(?:^|\s)(?:${contact}|${confidential})(?:\s|$)`, 'u')
const address = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/
const phone = /^(?:\+|00)[\d ()./-]{8,20}$|^0\d(?:[ .-]?\d\d){4}$/

/**
 * Leaves out the columns that are nobody's business but the organizers': contacts, votes and notes of a jury, by their
 * headers or by what they hold. They can be mapped to nothing, since nothing knows them.
 */
export function withoutPrivate(table: Table): Table {
  const isPrivate = table.headers.map(
    (header, index) =>
      named.test(plainName(header)) || holdsContacts(table.rows.map(({ cells }) => cells[index] ?? '')),
  )
  if (!isPrivate.some(Boolean)) return table
  const keep = <Item>(items: Item[]) => items.filter((_, index) => !isPrivate[index])
  return {
    ...table,
    headers: keep(table.headers),
    rows: table.rows.map(({ line, cells }) => ({ line, cells: keep(cells) })),
  }
}

function holdsContacts(cells: string[]): boolean {
  const filled = cells.filter(Boolean)
  const contacts = filled.filter(
    (cell) => cell.split(/[\s,;]+/).every((part) => address.test(part)) || phone.test(cell),
  )
  return filled.length > 0 && contacts.length * 2 >= filled.length
}

/** A text of names without the addresses that were copied with them: "Ada Brook <ada@sea.example>". */
export function withoutAddresses(text: string): string {
  return text.includes('@')
    ? text.replace(/[<([]?(?:mailto:)?[^\s@<>()[\],;]{1,64}@[^\s@<>()[\],;]+\.[^\s@<>()[\],;]+[>)\]]?/g, '')
    : text
}
