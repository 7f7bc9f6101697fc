'use client'

import { Layers } from 'lucide-react'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuCheckboxItem } from '../ui/menu'
import { LAYERS, type Layer, useLayers } from './remembered'

const WORDS: Record<Layer, string> = {
  comments: 'Comments',
  find: 'Find hits',
  silence: 'Skipped silence',
  overlap: 'Overlap',
  heard: 'What I have heard',
}

/** Which layers stand on the waveform. */
export function LayersMenu() {
  const layers = useLayers()
  return (
    <Menu trigger={<IconButton label="Layers" icon={<Layers size={15} aria-hidden />} />}>
      {LAYERS.map((layer) => (
        <MenuCheckboxItem
          key={layer}
          checked={layers.shows(layer)}
          onCheckedChange={(shown) => layers.setShown(layer, shown)}
        >
          {WORDS[layer]}
        </MenuCheckboxItem>
      ))}
    </Menu>
  )
}
