import type { Store } from '../app/store.ts';

/** Settles when the article on the screen has been analyzed, however that has ended. */
export function analyzed(store: Pick<Store, 'get' | 'subscribe'>): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!store.get().analysis) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });
}
