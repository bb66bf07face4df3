// Loaded before the desk with `electron -r`: no window opens before Playwright has taken hold of the program. One that opens in
// the same moment is sometimes never answered for, and the launch hangs. Playwright calls __playwright_run when it is there.
const { app } = require('electron')

const whenReady = app.whenReady.bind(app)
const held = new Promise((resolve) => {
  globalThis.__playwright_run = resolve
})
app.whenReady = () => held.then(whenReady)
