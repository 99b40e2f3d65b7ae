/**
 * Who speaks at Hallway Days, and where. All of it is invented; keys never change, so that a re-dated import finds
 * everything again.
 */

type Room = {
  key: string
  name: string
  floor: string | null
  capacity: number | null
  capacityKind: 'seats' | 'headsets'
}

export const rooms: Room[] = [
  { key: 'great-hall', name: 'Great Hall', floor: 'Ground floor', capacity: 800, capacityKind: 'seats' },
  {
    key: 'lantern',
    name: 'The Lantern (silent stage)',
    floor: 'Ground floor',
    capacity: 120,
    capacityKind: 'headsets',
  },
  { key: 'duck', name: 'Duck Stage 🦆', floor: 'Ground floor', capacity: 60, capacityKind: 'headsets' },
  { key: 'foyer', name: 'The Hallway', floor: 'Ground floor', capacity: null, capacityKind: 'seats' },
  { key: 'submarine', name: 'The Submarine', floor: 'Basement', capacity: 48, capacityKind: 'seats' },
  { key: 'library', name: 'La Bibliothèque', floor: '1er étage', capacity: 30, capacityKind: 'seats' },
  { key: 'attic', name: 'Attic | Workshop Loft', floor: 'Under the roof', capacity: 24, capacityKind: 'seats' },
  {
    key: 'porte',
    name: 'Salle Marguerite-Yvonne-Henriette de la Porte-Entrouverte (niveau −1, au fond à gauche)',
    floor: 'Niveau −1',
    capacity: 75,
    capacityKind: 'seats',
  },
  { key: 'terrace', name: 'Terrace', floor: 'Roof', capacity: 40, capacityKind: 'seats' },
  { key: 'barge', name: 'Barge “La Procrastination”, quai no 7', floor: null, capacity: 90, capacityKind: 'seats' },
]

export const tracks = [
  { key: 'waiting', name: 'Systems That Wait' },
  { key: 'people', name: 'People & Other Hard Parts' },
  { key: 'data', name: 'Data and Rumours' },
  { key: 'ops', name: 'It Was Working Yesterday' },
  { key: 'ducks', name: '🦆 Rubber Ducking' },
  { key: 'couloir', name: 'Les discussions de couloir' },
]

export const colocatedEvents = [
  { key: 'queuecon', name: 'QueueCon' },
  { key: 'sieste', name: 'Journée Sieste & Résilience' },
]

type Speaker = { key: string; name: string; company: string | null }

export const speakers: Speaker[] = [
  { key: 'odile', name: 'Odile Parenthèse', company: 'Lanterne & Filles' },
  { key: 'bram', name: 'Bram Wachtrij', company: 'Slow Elevator B.V.' },
  { key: 'sixtine', name: 'Sixtine Tampon', company: 'Mémoire Vive' },
  { key: 'nadia', name: 'نادية الممر', company: 'دار الأبواب' },
  { key: 'priya', name: 'Priya Backlogwala', company: 'Bureau of Missing Socks' },
  { key: 'nils', name: 'Nils Timeout', company: 'Fjordbyte' },
  { key: 'ottoline', name: 'Ottoline Mutex', company: 'Lock & Daughters' },
  { key: 'kaito', name: 'Kaito Mado 窓海斗', company: '窓口株式会社' },
  { key: 'jeancron', name: 'Jean-Cron Minuit', company: 'Ponctuelle' },
  { key: 'wanjiru', name: 'Wanjiru Cache', company: 'Savanna Reads' },
  { key: 'teodor', name: 'Teodor Null', company: null },
  { key: 'maelle', name: 'Maëlle Entrouverte', company: 'Coopérative des Portes' },
  { key: 'ignatius', name: 'Ignatius O’Retry', company: 'Backoff Brewing' },
  { key: 'yuki', name: 'Yuki Replica', company: 'Twice Systems' },
  { key: 'yuki-2', name: 'Yuki Replica', company: 'Twice Systems (other office)' },
  { key: 'lupe', name: 'Lupe del Segfault', company: 'Estrella Rota' },
  { key: 'ansel', name: 'Ansel Footnote', company: 'Marginalia Press' },
  { key: 'fatou', name: 'Fatou Jachère', company: 'Terres Lentes' },
  { key: 'greta', name: 'Greta Deploy', company: 'Freitagnachmittag GmbH' },
  { key: 'dov', name: 'דב מסדרון', company: 'דלת פתוחה' },
  { key: 'sunniva', name: 'Sunniva Yak 🐂', company: 'Yak & Razor' },
  { key: 'barnaby', name: 'Barnaby "Just One More Thing" Quill', company: 'Addendum Ltd.' },
]
