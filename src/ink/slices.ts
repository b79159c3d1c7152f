// Ink in the parts it is made of, so that keys are read between them: loaded at once, it holds them up for a tenth of a second.

/** What to load before the app is mounted, one after the other: each takes some twenty milliseconds. */
export const slices: readonly (() => Promise<unknown>)[] = [
  () => import('react'),
  // @ts-expect-error It comes without types, and none are needed.
  () => import('react-reconciler'),
  () => import('yoga-layout'),
  () => import('ink'),
];
