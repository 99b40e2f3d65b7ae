const UNITS =
  'seats?|places?|pax|people|persons?|personnes?|personen|pers|' +
  'pl[äa]tze|sitzpl[äa]tze|plaatsen|zitplaatsen|posti|plazas|lugares'
const COUNT = String.raw`\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+|\d{1,6}`

const WITH_UNIT = new RegExp(String.raw`(?<![\w.,-])(${COUNT})[\s-]*(?:${UNITS})(?!\p{L})`, 'iu')
const WITH_LABEL = new RegExp(
  String.raw`(?<!\p{L})(?:capacity|capacité|cap|kapazität|capaciteit|jauge|max)[.:\s]+(${COUNT})(?![\w])`,
  'iu',
)
const IN_BRACKETS = /\(([^()]*)\)\s*$/

/**
 * The number of people a room takes, when its name says so; null when it may be a door's number. A number with a word
 * for it ("300 places", "cap. 80") is a capacity. A bare number in brackets at the end ("(150)") is one only when it is
 * round (a multiple of 10, at least 20) and every other room that ends in brackets has such a round number too: beside
 * "(146)" or "(E59-1)" they are the doors' numbers.
 * @param siblings the names of the conference's rooms, this one may be among them
 */
export function capacityInName(name: string, siblings: readonly string[] = []): number | null {
  const said = WITH_UNIT.exec(name)?.[1] ?? WITH_LABEL.exec(name)?.[1]
  if (said !== undefined) return sensible(Number(said.replace(/\D/g, '')))
  const bare = bracketOf(name)
  if (bare === null || !isRound(bare)) return null
  const others = siblings.map(bracketOf).filter((bracket) => bracket !== null)
  return others.every(isRound) ? sensible(Number(bare)) : null
}

/**
 * What stands in brackets at the end of a name, unless words tell it is something else ("(Ground Floor)", "(300
 * places)").
 */
function bracketOf(name: string): string | null {
  const inside = IN_BRACKETS.exec(name)?.[1]?.trim() ?? ''
  return /\d/.test(inside) && !/\s/.test(inside) ? inside : null
}

function isRound(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) % 10 === 0 && Number(text) >= 20
}

function sensible(count: number): number | null {
  return count >= 1 && count <= 100_000 ? count : null
}
