/** Everything that Ant Design draws stands inside: the theme, and its messages. Not there yet when the sign-in page is drawn. */
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useEffect } from 'react'
import { theme } from './theme.ts'
import { feedbackIsThere } from './ui/feedback.ts'

/** What is said while more stand there takes the place of the oldest: they lie over the page. */
const MOST_MESSAGES = 3

/** `bare`: no box of its own around what stands inside. */
export function Themed({ children, bare = false }: { children: ReactNode; bare?: boolean }): ReactNode {
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <App component={bare ? false : 'div'} style={{ height: '100%' }} message={{ maxCount: MOST_MESSAGES }}>
        {children}
      </App>
    </ConfigProvider>
  )
}

/** Shows what plain functions say, over the sign-in page too. */
export function Messages(): ReactNode {
  return (
    <Themed bare>
      <Host />
    </Themed>
  )
}

function Host(): null {
  const feedback = App.useApp()
  // Not while it is drawn: a drawing that React throws away leaves dialogs that nobody ever sees.
  useEffect(() => feedbackIsThere(feedback), [feedback])
  return null
}
