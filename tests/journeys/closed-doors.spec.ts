/** Every way out tried from inside the page, in the real window; and what happens when the page or a second start goes wrong. */
import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import type {} from '../../renderer/machine.ts'
import type { Answer } from '../../shared/contract/door.ts'
import { type Desk, openDesk, startOnceMore } from './desk.ts'
import { inMain } from './in-main.ts'

test.describe.configure({ mode: 'serial' })

let desk: Desk
let page: Page
let outside: Server
/** An address that anybody may ask, and that counts who does. */
let elsewhere: string
let asked: string[] = []

test.beforeAll(async () => {
  outside = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end('1')
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  elsewhere = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
  desk = await openDesk()
  page = desk.page
  await expect(page.getByRole('button', { name: '登记本机' })).toBeVisible()
})
test.beforeEach(() => {
  asked = []
})
test.afterAll(async () => {
  await desk?.close()
  outside?.close()
  if (desk !== undefined) await rm(desk.home, { recursive: true, force: true })
})

const windows = () => inMain(desk.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
/** A letter as the page sends it; `raw` goes as it is. */
const carry = async (name: unknown, input: unknown, raw = false): Promise<Answer> => {
  const sent = [name, raw ? input : JSON.stringify(input)] as const
  return JSON.parse(await page.evaluate(([door, letter]) => window.desk.carry(door as string, letter as string), sent))
}

/** Runs in the page in a task of its own: what a debugger may do is no measure. */
async function inPage<T>(work: (argument: string) => T | Promise<T>, argument = ''): Promise<T> {
  return page.evaluate(
    ([text, given]) =>
      new Promise<never>((resolve, reject) => {
        const run = (window as unknown as Record<string, (argument: string) => unknown>)[text!]
        setTimeout(
          () =>
            Promise.resolve()
              .then(() => run!(given!))
              .then(resolve as never, reject),
          0,
        )
      }),
    [await hold(work), argument] as const,
  )
}
let held = 0
async function hold(work: (argument: string) => unknown): Promise<string> {
  held += 1
  const name = `held${held}`
  // The function itself, made by the debugger; what it does runs under the page's own policy.
  await page.evaluate(`window.${name} = ${work.toString()}`)
  return name
}

test('R-DOORS-13: the page has no Node, and of the machine only a letterbox it cannot change', async () => {
  const found = await page.evaluate(() => {
    const names = ['require', 'process', 'Buffer', 'module', 'global', '__dirname', 'electron', 'ipcRenderer']
    const there = names.filter((name) => name in window)
    const box = window.desk as unknown as Record<string, unknown>
    try {
      ;(window as unknown as Record<string, unknown>).desk = { carry: () => 'mine' }
    } catch {}
    try {
      box.carry = () => 'mine'
    } catch {}
    return {
      there,
      keys: Object.keys(window.desk),
      same: window.desk === (box as unknown),
      carry: String(window.desk.carry),
    }
  })
  expect(found).toMatchObject({ there: [], keys: ['carry', 'onNotice'], same: true })
  expect(found.carry).not.toContain('mine')
})

test('R-DOORS-14: the page reaches nothing outside by any way a browser has', async () => {
  const tried = await inPage(async (url) => {
    const ways: Record<string, () => Promise<unknown>> = {
      fetch: () => fetch(`${url}/fetch`),
      noCors: () => fetch(`${url}/no-cors`, { mode: 'no-cors' }),
      xhr: () =>
        new Promise((resolve, reject) => {
          const request = new XMLHttpRequest()
          request.onload = resolve
          request.onerror = reject
          request.open('GET', `${url}/xhr`)
          request.send()
        }),
      socket: () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(url.replace('http', 'ws'))
          socket.onopen = resolve
          socket.onerror = reject
        }),
      events: () =>
        new Promise((resolve, reject) => {
          const events = new EventSource(`${url}/events`)
          events.onopen = resolve
          events.onerror = () => {
            events.close()
            reject(new Error('closed'))
          }
        }),
      module: () => import(/* @vite-ignore */ `${url}/module.js`),
      worker: () =>
        new Promise((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' })))
          worker.onmessage = resolve
          worker.onerror = reject
        }),
    }
    for (const [tag, attribute] of [
      ['img', 'src'],
      ['script', 'src'],
      ['iframe', 'src'],
      ['video', 'src'],
      ['link', 'href'],
      ['object', 'data'],
      ['embed', 'src'],
    ] as const)
      ways[tag] = () =>
        new Promise((resolve, reject) => {
          const element = document.createElement(tag)
          element.onload = resolve
          element.onerror = reject
          if (tag === 'link') element.setAttribute('rel', 'stylesheet')
          element.setAttribute(attribute, `${url}/${tag}`)
          document.body.append(element)
          // A frame that may not load says it has loaded; what counts is that nobody was asked.
          setTimeout(() => reject(new Error('nothing came')), 500)
        })
    const form = document.createElement('form')
    form.action = `${url}/form`
    document.body.append(form)
    form.submit()
    navigator.sendBeacon(`${url}/beacon`)
    const got: string[] = []
    for (const [name, way] of Object.entries(ways))
      await way().then(
        () => got.push(name),
        () => undefined,
      )
    return got.filter((name) => name !== 'iframe')
  }, elsewhere)
  expect(tried).toEqual([])
  expect(asked).toEqual([])
})

