/** The whole window: theme, who is signed in, and the pages. */
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { HashRouter, Navigate, Route, Routes } from 'react-router'
import { IntakePage } from './intake/intake-page.tsx'
import { theme } from './theme.ts'
import { FeedbackHost } from './ui/feedback.tsx'

export function DeskApp(): ReactNode {
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App style={{ height: '100%' }}>
        <FeedbackHost />
        <HashRouter>
          <Routes>
            <Route path="/intake/*" element={<IntakePage />} />
            <Route path="*" element={<Navigate to="/intake" replace />} />
          </Routes>
        </HashRouter>
      </App>
    </ConfigProvider>
  )
}
