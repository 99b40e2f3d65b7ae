import type { FrabLink, FrabPerson } from '../frab/schedule'
import type { XmlElement } from './elements'

/** The first child of a name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name)
}

/** The text of the first child of a name; null when there is none, or nothing in it. */
export function textIn(element: XmlElement, name: string): string | null {
  return childOf(element, name)?.text.trim() || null
}

/** An attribute; null when there is none, or nothing in it. */
export function attributeOf(element: Pick<XmlElement, 'attributes'> | undefined, name: string): string | null {
  return element?.attributes[name]?.trim() || null
}

/** A `person` has its name as text, or, where persons are described apart, in a child. What else it has stays out. */
export function personIn(element: XmlElement): FrabPerson {
  return {
    key: attributeOf(element, 'guid') ?? attributeOf(element, 'id'),
    name: textIn(element, 'name') ?? (element.text.trim() || null),
    biography: textIn(element, 'biography') ?? textIn(element, 'description'),
  }
}

/** What a list holds: `<links><link href="…">…</link></links>`. A link without an address has it as its text. */
export function linksIn(event: XmlElement, list: string): FrabLink[] {
  return (childOf(event, list)?.children ?? []).map((link) => ({
    href: attributeOf(link, 'href') ?? link.text.trim(),
    title: link.text.trim(),
    type: attributeOf(link, 'type') ?? '',
  }))
}
