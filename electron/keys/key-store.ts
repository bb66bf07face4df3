/** Where a key is wrapped for this machine. `plain`: the system keeps no keys safely, and the IT officer is warned. */
export interface KeyStore {
  readonly kind: 'system' | 'plain'
  available(): Promise<boolean>
  wrap(key: Buffer): Promise<Buffer>
  /** Throws when this store did not wrap it or has lost its own key. */
  unwrap(wrapped: Buffer): Promise<Buffer>
}
