// Loaded before either app, with `electron -r`: says when the first page shows what BENCH_USABLE selects, painted.
const { app } = require('electron')

const usable = JSON.stringify(process.env.BENCH_USABLE)
const watch = `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector(${usable}) === null) return
    seen.disconnect()
    // The frame after the one that shows it begins when it has been painted.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())))
  }
  const seen = new MutationObserver(look)
  seen.observe(document, { subtree: true, childList: true, attributes: true })
  look()
})`

app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => console.log(`usable at ${await contents.executeJavaScript(watch)}`))
})
