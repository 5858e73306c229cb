import { useEffect, useRef, useState } from 'react'
import { fromDrop } from './from-drop.ts'

type OnDrop = (dropped: DataTransfer, walk: typeof fromDrop) => void

/** Takes what is dropped anywhere in the window; true while files are dragged over it. */
export function useDrop(onDrop: OnDrop): boolean {
  const [isOver, setIsOver] = useState(false)
  const take = useRef(onDrop)
  take.current = onDrop
  useEffect(() => {
    const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!isFiles(event)) return
      event.preventDefault()
      setIsOver(true)
    }
    const leave = (event: DragEvent) => {
      // Only when it is the window that is left.
      if (event.relatedTarget === null) setIsOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!isFiles(event) || event.dataTransfer === null) return
      event.preventDefault()
      setIsOver(false)
      take.current(event.dataTransfer, fromDrop)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return isOver
}
