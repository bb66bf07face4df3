/** What no page of this program may do, whichever window it is in. */
import { app, type Session, session, type WebContents } from 'electron'
import { type Asked, isForCamera } from './camera-permission.ts'

/** Closes navigation, new windows, embedded pages, permissions and devices for every page to come. Call before the first window.
 *  `camera`: whether this page may have the camera now. */
export function closeDoors(report: (what: string) => void, camera: (contents: WebContents | null) => boolean): void {
  app.on('web-contents-created', (_event, contents) => closeContents(contents, report))
  app.on('session-created', (made) => closeSession(made, report, () => false))
  closeSession(session.defaultSession, report, camera)
}

function closeContents(contents: WebContents, report: (what: string) => void): void {
  const refuse = (what: string) => (event: { preventDefault(): void }) => {
    event.preventDefault()
    report(what)
  }
  contents.on('will-navigate', refuse('a page tried to navigate'))
  contents.on('will-redirect', refuse('a page was redirected'))
  contents.on('will-frame-navigate', (event) => {
    // A paper is looked at in a frame, from a blob that the page made itself.
    if (event.isMainFrame || event.url.startsWith('blob:')) return
    refuse('a frame tried to navigate')(event)
  })
  contents.on('will-attach-webview', refuse('a page tried to embed another'))
  contents.setWindowOpenHandler(() => {
    report('a page tried to open a window')
    return { action: 'deny' }
  })
}

function closeSession(
  closed: Session,
  report: (what: string) => void,
  camera: (contents: WebContents | null) => boolean,
): void {
  closed.setPermissionRequestHandler((contents, permission, answer, details) => {
    if (isForCamera(permission, details as Asked) && camera(contents)) return answer(true)
    report(`a page asked for ${permission}`)
    answer(false)
  })
  closed.setPermissionCheckHandler(
    (contents, permission, _origin, details) => isForCamera(permission, details as Asked) && camera(contents),
  )
  closed.setDevicePermissionHandler(() => false)
  closed.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  closed.on('will-download', (event) => {
    event.preventDefault()
    report('a page tried to download')
  })
  closed.setSpellCheckerEnabled(false)
}
