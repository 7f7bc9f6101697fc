/** For someone who is signed in but has no role that opens anything. */
export function NoPages() {
  return (
    <div className="mx-auto max-w-lg px-6 py-10">
      <p className="mb-2 font-semibold text-[15px]">There is no page for you yet</p>
      <p className="text-muted">
        You are signed in, but your account has no role that opens a page of this console. An
        administrator of this console can give you one; sign out and in again afterwards.
      </p>
    </div>
  )
}