test('R-DOORS-15: nothing that is text becomes program: no eval, no inline script, no script address', async () => {
  const ran = await inPage(async () => {
    const flags = window as unknown as Record<string, unknown>
    const got: string[] = []
    const attempt = (name: string, work: () => unknown) => {
      try {
        if (work() === 'ran') got.push(name)
      } catch {}
    }
    // biome-ignore lint/security/noGlobalEval: this is what must not work
    const evaluate = window.eval
    attempt('eval', () => evaluate('"ran"'))
    attempt('function', () => new Function('return "ran"')())
    attempt('timeout', () => setTimeout('window.ranTimeout = 1' as never, 0))
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = 1'
    document.body.append(script)
    const handler = document.createElement('div')
    handler.setAttribute('onclick', 'window.ranHandler = 1')
    document.body.append(handler)
    handler.click()
    const link = document.createElement('a')
    link.href = 'javascript:window.ranLink = 1'
    document.body.append(link)
    link.click()
    const data = document.createElement('script')
    data.src = 'data:text/javascript,window.ranData=1'
    document.body.append(data)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return [...got, ...Object.keys(flags).filter((name) => name.startsWith('ran'))]
  })
  expect(ran).toEqual([])
})

test('R-DOORS-16: the page stays where it is, opens no window and saves no file', async () => {
  const here = page.url()
  for (const target of [
    `${elsewhere}/`,
    'file:///etc/passwd',
    'app://other/index.html',
    'https://example.invalid/',
    'data:text/html,x',
  ]) {
    await inPage((to) => {
      window.location.href = to
    }, target)
    const opened = await inPage((to) => window.open(to) === null, target)
    expect([target, opened]).toEqual([target, true])
    await inPage((to) => {
      const link = document.createElement('a')
      link.href = to
      link.target = '_blank'
      link.download = 'x'
      document.body.append(link)
      link.click()
    }, target)
  }
  // Playwright waits for ever for a navigation that was refused, so main is asked, and a reload ends its waiting.
  const shown = await inMain(desk.app, ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents
    return Promise.all([contents.getURL(), contents.executeJavaScript('document.body.innerText')])
  })
  expect(shown).toEqual([here, expect.stringContaining('登记本机')])
  expect(await windows()).toBe(1)
  expect(asked).toEqual([])
  await inMain(desk.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.reload())
  await expect(page.getByRole('button', { name: '登记本机' })).toBeVisible()
})

test('R-DOORS-17: the page gets no permission and no device', async () => {
  const given = await inPage(async () => {
    const got: string[] = []
    const attempt = async (name: string, work: () => Promise<unknown>) => {
      await Promise.race([work(), new Promise((_, reject) => setTimeout(reject, 2000))]).then(
        (answer) => answer !== 'denied' && String(answer) !== '' && got.push(`${name} ${answer}`),
        () => undefined,
      )
    }
    await attempt('notification', () => Notification.requestPermission())
    await attempt('place', () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)))
    await attempt('camera', () => navigator.mediaDevices.getUserMedia({ video: true }))
    await attempt('screen', () => navigator.mediaDevices.getDisplayMedia())
    await attempt('clipboard', () => navigator.clipboard.readText())
    const more = navigator as unknown as Record<string, Record<string, (options?: object) => Promise<unknown>>>
    await attempt('midi', () => more.requestMIDIAccess!.call!(navigator))
    await attempt('usb', () => more.usb!.requestDevice!({ filters: [] }))
    await attempt('serial', () => more.serial!.requestPort!())
    await attempt('hid', () => more.hid!.requestDevice!({ filters: [] }))
    for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as PermissionName[])
      await attempt(name, () => navigator.permissions.query({ name }).then((status) => status.state))
    return got
  })
  expect(given).toEqual([])
})

