/** The whole life of a case (办件). Each row is one lawful act; there are no others.
 *
 *  kinds: P 行政许可 · R 备案 · B 行政给付 · C 行政确认 · S 公共服务.
 *  by: a role, or `decider` (whom the item names), `step` (the office whose step it is, or who records for it).
 *  binds: the paper is in the applicant's hands with the act, so the act stands: `always` is never refused by the bureau,
 *  `served` is confirmed as handed over out of turn when it no longer fits.
 *  Rows of released versions are never edited or removed: old ledgers speak them. */
// prettier-ignore
// biome-ignore format: the table is read as a table
export const workflow = [
  // event                     while the case is     and it becomes        by                    hands over                kinds    binds
  ['received',                 'new',                'received',           'clerk',              'receipt',                'PRBCS', 'always'],
  ['correctedOnSpot',          'received',           'same',               'clerk',              null,                     'PRBCS', ''],
  ['notRequired',              'received',           'ready',              'clerk',              'notRequiredNotice',      'PRBCS', 'served'],
  ['redirected',               'received',           'ready',              'clerk',              'redirectSlip',           'RS',    'served'],
  ['notAccepted',              'received',           'ready',              'chief',              'nonAcceptanceDecision',  'PBC',   'served'],
  ['correctionRequested',      'received',           'awaitingCorrection', 'clerk',              'correctionNotice',       'PRBCS', 'served'],
  ['correctionAmended',        'received',           'awaitingCorrection', 'chief',              'amendedCorrectionNotice','PRBCS', 'served'],
  ['correctionAmended',        'awaitingCorrection', 'same',               'chief',              'amendedCorrectionNotice','PRBCS', 'served'],
  ['supplemented',             'awaitingCorrection', 'received',           'clerk',              'supplementReceipt',      'PRBCS', 'served'],
  ['committed',                'received',           'same',               'clerk',              'commitmentLetter',       'PRBCS', ''],
  ['accepted',                 'received',           'underReview',        'clerk',              'acceptanceNotice',       'PBCS',  'served'],
  ['acceptedIncomplete',       'received',           'underReview',        'clerk',              'incompleteAcceptance',   'PBCS',  'served'],
  ['deemedAcceptanceNoted',    'received',           'underReview',        'clerk|chief',        'acceptanceNotice',       'P',     'served'],
  ['lateMaterialReceived',     'review',             'same',               'clerk',              'lateMaterialReceipt',    'PBCS',  'served'],
  ['stepPassed',               'underReview',        'same',               'step',               null,                     'PBCS',  ''],
  ['stepReturned',             'underReview',        'same',               'step',               null,                     'PBCS',  ''],
  ['factsChecked',             'underReview',        'same',               'examiner',           'factsRecord',            'PBCS',  ''],
  ['publicized',               'underReview',        'same',               'examiner',           'publicNotice',           'BC',    ''],
  ['objectionRaised',          'underReview',        'same',               'examiner|clerk',     null,                     'BC',    ''],
  ['objectionResolved',        'underReview',        'same',               'examiner',           null,                     'BC',    ''],
  ['clockPaused',              'underReview',        'same',               'examiner',           'specialProcedureNotice', 'PBC',   'served'],
  ['clockResumed',             'underReview',        'same',               'examiner',           'resumptionNotice',       'PBC',   'served'],
  ['extended',                 'review',             'same',               'head',               'extensionNotice',        'PBC',   'served'],
  ['partiesInformed',          'underReview',        'same',               'examiner',           'partiesNotice',          'P',     'served'],
  ['partiesHeard',             'underReview',        'same',               'examiner|clerk',     null,                     'P',     ''],
  ['hearingOffered',           'underReview',        'same',               'examiner',           'hearingOffer',           'P',     'served'],
  ['hearingRequested',         'underReview',        'same',               'clerk|examiner',     null,                     'P',     ''],
  ['hearingWaived',            'underReview',        'same',               'clerk|examiner',     null,                     'P',     ''],
  ['hearingNoticed',           'underReview',        'same',               'examiner',           'hearingNotice',          'P',     'served'],
  ['hearingHeld',              'underReview',        'same',               'examiner',           'hearingRecord',          'P',     ''],
  ['proposed',                 'underReview',        'awaitingDecision',   'examiner',           null,                     'PBCS',  ''],
  ['decisionReturned',         'awaitingDecision',   'underReview',        'decider',            null,                     'PBCS',  ''],
  ['granted',                  'awaitingDecision',   'decided',            'decider',            'grantDecision',          'PBCS',  ''],
  ['granted',                  'underReview',        'decided',            'decider',            'serviceSlip',            'BCS',   'served'],
  ['granted',                  'underReview',        'decided',            'decider',            'grantDecision',          'P',     'served'],
  ['refused',                  'awaitingDecision',   'decided',            'decider',            'refusalDecision',        'PBCS',  ''],
  ['refused',                  'underReview',        'decided',            'decider',            'refusalDecision',        'PBCS',  'served'],
  ['recorded',                 'received',           'decided',            'clerk|examiner',     'filingReceipt',          'R',     'served'],
  ['certificateIssued',        'decided',            'same',               'clerk',              'certificate',            'PBCS',  ''],
  ['prepared',                 'decided',            'ready',              'clerk',              'pickupNotice',           'PRBCS', ''],
  ['deliveryAttempted',        'ready',              'same',               'clerk',              'deliveryProof',          'PRBCS', ''],
  ['delivered',                'ready',              'closed',             'clerk',              'deliveryProof',          'PRBCS', 'served'],
  ['withdrawn',                'open',               'ready',              'clerk',              'withdrawalSlip',         'PRBCS', 'served'],
  ['lapsed',                   'underReview',        'ready',              'clerk',              'lapseNotice',            'C',     ''],
  ['lapsed',                   'awaitingDecision',   'ready',              'clerk',              'lapseNotice',            'C',     ''],
  ['terminated',               'open',               'ready',              'head',               'terminationNotice',      'PRBCS', ''],
  ['voided',                   'received',           'closed',             'supervisor',         'voidSlip',               'PRBCS', ''],
  ['voided',                   'awaitingCorrection', 'closed',             'supervisor',         'voidSlip',               'PRBCS', ''],
  ['detailsCorrected',         'entry',              'same',               'clerk',              'detailsConfirmation',    'PRBCS', ''],
  ['detailsCorrected',         'review',             'same',               'examiner',           'detailsConfirmation',    'PRBCS', ''],
  ['printed',                  'any',                'same',               'anyone',             null,                     'PRBCS', 'always'],
  ['reprinted',                'any',                'same',               'anyone',             null,                     'PRBCS', 'always'],
  ['paperCorrected',           'concluded',          'same',               'decider',            'paperCorrection',        'PRBCS', 'served'],
  ['reassigned',               'live',               'same',               'supervisor|chief',   null,                     'PRBCS', ''],
  ['urged',                    'live',               'same',               'supervisor|chief',   null,                     'PRBCS', ''],
  ['coExaminerAdded',          'live',               'same',               'supervisor|chief',   null,                     'PRBCS', ''],
  ['opinionGiven',             'live',               'same',               'anyone',             null,                     'PRBCS', ''],
  ['numberLinked',             'any',                'same',               'clerk',              null,                     'PRBCS', ''],
  ['commitmentVerified',       'closed',             'same',               'examiner',           'commitmentCheckRecord',  'PRBCS', ''],
  ['revoked',                  'closed',             'ready',              'head',               'revocationDecision',     'PBC',   'served'],
  ['cancelled',                'closed',             'ready',              'head',               'cancellationDecision',   'PRC',   'served'],
  ['reopened',                 'closed',             'underReview',        'head',               'reopeningNotice',        'PBCS',  'served'],
  ['reopened',                 'closed',             'received',           'head',               'reopeningNotice',        'R',     'served'],
] as const satisfies readonly Row[]

