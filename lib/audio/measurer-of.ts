import type { Container } from './container'
import { ffmpegMeasurer } from './ffmpeg-measurer'
import { gsmMeasurer, type Measurer, wavMeasurer } from './measure'
import { threadMeasurer } from './thread-measurer'
import { WAV_FORMAT } from './wav-header'

/** Why a waveform cannot be drawn, as a sentence for the reader. */
export type Unmeasurable = { unavailable: string }

const WAV_NAMES: Record<number, string> = {
  2: 'WAV with Microsoft ADPCM',
  17: 'WAV with IMA ADPCM',
  20: 'WAV with G.723 ADPCM',
  34: 'WAV with TrueSpeech',
  64: 'WAV with G.721 ADPCM',
  69: 'WAV with G.726 ADPCM',
  85: 'WAV with MP3',
  101: 'WAV with G.722 ADPCM',
  131: 'WAV with G.729',
}

const cannot = (format: string): Unmeasurable => ({
  unavailable: `No waveform: ${format} is not decoded by this console.`,
})

/** What measures media of a container, or why nothing does. */
export function measurerOf(container: Container): Measurer | Unmeasurable {
  switch (container.kind) {
    case 'wav': {
      const { header } = container
      if (header.formatTag === WAV_FORMAT.gsm && header.channels === 1) return gsmMeasurer(header)
      const name = WAV_NAMES[header.formatTag] ?? `WAV with coding ${header.formatTag}`
      return wavMeasurer(header) ?? cannot(name)
    }
    case 'au':
      return cannot('the Sun .au format')
    case 'amr':
      return cannot('AMR')
    case 'markup':
    case 'unknown':
      return { unavailable: 'No waveform: the media is in a format this console does not know.' }
    case 'mp3':
      return threadMeasurer('mp3', container.mono)
    case 'ogg':
      return container.codec === 'opus'
        ? threadMeasurer('opus', false)
        : ffmpegMeasurer('Ogg that is not Opus')
    case 'mp4':
      return ffmpegMeasurer(container.audioOnly ? 'M4A' : 'MP4')
    case 'webm':
      return ffmpegMeasurer('WebM')
    case 'flac':
      return ffmpegMeasurer('FLAC')
    case 'aac':
      return ffmpegMeasurer('AAC')
  }
}
