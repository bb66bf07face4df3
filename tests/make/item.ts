/** An invented item, so that a change in law never breaks a test of the engine: the permit to fly a kite (放风筝许可). */
import { Item, type Kind, type Processing } from '../../shared/item/item.ts'
import permit from './flying-a-kite.json' with { type: 'json' }

type Asked = Partial<Omit<Item, 'kind' | 'processing' | 'code'>> & {
  code?: string
  kind?: Kind
  processing?: Processing
}

/** The kite item: a promised permit with two steps, or as the same thing of another kind. Whatever is given replaces its part. */
export function item(asked: Asked = {}): Item {
  const kind = asked.kind ?? 'permit'
  const processing = asked.processing ?? 'promised'
  return Item.parse({ ...permit, ...ofKind(kind), ...ofProcessing(kind, processing), ...asked, kind, processing })
}

function ofKind(kind: Kind): Partial<Record<keyof Item, unknown>> {
  if (kind === 'permit') return {}
  const limits = { statutory: null, promised: permit.limits.promised }
  if (kind !== 'filing')
    return {
      limits,
      extension: kind === 'service' ? null : permit.extension,
      suspensions: kind === 'service' ? [] : permit.suspensions,
      ...(kind === 'confirmation' ? { lapse: { basis: '《风筝放飞条例（虚构）》第八条' } } : {}),
    }
  return {
    limits,
    steps: [],
    suspensions: [],
    extension: null,
    delivery: null,
    decider: { office: 'window', role: 'clerk', persons: 1 },
  }
}

function ofProcessing(kind: Kind, processing: Processing): Partial<Record<keyof Item, unknown>> {
  if (processing === 'promised') return {}
  const promised = { ...permit.limits.promised, count: 0, unit: 'onTheSpot' }
  return {
    limits: { statutory: kind === 'permit' ? permit.limits.statutory : null, promised },
    steps: [],
    suspensions: [],
    extension: null,
    delivery: null,
    decider: { office: 'window', role: 'clerk', persons: 1 },
    materials: permit.materials.map((material) => ({ ...material, tolerable: false })),
  }
}
