/** The letterbox between page and machine: it carries letters and reads none. It never grows. */
import { contextBridge, ipcRenderer } from 'electron'

contextBridge.exposeInMainWorld('desk', {
  carry: (name: string, letter: string) => ipcRenderer.invoke('door', name, letter),
  onNotice: (fn: (notice: unknown) => void) => {
    const hear = (_event: unknown, notice: unknown) => fn(notice)
    ipcRenderer.on('notice', hear)
    return () => void ipcRenderer.off('notice', hear)
  },
})
