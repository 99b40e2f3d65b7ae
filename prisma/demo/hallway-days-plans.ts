import type { DemoFloor } from './load-plans'

/** The building of Hallway Days, as invented as its rooms: all of it is sixty metres wide. */
export const hallwayDaysFloors: DemoFloor[] = [
  {
    name: 'Ground floor',
    drawing: 'ground.svg',
    metresWide: 60,
    rooms: {
      'Great Hall': [0.26, 0.3],
      'The Lantern (silent stage)': [0.6, 0.16],
      'Duck Stage 🦆': [0.86, 0.29],
      'The Hallway': [0.5, 0.64],
      'Barge “La Procrastination”, quai no 7': [0.37, 0.92],
    },
  },
  {
    name: '1er étage, roof',
    drawing: 'upper.svg',
    metresWide: 60,
    rooms: {
      'La Bibliothèque': [0.26, 0.3],
      'Attic | Workshop Loft': [0.72, 0.22],
      Terrace: [0.74, 0.57],
    },
  },
  {
    name: 'Niveau −1',
    drawing: 'basement.svg',
    metresWide: 60,
    rooms: {
      'The Submarine': [0.26, 0.3],
      'Salle Marguerite-Yvonne-Henriette de la Porte-Entrouverte (niveau −1, au fond à gauche)': [0.74, 0.22],
    },
  },
]
