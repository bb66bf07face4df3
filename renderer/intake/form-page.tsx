/** The form of one application: what a clerk works in. Left the form, right what it means, below what can be done. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import { usualCheckBy } from '../../shared/case/check-by.ts'
import { lastBroken } from '../../shared/case/former.ts'
import { hasCitizenNumber } from '../../shared/item/document.ts'
import { eligibilityOf } from '../../shared/item/eligibility.ts'
import type { Item } from '../../shared/item/item.ts'
import { machine } from '../machine.ts'
import { useCameraKey, useCardKey } from '../parts/device-keys.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { say, tell } from '../ui/feedback.ts'
import { moveOnEnter } from '../ui/fields/enter-moves.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { useNavigateHere } from '../ui/use-navigate-here.ts'
import { cameraWords, cardWords } from '../words/devices.ts'
import { draftTitle, pageWords, refusedAwayWords } from '../words/intake.ts'
import { recordRefusalText } from '../words/record-refusals.ts'
import { ActionBar } from './action-bar.tsx'
import { actsFor, decides } from './acts.ts'
import { CertificatePart } from './certificate-part.tsx'
import { ChecklistPart } from './checklist-part.tsx'
import {
  besides,
  lookableNumber,
  useCasesOfOthers,
  useEarlierCases,
  useHouseholdCases,
  useSameName,
} from './earlier.ts'
import { differenceNotes } from './field-warning.ts'
import { focusFirstWrong, focusOn, numberField } from './focus.ts'
import { FormHead } from './form-head.tsx'
import { FormParts } from './form-parts.tsx'
import { stillStands } from './hurdles.ts'
import type { IntakeForm } from './intake-form.ts'
import { LackNotice } from './lack-notice.tsx'
import { allHandedIn, lateUntilByDefault } from './materials.ts'
import { NotesPart } from './notes-part.tsx'
import { OffersContext, useOffers } from './offers/use-offers.ts'
import { isUntouched } from './open-form.ts'
import { QuestionsPart } from './questions-part.tsx'
import { Rail } from './rail.tsx'
import { RefusalBanner } from './refusal-banner.tsx'
import { useDraft } from './use-draft.ts'
import { useIntake } from './use-intake.ts'
import { useSame } from './use-same.ts'
import { type Saved, useSubmit } from './use-submit.ts'

type Props = { kept: IntakeForm; item: Item; today: Day; onSaved: (saved: Saved, form: IntakeForm) => void }

/** The part of the page where each hurdle is cleared. */
const hurdlePlaces = {
  materials: 'materials',
  lacks: 'notice',
  again: 'again',
  questions: 'questions',
  certificate: 'certificate',
} as const

