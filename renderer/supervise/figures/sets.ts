/** Which figures stand beside each other: a table of all of them is read by nobody. */
import type { FigureName } from '../../../shared/report/figures.ts'

export const figureSets = {
  work: [
    'received',
    'accepted',
    'told',
    'incomplete',
    'notAccepted',
    'withdrawn',
    'decided',
    'granted',
    'refused',
    'recorded',
    'delivered',
    'inHand',
    'overdue',
  ],
  time: [
    'decided',
    'sameDay',
    'sameDayRate',
    'inTimeRate',
    'inTimeByLawRate',
    'earlyRate',
    'earlyByLawRate',
    'savedRate',
    'averageTime',
    'medianTime',
    'decidedLate',
    'decidedLateByLaw',
    'becameOverdue',
  ],
  service: [
    'received',
    'onceRate',
    'correctionRate',
    'correctionTime',
    'medianCorrectionTime',
    'praiseRate',
    'criticised',
    'turnedAway',
    'offlineShare',
    'voided',
    'reprinted',
  ],
  rare: ['acceptedBySilence', 'amended', 'turnedDown', 'redirected', 'notRequired', 'stopped', 'reopened'],
} as const satisfies Record<string, readonly FigureName[]>

export type FigureSet = keyof typeof figureSets
export const setNames = Object.keys(figureSets) as readonly FigureSet[]
