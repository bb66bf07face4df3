const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('bare', { append: (bytes) => ipcRenderer.invoke('append', bytes) })
