/** How the bureau is reached for the first time, and by which certificate it is known from then on. */
import { X509Certificate } from 'node:crypto'
import { connect, type DetailedPeerCertificate } from 'node:tls'

const CONNECT_MS = 10_000

/** May requests go there? Over TLS, or to this very machine. */
export function isSafeAddress(address: string): boolean {
  try {
    const { protocol, hostname } = new URL(address)
    return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
  } catch {
    return false
  }
}

/**
 * The certificate (PEM) to pin: the one the IT officer handed in, else the root of the chain that the system trusts now. From then
 * on no other authority can speak for the bureau. Null for a bureau on this machine without TLS; throws when none can be had.
 */
export async function certificateToPin(address: string, handedIn: string | null): Promise<string | null> {
  const url = new URL(address)
  if (url.protocol !== 'https:') return null
  if (handedIn !== null) return new X509Certificate(handedIn).toString()
  return rootOf(url)
}

function rootOf(url: URL): Promise<string> {
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const socket = connect({ host, port: Number(url.port || 443), servername: /[a-z]/i.test(host) ? host : '' }, () => {
      let certificate: DetailedPeerCertificate = socket.getPeerCertificate(true)
      while (certificate.issuerCertificate && certificate.issuerCertificate !== certificate)
        certificate = certificate.issuerCertificate
      socket.destroy()
      resolve(new X509Certificate(certificate.raw).toString())
    })
    socket.setTimeout(CONNECT_MS, () => socket.destroy(new Error('the bureau does not answer')))
    socket.once('error', reject)
  })
}
