/** A reason, chosen by one press or typed. */
import { Button, Input, type InputRef } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { isComposing, isScanned } from './hotkeys.ts'

type Props = {
  label: string
  reasons: readonly string[]
  value: string
  onChange: (reason: string) => void
  onSubmit: () => void
}

export function ReasonBox({ label, reasons, value, onChange, onSubmit }: Props): ReactNode {
  const box = useRef<InputRef>(null)
  useEffect(() => {
    // A dialog shows its content one frame after it is put in, and nothing hidden can have the cursor.
    const frame = requestAnimationFrame(() => box.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
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
        ref={box}
        aria-label={label}
        placeholder={label}
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
        onPressEnter={(event) => {
          if (!isComposing(event.nativeEvent) && !isScanned(value)) onSubmit()
        }}
      />
    </div>
  )
}