export function FormPage({ kept, item, today, onSaved }: Props): ReactNode {
  const leadOn = useNavigateHere()
  const session = useSession()
  const books = usePublished()
  const { calendar, editions, hall, itemOf } = books
  const intake = useIntake(kept, item, today)
  const { form, values, list, visible, differences, problems, changeBeside } = intake
  const draft = useDraft(form, draftTitle(item, values))
  const eligibility = useMemo(
    () => eligibilityOf(item, values, form.answers, today, today, hall.settings, calendar),
    [item, values, form.answers, today, hall, calendar],
  )
  const lateUntil = useMemo(() => lateUntilByDefault(calendar, today, item), [calendar, today, item])
  const checkBy = useMemo(() => usualCheckBy(item, calendar, today, hall.settings), [item, calendar, today, hall])

  const idField = item.fields.find((field) => field.key === item.applicant.idNo)
  const citizen =
    idField?.type === 'idNo' && hasCitizenNumber(item.applicant.idType === null ? null : values[item.applicant.idType])
  const number = lookableNumber(values[item.applicant.idNo], citizen)
  const earlier = useEarlierCases(number)
  const households = useHouseholdCases(number)
  const others = useCasesOfOthers(item, values, number)
  const name = values[item.applicant.name]
  const named = useSameName(
    item.applicantKind === 'organisation' && typeof name === 'string' ? name.trim() || null : null,
  )
  const beside = useMemo(
    () =>
      besides(
        item,
        { own: earlier ?? [], named: named ?? [], households: households ?? [], others: others ?? [] },
        (kase) => itemOf(kase.item),
        today,
      ),
    [item, earlier, named, households, others, itemOf, today],
  )
  const brokenPromise = useMemo(() => lastBroken(earlier ?? []), [earlier])
  // Ticked before the number told who it is.
  const ticked = form.promised.length > 0
  useEffect(() => {
    if (ticked && brokenPromise !== undefined) changeBeside({ promised: [] })
  }, [ticked, brokenPromise, changeBeside])
  const again = useMemo(() => beside.filter(({ needsReason }) => needsReason).map(({ kase }) => kase), [beside])

  const mayDecide = decides(item, session.capacities)
  const offeredActs = actsFor({
    item,
    missing: list.missing,
    lacking: list.lacking,
    flawed: form.lackExtras.length > 0,
    ineligible:
      eligibility.some((line) => line.weight === 'wall' && line.state === 'unmet') || beside.some(({ bars }) => bars),
    decides: mayDecide,
  })
  const acts = useSame(offeredActs)
  const standing = { intake, eligibility, again, open: problems.length }
  const page = useRef<HTMLDivElement>(null)
  const offers = useOffers(intake, page)
  const formNow = useRef(form)
  formNow.current = form
  const saved = useCallback((result: Saved) => onSaved(result, formNow.current), [onSaved])
  const { state, submit } = useSubmit(
    {
      intake,
      draft,
      making: {
        // What is published meanwhile does not change the form that is being filled.
        editions: { ...editions, catalogue: kept.edition },
        lateUntil,
        checkBy,
        settings: hall.settings,
        differences: differenceNotes(item.fields, differences),
        repeats: beside.map(({ kase }) => kase.id),
        promiseBarred: brokenPromise !== undefined,
      },
      standing,
    },
    saved,
    (refusal) =>
      tell(
        'error',
        refusedAwayWords.title(item.name),
        refusedAwayWords.text(recordRefusalText(refusal, books)),
        refusedAwayWords.close,
      ),
  )
  const goToFirst = () => focusFirstWrong(page.current, visible, problems)
  const go = useRef(goToFirst)
  go.current = goToFirst
  // A new form begins at its first field, a draft where it was left.
  useEffect(() => go.current(), [])
  // Every failed submit puts the cursor where something is to be done, the same place twice too.
  useEffect(() => {
    if (state.is !== 'typing' || state.hurdle === null) return
    if (state.hurdle === 'fields') go.current()
    else focusOn(page.current, hurdlePlaces[state.hurdle])
  }, [state])

  const untouched = useRef(true)
  untouched.current = isUntouched(item, form)
  useEffect(
    () => () => {
      // A form opened by mistake leaves nothing to be offered again.
      if (untouched.current) void machine['draft.drop']({ case: kept.case }).catch(showProblem)
    },
    [kept.case],
  )
  const { flush } = draft
  const back = useCallback(() => {
    if (!untouched.current) say(pageWords.draftStays, 'info')
    void flush().then(() => leadOn('/intake'))
  }, [flush, leadOn])
  const latest = useRef(values)
  latest.current = values
  const takeAll = useCallback(
    () =>
      changeBeside((beside) => ({ materials: allHandedIn(item, latest.current, beside.materials, beside.promised) })),
    [changeBeside, item],
  )
  const busy = state.is !== 'typing'
  const first = acts[0]
  useHotkey('F9', first === undefined || busy ? undefined : () => submit(first))
  useHotkey('F5', () => offers.take())
  useHotkey('F7', takeAll)
  useCardKey({
    take: offers.takeCard,
    none: () => {
      say(cardWords.refusals.noReader, 'warning')
      focusOn(page.current, `field-${numberField(item)}`)
    },
  })
  useCameraKey(page, () => {
    say(cameraWords.noPlace, 'info')
    focusOn(page.current, hurdlePlaces.materials)
  })
  useHotkey('Esc', busy ? undefined : back)

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter moves between the fields inside
    <div className="intake-form" ref={page} data-enter-moves onKeyDown={moveOnEnter}>
      <FormHead item={item} edition={form.edition} />
      <div className="intake-scroll">
        <OffersContext.Provider value={offers}>
          <FormParts intake={intake} />
        </OffersContext.Provider>
        <QuestionsPart item={item} answers={form.answers} changeBeside={changeBeside} />
        {mayDecide && <CertificatePart item={item} number={form.certificateNumber} changeBeside={changeBeside} />}
        <ChecklistPart
          list={list}
          materials={form.materials}
          changeBeside={changeBeside}
          lateUntil={lateUntil}
          checkBy={checkBy}
          brokenPromise={brokenPromise}
          onAll={takeAll}
        />
        <LackNotice
          item={item}
          missing={list.missing}
          promiseBarred={brokenPromise !== undefined}
          materials={form.materials}
          lackEdits={form.lackEdits}
          lackExtras={form.lackExtras}
          signingWitness={form.signingWitness}
          changeBeside={changeBeside}
        />
        <NotesPart item={item} notes={form.notes} remark={form.remark} changeBeside={changeBeside} />
      </div>
      <Rail
        intake={intake}
        eligibility={eligibility}
        earlier={earlier}
        beside={beside}
        open={problems.length}
        onGoToFirst={goToFirst}
      />
      <div className="intake-refusal" aria-live="assertive">
        {state.is === 'typing' && (
          <RefusalBanner
            refusal={state.refusal}
            hurdle={state.hurdle !== null && stillStands(state.hurdle, standing) ? state.hurdle : null}
            open={problems.length}
          />
        )}
      </div>
      <ActionBar
        acts={acts}
        missing={list.missing.length}
        promised={list.promised.length}
        draft={draft.status}
        busy={busy}
        onAct={submit}
        onBack={back}
      />
    </div>
  )
}
