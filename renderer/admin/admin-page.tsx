/** 事项与日历: what an admin looks after. Every item to read, what the bureau must confirm, the calendars, and publishing from a file. */
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { NavLink, Route, Routes } from 'react-router'
import { machine } from '../machine.ts'
import { usePublished } from '../session/session.tsx'
import { say } from '../ui/feedback.ts'
import { showProblem } from '../ui/problem.ts'
import { useNavigateHere } from '../ui/use-navigate-here.ts'
import { adminWords, fileRefusals } from '../words/admin.ts'
import { CalendarFile } from './calendar-file.tsx'
import { CalendarPage } from './calendar-page.tsx'
import { ConfirmList } from './confirm-list.tsx'
import { HallLacks } from './hall-lacks.tsx'
import { ItemFile } from './item-file.tsx'
import { ItemPage } from './item-page.tsx'
import { ItemsTable } from './items-table.tsx'
import type { OpenedFile } from './opened-file.tsx'
import '../parts/parts.css'
import './admin.css'

const places = [
  { to: '/admin', label: adminWords.items, end: true },
  { to: '/admin/confirm', label: adminWords.confirm, end: false },
  { to: '/admin/hall', label: adminWords.hall, end: false },
  { to: '/admin/calendar', label: adminWords.calendar, end: false },
] as const

export function AdminPage(): ReactNode {
  const { editions, items } = usePublished()
  const leadOn = useNavigateHere()
  const [file, setFile] = useState<OpenedFile | null>(null)
  const [choosing, setChoosing] = useState(false)
  const open = async (what: 'item' | 'calendar') => {
    setChoosing(true)
    try {
      const answer = await machine['file.open']({ what })
      if (!answer.ok) return answer.refusal.why === 'cancelled' || say(fileRefusals[answer.refusal.why], 'error')
      setFile(answer.value)
      leadOn(`/admin/${what}-file`)
    } catch (error) {
      showProblem(error)
    } finally {
      setChoosing(false)
    }
  }
  return (
    <div className="page admin">
      <div className="page-head">
        <h1>{adminWords.title}</h1>
        <nav className="admin-places" aria-label={adminWords.title}>
          {places.map(({ to, label, end }) => (
            <NavLink key={to} to={to} end={end}>
              {label}
            </NavLink>
          ))}
        </nav>
        <span className="admin-edition">{adminWords.edition(editions.catalogue, items.length)}</span>
        <Button disabled={choosing} onClick={() => void open('item')}>
          {adminWords.addItem}
        </Button>
        <Button disabled={choosing} onClick={() => void open('calendar')}>
          {adminWords.addCalendar}
        </Button>
      </div>
      <Routes>
        <Route index element={<ItemsTable />} />
        <Route path="item/:code" element={<ItemPage />} />
        <Route path="confirm" element={<ConfirmList />} />
        <Route path="hall" element={<HallLacks />} />
        <Route path="calendar" element={<CalendarPage />} />
        <Route path="item-file" element={<ItemFile file={file} onChoose={() => void open('item')} />} />
        <Route path="calendar-file" element={<CalendarFile file={file} onChoose={() => void open('calendar')} />} />
      </Routes>
    </div>
  )
}
