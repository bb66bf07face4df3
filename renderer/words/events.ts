/** What acts are called: in the history (a fact that happened) and on the button (what pressing it does). */
import type { EventType } from '../../shared/case/workflow.ts'
import { decidingOf } from '../../shared/paper/deciding.ts'
import { eventNames } from '../../shared/paper/event-names.ts'

export type EventWords = { history: string; button: string }

/** Where pressing it is called otherwise than what has happened then. */
const buttons: Partial<Record<EventType, string>> = {
  notRequired: '无需办理',
  correctionRequested: '一次性告知',
  lateMaterialReceived: '容缺补齐',
  stepReturned: '退回环节',
  factsChecked: '核查记录',
  objectionRaised: '登记异议',
  objectionResolved: '异议处理',
  clockPaused: '停表',
  extended: '延长期限',
  hearingRequested: '登记听证申请',
  hearingWaived: '登记放弃听证',
  hearingNoticed: '听证通知',
  hearingHeld: '听证笔录',
  proposed: '拟办意见',
  decisionReturned: '退回审查',
  refused: '不予',
  certificateIssued: '制证登记',
  withdrawn: '撤回',
  printed: '打印',
  reprinted: '补打',
  coExaminerAdded: '会办',
  numberLinked: '回填编号',
  commitmentVerified: '事后核查',
  revoked: '撤销',
}

export const eventWords = Object.fromEntries(
  Object.entries(eventNames).map(([type, history]) => [
    type,
    { history, button: buttons[type as EventType] ?? history },
  ]),
) as Record<EventType, EventWords>

/** Of this item: deciding is called by its kind (准予登记、予以给付、办结). */
export function eventWordsOf(type: EventType, item: Parameters<typeof decidingOf>[0] | undefined): EventWords {
  if (item === undefined || (type !== 'granted' && type !== 'refused')) return eventWords[type]
  const { grant, refuse } = decidingOf(item)
  const word = type === 'granted' ? grant : refuse
  return { history: word, button: word }
}
