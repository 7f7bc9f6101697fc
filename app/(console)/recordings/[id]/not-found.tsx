import Link from 'next/link'
import { buttonClass } from '@/components/ui/button-class'
import { PAGES } from '@/lib/url/pages'

/** The address names no recording: an id is a whole number. */
export default function RecordingNotFound() {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-start gap-3 px-6 py-10">
      <h2 className="font-semibold text-[15px]">There is no such recording</h2>
      <p>
        The address should end in an interaction id, which is a whole number. Perhaps part of the
        link was lost.
      </p>
      <Link href={PAGES.recordings} className={buttonClass('default')}>
        Search recordings
      </Link>
    </div>
  )
}