/** event, while the case is, and it becomes, by, hands over, kinds, binds */
type Row = readonly [string, StatusOrGroup, Status | 'same', string, string | null, string, '' | 'served' | 'always']

/** new is the case before its first event; closed is the only end. 办结 is a figure counted at the decision, not a status. */
export const statuses = [
  'new',
  'received',
  'awaitingCorrection',
  'underReview',
  'awaitingDecision',
  'decided',
  'ready',
  'closed',
] as const
export type Status = (typeof statuses)[number]

/** Sets of statuses that rows speak of. */
export const statusGroups = {
  entry: ['received', 'awaitingCorrection'],
  review: ['underReview', 'awaitingDecision'],
  open: ['received', 'awaitingCorrection', 'underReview', 'awaitingDecision'],
  concluded: ['decided', 'ready', 'closed'],
  live: ['received', 'awaitingCorrection', 'underReview', 'awaitingDecision', 'decided', 'ready'],
  any: ['received', 'awaitingCorrection', 'underReview', 'awaitingDecision', 'decided', 'ready', 'closed'],
} as const satisfies Record<string, readonly Status[]>
type StatusOrGroup = Status | keyof typeof statusGroups

export type EventType = (typeof workflow)[number][0]
export type PaperKey = NonNullable<(typeof workflow)[number][4]>
export const eventTypes: readonly EventType[] = [...new Set(workflow.map((row) => row[0]))]
export const paperKeys: readonly PaperKey[] = [...new Set(workflow.flatMap((row) => (row[4] === null ? [] : [row[4]])))]
