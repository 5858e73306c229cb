import { words } from '../words/words.ts'
import { Choice } from './choice.tsx'
import { inOrder, layerName } from './layer-name.ts'

type Props = { layers: readonly string[]; shown: string | null; onChoose: (layer: string) => void }

/** The texts that a page has, to choose from; nothing where there is no choice. */
export function Layers({ layers, shown, onChoose }: Props) {
  const [only, ...others] = inOrder(layers)
  if (only === undefined) return null
  if (others.length === 0) return shown === only ? <span className="tag">{layerName(only)}</span> : null
  const options = [only, ...others].map((layer) => [layer, layerName(layer)] as const)
  return <Choice label={words.read.layer} options={options} chosen={shown} onChoose={onChoose} />
}
