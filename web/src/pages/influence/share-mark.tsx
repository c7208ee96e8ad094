/** A part of one outcome as a bar; the number stands beside it. */
export function ShareMark({ share }: { share: number }) {
  return (
    <svg className="share-mark" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="share-mark-ground" width="100" height="6" />
      <rect className="share-mark-part" width={100 * Math.min(1, Math.max(0, share))} height="6" />
    </svg>
  )
}
