/** Where one can go; what waits is counted beside it. */
import {
  BarChartOutlined,
  ControlOutlined,
  FileAddOutlined,
  LineChartOutlined,
  ProfileOutlined,
  SearchOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { mayOpen, type PagePath } from '../../shared/contract/pages.ts'
import type { Holding } from '../../shared/people/role.ts'
import { useSession } from '../session/session.tsx'
import { useWaitingCount } from '../store/use-waiting-count.ts'
import { areasFor, areaTo } from '../supervise/areas.ts'
import { CounterKeys } from '../visit/counter-keys.tsx'
import { shellWords } from '../words/shell.ts'
import { PrinterButton } from './printer.tsx'

type Place = { to: PagePath; label: string; icon: ReactNode; key?: string }

const places: readonly Place[] = [
  { to: '/intake', label: shellWords.intake, icon: <FileAddOutlined /> },
  { to: '/tasks', label: shellWords.tasks, icon: <ProfileOutlined /> },
  { to: '/search', label: shellWords.search, icon: <SearchOutlined />, key: 'Ctrl+F' },
  {
    to: '/today',
    label: shellWords.today,
    icon: <BarChartOutlined />,
  },
  { to: '/stand-ins', label: shellWords.standIns, icon: <TeamOutlined /> },
  { to: '/admin', label: shellWords.admin, icon: <ControlOutlined /> },
]

/** All that oversees is one way, and its areas lie beside each other on top of their pages; who has one area reads its name. */
function superviseOf(capacities: readonly Holding[]): Place | null {
  const areas = areasFor(capacities)
  const [first, second] = areas
  if (first === undefined) return null
  const label = second === undefined ? first.label : shellWords.supervise
  const to = second === undefined ? areaTo(first) : '/supervise'
  return { to, label, icon: <LineChartOutlined /> }
}

export function Navigation(): ReactNode {
  const { capacities } = useSession()
  const waiting = useWaitingCount()
  const mine = places.filter(({ to }) => mayOpen(to, capacities))
  const supervise = superviseOf(capacities)
  // Beside the day's count; where somebody has none, after what everybody has.
  const before = mine.findLastIndex(({ to }) => to === '/today' || to === '/search')
  if (supervise !== null) mine.splice(before + 1, 0, supervise)
  return (
    <nav className="navigation" aria-label={shellWords.navigation}>
      {mine.map(({ to, label, icon, key }) => (
        <NavLink key={to} to={to} className="navigation-link">
          {icon}
          <span>{label}</span>
          {to === '/tasks' && waiting > 0 && (
            <span className="navigation-count">{waiting > 999 ? '999+' : waiting}</span>
          )}
          {key !== undefined && <kbd>{key}</kbd>}
        </NavLink>
      ))}
      <CounterKeys />
      <PrinterButton />
    </nav>
  )
}
