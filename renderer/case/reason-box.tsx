/** A reason, chosen by one press or typed. */
import { Button, Input } from 'antd'
import type { ReactNode } from 'react'

type Props = {
  label: string
  reasons: readonly string[]
  value: string
  onChange: (reason: string) => void
  onSubmit: () => void
}

export function ReasonBox({ label, reasons, value, onChange, onSubmit }: Props): ReactNode {
  return (
    <div className="reason">
      <div className="phrases">
        {reasons.map((reason) => (
          <Button
            key={reason}
            size="small"
            type={reason === value ? 'primary' : 'default'}
            onClick={() => onChange(reason)}
          >
            {reason}
          </Button>
        ))}
      </div>
      <Input
        autoFocus
        aria-label={label}
        placeholder={label}
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) onSubmit()
        }}
      />
    </div>
  )
}