test('R-DOORS-18: a door that is not in the contract does not open, and a bad letter is told so under a number', async () => {
  for (const name of ['act.delete', 'constructor', '__proto__', '', 3, null])
    expect([name, await carry(name, null)]).toMatchObject([name, { ok: false, problem: 'unknownDoor' }])
  for (const [name, letter] of [
    ['terminal.state', {}],
    ['terminal.enrol', { bureau: 'nowhere', code: '1' }],
    ['session.signIn', { person: '../../etc', password: '', window: 0 }],
    ['act.record', { act: 'x', facts: [], kases: [], dateConfirmed: true, draft: null }],
    ['ledger.after', { seq: -1, limit: 1e9 }],
    ['slip.print', { title: 'x'.repeat(101), lines: [] }],
  ] as const) {
    const answer = await carry(name, letter)
    expect([name, answer]).toMatchObject([name, { ok: false, problem: 'invalid' }])
    expect(!answer.ok && answer.incident).toMatch(/^[0-9A-F]{4}$/)
  }
  for (const letter of ['{', '', 7, { a: 1 }])
    expect([letter, await carry('terminal.state', letter, true)]).toMatchObject([letter, { problem: 'invalid' }])
  expect(await carry('terminal.state', null)).toMatchObject({ ok: true, value: { phase: 'unenrolled' } })
})

test('R-DOORS-19: a second frame has no letterbox, and another window with one is a stranger', async () => {
  const frame = await inPage(
    () =>
      new Promise<{ box: boolean; ran: boolean }>((resolve) => {
        const element = document.createElement('iframe')
        const text = '<script>parent.ranFrame = 1</script>'
        element.src = URL.createObjectURL(new Blob([text], { type: 'text/html' }))
        element.onload = () => {
          const inner = element.contentWindow as unknown as Record<string, unknown>
          resolve({ box: inner.desk !== undefined, ran: 'ranFrame' in window })
        }
        document.body.append(element)
      }),
  )
  expect(frame).toEqual({ box: false, ran: false })
  const answer = await inMain(desk.app, async ({ BrowserWindow, app }) => {
    const other = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/dist/preload/preload.cjs`, sandbox: true },
    })
    try {
      await other.loadURL('app://desk/index.html')
      return await other.webContents.executeJavaScript("window.desk.carry('terminal.state', 'null')")
    } finally {
      other.destroy()
    }
  })
  expect(JSON.parse(answer)).toMatchObject({ ok: false, problem: 'stranger' })
})

test('R-DOORS-20: the window’s files are reached by their names alone', async () => {
  const found = await inPage(async () => {
    const ways = [
      '/../package.json',
      '/%2e%2e/package.json',
      '/%2e%2e%2fpackage.json',
      '/assets/..%2f..%2fmain/main.js',
      '/..%5cpackage.json',
    ]
    const got: string[] = []
    for (const way of ways) {
      const answer = await fetch(way)
      if (answer.ok) got.push(way)
    }
    return got
  })
  expect(found).toEqual([])
})

test('R-TERMINAL-50: a page that ends is opened again, and the clerk reads that what was saved is safe', async () => {
  await inMain(desk.app, ({ dialog }) => {
    const said: unknown[] = []
    ;(globalThis as { said?: unknown[] }).said = said
    dialog.showMessageBox = (async (...words: unknown[]) => {
      said.push(words.at(-1))
      return { response: 0, checkboxChecked: false }
    }) as never
  })
  await inMain(desk.app, async ({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    const loaded = new Promise((resolve) => webContents.once('did-finish-load', () => resolve(undefined)))
    webContents.forcefullyCrashRenderer()
    await loaded
  })
  const text = () =>
    inMain(desk.app, ({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      return webContents.executeJavaScript('document.body.innerText') as Promise<string>
    })
  await expect.poll(text).toContain('登记本机')
  const said = await inMain(desk.app, () => (globalThis as { said?: { message: string; detail: string }[] }).said)
  expect(said).toHaveLength(1)
  expect(said?.[0]?.message).toBe('窗口页面意外退出，已重新打开')
  expect(said?.[0]?.detail).toMatch(/已保存的办件不受影响.*编号 [0-9A-F]{4}/)
})

test('R-TERMINAL-51: a second start brings the first window forward and ends', async () => {
  await inMain(desk.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  expect(await startOnceMore(desk)).toBe(0)
  const shown = () =>
    inMain(desk.app, ({ BrowserWindow }) => {
      const [first] = BrowserWindow.getAllWindows()
      return first?.isVisible() === true && !first.isMinimized()
    })
  await expect.poll(shown).toBe(true)
  expect(await windows()).toBe(1)
})
