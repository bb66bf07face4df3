// Loaded before the desk with `electron -r` where PIONEER_SLOW_ANSWERS says so: every letter of the page and every answer is some
// time on its way, each another. What a journey or a page takes for granted about their order shows then.
const { ipcMain } = require('electron')

const MOST_MS = Number(process.env.PIONEER_SLOW_ANSWERS)
const onItsWay = () => new Promise((resolve) => setTimeout(resolve, Math.random() * MOST_MS))
const handle = ipcMain.handle.bind(ipcMain)
ipcMain.handle = (channel, answer) =>
  handle(channel, async (...letter) => {
    await onItsWay()
    const answered = await answer(...letter)
    await onItsWay()
    return answered
  })
