/** The grid of a list, or what stands in its place where it is empty. */
export function listIn(box: HTMLElement | null): HTMLElement | null {
  return box?.querySelector<HTMLElement>('[role=grid]') ?? box
}
