import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

type Props = {
  words: { undo: string; redo: string }
  mayUndo: boolean
  mayRedo: boolean
  onUndo: () => void
  onRedo: () => void
}

/** A step back, and forth again. */
export function UndoButtons({ words: { undo, redo }, mayUndo, mayRedo, onUndo, onRedo }: Props) {
  return (
    <>
      <Button aria-label={undo} title={undo} disabled={!mayUndo} onClick={onUndo}>
        <Icon name="undo" className="size-5" />
      </Button>
      <Button aria-label={redo} title={redo} disabled={!mayRedo} onClick={onRedo}>
        <Icon name="undo" className="size-5 -scale-x-100" />
      </Button>
    </>
  )
}
